import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentFile } from '../../mijnBron/mijnBron.ts';
import { MijnBronRefusal } from '../../mijnBron/refusals.ts';
import { html } from '../routes/html.ts';
import { policyOf } from '../security.ts';
import { troubleIn } from './frame.ts';
import { isFormOf, type Session, type Sessions } from './sessions.ts';

/** Fields of a form or of an address by name. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** A request of somebody who is logged in. */
export interface Visit extends Session {
  params: Fields;
  query: Fields;
  body: Fields;
}

/** What a visit is answered with: a page, another place (`ends`: the session is over), or a file to keep or, as a page, to `open`. */
export type Answer =
  { page: string; status?: number } | { to: string; ends?: boolean } | { file: DocumentFile; open?: boolean };
type Handler = (visit: Visit) => Answer | Promise<Answer>;

export const LOG_IN = '/mijn-bron/inloggen';

/** Routes for whoever is logged in. */
export interface Access {
  get(path: string, handle: Handler): void;
  post(path: string, handle: Handler): void;
}

const onlyTexts = (value: unknown): Fields =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, text]) => typeof text === 'string'));

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if ('page' in answer) return html(reply, answer.page, answer.status);
  if ('to' in answer) return reply.redirect(answer.to, 303);
  const { fileName, type, content } = answer.file;
  const disposition = answer.open ? 'inline' : 'attachment';
  if (answer.open) reply.header('Content-Security-Policy', policyOf(content.toString('utf8')));
  return reply.type(type).header('Content-Disposition', `${disposition}; filename="${fileName}"`).send(content);
}

/** What Mijn BRON does not do stands on a page that says why. */
async function handled(visit: Visit, handle: Handler): Promise<Answer> {
  try {
    return await handle(visit);
  } catch (error) {
    if (!(error instanceof MijnBronRefusal)) throw error;
    return { page: troubleIn(visit, error.message), status: error.status };
  }
}

/** Lets only in who is logged in; others are asked to, and come back to where they wanted to be. */
export function accessTo(site: FastifyInstance, sessions: Sessions): Access {
  const answer = (request: FastifyRequest, reply: FastifyReply, given: Answer) => {
    if ('to' in given && given.ends) reply.header('Set-Cookie', sessions.close(request.headers.cookie));
    return send(reply, given);
  };
  const visitOf = (session: Session, { params, query, body }: FastifyRequest): Visit => ({
    ...session,
    params: onlyTexts(params),
    query: onlyTexts(query),
    body: onlyTexts(body),
  });
  return {
    get: (path, handle) => {
      site.get(path, async (request, reply) => {
        const session = sessions.find(request.headers.cookie);
        if (!session) return reply.redirect(`${LOG_IN}?naar=${encodeURIComponent(request.url)}`, 303);
        return answer(request, reply, await handled(visitOf(session, request), handle));
      });
    },
    post: (path, handle) => {
      site.post(path, async (request, reply) => {
        const session = sessions.find(request.headers.cookie);
        if (!session) return reply.redirect(LOG_IN, 303);
        const visit = visitOf(session, request);
        if (isFormOf(session, visit.body.token)) return answer(request, reply, await handled(visit, handle));
        const wrong =
          'Dit formulier is van een eerdere keer dat u was ingelogd. Open de pagina opnieuw en vul het opnieuw in.';
        return html(reply, troubleIn(visit, wrong), 403);
      });
    },
  };
}
