import fastify, { type FastifyReply } from 'fastify';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Authority } from '../certificates/authority.ts';
import type { Download, Helpdesk } from '../helpdesk.ts';
import { createGuesses } from './guesses.ts';
import { certificatePage, homePage, missingPage, stylesheet } from './pages.ts';

export interface SiteParts {
  authority: Authority;
  helpdesk: Helpdesk;
  clock: Clock;
  /** WSDL and XSDs by file name. */
  files: ReadonlyMap<string, string>;
  onError: (error: unknown) => void;
}

const problems = {
  wrong: [
    401,
    'Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Controleer uw wachtwoordbrief of neem contact op met de Helpdesk BRON.',
  ],
  downloaded: [
    410,
    'Dit certificaat is al een keer gedownload. Is het bestand kwijt, neem dan contact op met de Helpdesk BRON voor een nieuwe wachtwoordbrief.',
  ],
  expired: [
    410,
    'De twee weken om het certificaat te downloaden zijn voorbij. Neem contact op met de Helpdesk BRON voor een nieuwe wachtwoordbrief.',
  ],
} as const satisfies Record<Extract<Download, { ok: false }>['reason'], readonly [number, string]>;

const security = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

const html = (reply: FastifyReply, status: number, page: string) =>
  reply.code(status).type('text/html; charset=utf-8').send(page);

/** The site over HTTPS where a school downloads its certificate; the base of Mijn BRON. */
export function createSite({ authority, helpdesk, clock, files, onError }: SiteParts) {
  const site = fastify({
    https: { key: authority.server.key, cert: authority.server.cert, minVersion: 'TLSv1.2' },
    bodyLimit: 16 * 1024,
    forceCloseConnections: true,
  });
  const guesses = createGuesses(clock);
  site.removeAllContentTypeParsers();
  site.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body.toString())));
  });
  site.addHook('onSend', async (_request, reply) => {
    reply.headers(security);
  });
  site.setNotFoundHandler((_request, reply) => html(reply, 404, missingPage()));
  site.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) onError(error);
    return html(reply, status, certificatePage('Uw aanvraag kon niet worden verwerkt. Vul het formulier opnieuw in.'));
  });

  site.get('/', (_request, reply) => html(reply, 200, homePage()));
  site.get('/stijl.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(stylesheet));
  site.get('/certificaat', (_request, reply) => html(reply, 200, certificatePage()));
  site.get<{ Params: { name: string } }>('/koppelvlak/:name', (request, reply) => {
    const file = files.get(request.params.name);
    return file === undefined ? html(reply, 404, missingPage()) : reply.type('text/xml; charset=utf-8').send(file);
  });

  site.post<{ Body: Record<string, string> | null }>('/certificaat', async (request, reply) => {
    const { gebruikersnaam = '', wachtwoord = '' } = request.body ?? {};
    const name = gebruikersnaam.trim();
    // Bounded per caller, not per letter: a stranger must not lock a school out.
    const wait = guesses.wait(request.ip);
    if (wait > 0) {
      const text = `Te veel onjuiste pogingen. Probeer het over ${Math.ceil(wait / 60)} minuten opnieuw.`;
      reply.header('Retry-After', String(wait));
      return html(reply, 429, certificatePage(text, name));
    }
    const download = await helpdesk.download(name, wachtwoord.trim());
    if (!download.ok) {
      if (download.reason === 'wrong') guesses.failed(request.ip);
      const [status, text] = problems[download.reason];
      return html(reply, status, certificatePage(text, name));
    }
    guesses.forget(request.ip);
    return reply
      .type('application/x-pkcs12')
      .header('Content-Disposition', `attachment; filename="${download.fileName}"`)
      .send(download.pkcs12);
  });
  return site;
}
