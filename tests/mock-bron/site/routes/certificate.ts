import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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

/** A program that says so gets the refusal as JSON, as the machine interface of Mijn BRON gives its refusals. */
const wantsJson = ({ headers: { accept = '' } }: FastifyRequest): boolean => accept.includes('application/json');

interface Refusal {
  fout: string;
  tekst: string;
  /** How many more wrong combinations are taken. */
  attemptsLeft?: number;
  /** Seconds until the next try. */
  wait?: number;
}

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
    const refuse = (status: number, refusal: Refusal): FastifyReply =>
      wantsJson(request) ? reply.code(status).send(refusal) : html(reply, certificatePage(refusal.tekst, name), status);
    // Bounded per caller, not per letter: a stranger must not lock a school out.
    const wait = guesses.wait(request.ip);
    if (wait > 0) {
      const tekst = `Te veel onjuiste pogingen. Probeer het over ${Math.ceil(wait / 60)} minuten opnieuw.`;
      reply.header('Retry-After', String(wait));
      return refuse(429, { fout: 'blocked', tekst, wait });
    }
    const download = await helpdesk.download(name, wachtwoord.trim());
    if (!download.ok) {
      const { reason: fout } = download;
      if (fout === 'wrong') guesses.failed(request.ip);
      const [status, tekst] = problems[fout];
      const bound = { attemptsLeft: guesses.left(request.ip), wait: guesses.wait(request.ip) };
      return refuse(status, { fout, tekst, ...(fout === 'wrong' ? bound : {}) });
    }
    guesses.forget(request.ip);
    return reply
      .type('application/x-pkcs12')
      .header('Content-Disposition', `attachment; filename="${download.fileName}"`)
      .send(download.pkcs12);
  });
}
