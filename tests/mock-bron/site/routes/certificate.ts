import type { FastifyInstance } from 'fastify';
import type { Download } from '../../helpdesk.ts';
import { createGuesses } from '../guesses.ts';
import { certificatePage } from '../pages/certificate.ts';
import type { SiteParts } from '../site.ts';
import { html } from './html.ts';

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

/** The download of the certificate with the wachtwoordbrief (Stappenplan step 9). */
export function certificateRoutes(
  site: FastifyInstance,
  { helpdesk, clock }: Pick<SiteParts, 'helpdesk' | 'clock'>,
): void {
  const guesses = createGuesses(clock);
  site.get('/certificaat', (_request, reply) => html(reply, certificatePage()));
  site.post<{ Body: Record<string, string> | null }>('/certificaat', async (request, reply) => {
    const { gebruikersnaam = '', wachtwoord = '' } = request.body ?? {};
    const name = gebruikersnaam.trim();
    // Bounded per caller, not per letter: a stranger must not lock a school out.
    const wait = guesses.wait(request.ip);
    if (wait > 0) {
      const text = `Te veel onjuiste pogingen. Probeer het over ${Math.ceil(wait / 60)} minuten opnieuw.`;
      return html(reply.header('Retry-After', String(wait)), certificatePage(text, name), 429);
    }
    const download = await helpdesk.download(name, wachtwoord.trim());
    if (!download.ok) {
      if (download.reason === 'wrong') guesses.failed(request.ip);
      const [status, text] = problems[download.reason];
      return html(reply, certificatePage(text, name), status);
    }
    guesses.forget(request.ip);
    return reply
      .type('application/x-pkcs12')
      .header('Content-Disposition', `attachment; filename="${download.fileName}"`)
      .send(download.pkcs12);
  });
}
