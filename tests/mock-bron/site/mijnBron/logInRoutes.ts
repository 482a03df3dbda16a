import type { FastifyInstance } from 'fastify';
import { MijnBronRefusal } from '../../mijnBron/refusals.ts';
import { createGuesses } from '../guesses.ts';
import { html } from '../routes/html.ts';
import type { SiteParts } from '../site.ts';
import { LOG_IN, type Access } from './access.ts';
import { logInPage } from './logIn.ts';
import type { Sessions } from './sessions.ts';

const HOME = '/mijn-bron';

/** A place of Mijn BRON itself; anything else is not gone to. */
const placeOf = (wanted: unknown): string =>
  typeof wanted === 'string' && /^\/mijn-bron(?:[/?][\w./?=&%-]*)?$/.test(wanted) ? wanted : HOME;

/** Logging in and out. */
export function logInRoutes(
  site: FastifyInstance,
  access: Access,
  sessions: Sessions,
  { mijnBron, clock }: Pick<SiteParts, 'mijnBron' | 'clock'>,
): void {
  const guesses = createGuesses(clock);
  site.get<{ Querystring: Record<string, unknown> }>(LOG_IN, ({ query }, reply) =>
    html(reply, logInPage({ to: placeOf(query.naar), loggedOut: query.uitgelogd !== undefined })),
  );
  site.post<{ Body: Record<string, string> | null }>(LOG_IN, (request, reply) => {
    const { gebruikersnaam = '', wachtwoord = '', naar: wanted } = request.body ?? {};
    const form = { gebruikersnaam: gebruikersnaam.trim(), to: placeOf(wanted) };
    // Bounded per caller, as for the certificate: a stranger must not lock a school out.
    const wait = guesses.wait(request.ip);
    if (wait > 0) {
      const wrong = `Te veel onjuiste pogingen. Probeer het over ${Math.ceil(wait / 60)} minuten opnieuw.`;
      return html(reply.header('Retry-After', String(wait)), logInPage({ ...form, wrong }), 429);
    }
    try {
      const user = mijnBron.logIn(form.gebruikersnaam, wachtwoord.trim());
      guesses.forget(request.ip);
      return reply.header('Set-Cookie', sessions.open(user)).redirect(form.to, 303);
    } catch (error) {
      if (!(error instanceof MijnBronRefusal)) throw error;
      if (error.code === 'log-in-wrong') guesses.failed(request.ip);
      return html(reply, logInPage({ ...form, wrong: error.message }), error.status);
    }
  });
  access.post(`${HOME}/uitloggen`, () => ({ to: `${LOG_IN}?uitgelogd=ja`, ends: true }));
}
