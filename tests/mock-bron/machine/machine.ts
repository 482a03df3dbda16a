import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { contactgegevens } from '../../../shared/mijnBron/contact.ts';
import { aantallen } from '../../../shared/mijnBron/numbers.ts';
import { reactie } from '../../../shared/mijnBron/reactie.ts';
import { documentForms, type Caller, type MijnBron } from '../mijnBron/mijnBron.ts';
import { MijnBronRefusal } from '../mijnBron/refusals.ts';
import { certificateHolder } from '../soap/http.ts';
import { mistakeOf } from './mistakes.ts';

/** Path of the machine interface on the port of the web service. Ours: DUO never described one. */
export const MIJN_BRON_PATH = '/MIJNBRON/v1/';

/** Whoever has the certificate of an aanleverpunt. */
function callerOf({ raw }: FastifyRequest): Caller {
  const holder = certificateHolder(raw);
  return { role: 'certificate', brinnummer: holder.slice(0, 4), aanleverpunt: holder.slice(4) };
}

/** Thrown for a body that is not as described. */
class WrongBody extends Error {
  override name = 'WrongBody';
}

function parse<T extends z.ZodType>(schema: T, { body }: FastifyRequest): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new WrongBody(
    `De gegevens zijn niet zoals het koppelvlak ze vraagt${place === '' ? '' : ` (bij ${place})`}. Verbeter ze en verstuur ze opnieuw.`,
  );
}

function routes(app: FastifyInstance, mijnBron: MijnBron): void {
  const at = (path: string) => `${MIJN_BRON_PATH}${path}`;
  const read = (path: string, answer: (caller: Caller, request: FastifyRequest) => unknown) =>
    app.get(at(path), (request) => answer(callerOf(request), request));

  read('contactgegevens', ({ brinnummer }) => mijnBron.contact(brinnummer));
  app.put(at('contactgegevens'), (request) => mijnBron.saveContact(callerOf(request), parse(contactgegevens, request)));
  read('aantallen', ({ brinnummer }) => mijnBron.aantallen(brinnummer));
  app.post(at('aantallen'), (request) => mijnBron.reportAantallen(callerOf(request), parse(aantallen, request)));
  read('documenten', (caller) => mijnBron.documents(caller));
  app.get<{ Params: { id: string; form: string } }>(at('documenten/:id/:form'), async (request, reply) => {
    const { id, form } = request.params;
    const known = documentForms.find((name) => name === form);
    if (known === undefined) throw new MijnBronRefusal('document-unknown');
    const { type, content } = await mijnBron.document(callerOf(request), id, known);
    return reply.type(type).send(content);
  });
  read('voortgang', ({ brinnummer, aanleverpunt }) => mijnBron.voortgang(brinnummer, aanleverpunt));
  read('gtb', ({ brinnummer }) => mijnBron.gtbs(brinnummer));
  read('gtb/:kenmerk', ({ brinnummer }, { params }) =>
    mijnBron.gtb(brinnummer, (params as { kenmerk: string }).kenmerk),
  );
  app.get(at('vergelijkingsoverzicht'), (request, reply) => {
    try {
      return mijnBron.vergelijkingsoverzicht(callerOf(request).brinnummer);
    } catch (error) {
      if (error instanceof MijnBronRefusal && error.code === 'no-overview') return reply.code(204).send();
      throw error;
    }
  });
  read('reacties', ({ brinnummer }) => mijnBron.reacties(brinnummer));
  app.post(at('reactie'), (request) => mijnBron.giveReactie(callerOf(request), parse(reactie, request)));
}

/** The machine interface of Mijn BRON, without a server of its own: `routing` answers requests of the web service's port. */
export async function createMachine(mijnBron: MijnBron, onError: (error: unknown) => void): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 256 * 1024 });
  app.removeContentTypeParser('text/plain');
  app.addHook('onSend', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ fout: 'route-unknown', tekst: 'Dit adres is er niet. Zie docs/koppelvlak.md.' }),
  );
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof MijnBronRefusal) {
      return reply.code(error.status).send({ fout: error.code, tekst: error.message });
    }
    if (error instanceof WrongBody) return reply.code(422).send({ fout: 'content-wrong', tekst: error.message });
    const status = error.statusCode ?? 500;
    if (status >= 500) onError(error);
    return reply.code(status).send(mistakeOf(status));
  });
  routes(app, mijnBron);
  await app.ready();
  return app;
}
