import { z } from 'zod';
import { causes, isCause } from '../../../shared/api/causes.ts';
import { fill, LasError, type ErrorCode, type ErrorParams } from '../../../shared/api/errors.ts';
import type { Administration } from '../context.ts';
import { TransportError } from '../exchange/cause.ts';
import { trustedAuthorities, type LineOptions } from '../exchange/line.ts';
import { proxyFor } from '../exchange/proxy.ts';
import { createTransport, type BronServer, type BronTransport } from '../exchange/transport.ts';
import { checkEndpoint, readProxyPassword, readSchool, readSettings } from '../school/settings.ts';
import { isPkcs12 } from './pkcs12/read.ts';

/** What stands in the wachtwoordbrief. */
export interface Letter {
  gebruikersnaam: string;
  password: string;
}

/** What the site answers when it gives no certificate (ours: docs/koppelvlak.md). */
const refusal = z.looseObject({
  fout: z.string(),
  attemptsLeft: z.int().min(0).optional(),
  /** Seconds. */
  wait: z.int().min(0).optional(),
});

/** A site that only has pages tells as much by its status. */
const codeOfStatus: Readonly<Record<number, string>> = { 401: 'wrong', 410: 'gone', 429: 'blocked' };

function refusalIn(body: Uint8Array): z.infer<typeof refusal> | undefined {
  try {
    return refusal.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))).data;
  } catch {
    return undefined;
  }
}

const attempts = (count: number | undefined): ErrorParams => ({
  left:
    count === undefined
      ? 'Na vijf onjuiste pogingen weigert BRON een tijd lang elke poging'
      : `U kunt het nog ${count} keer proberen; daarna weigert BRON een tijd lang elke poging`,
});

const waiting = (seconds: number | undefined): ErrorParams => ({
  wait: seconds === undefined ? 'later' : `over ${Math.max(1, Math.ceil(seconds / 60))} minuten`,
});

/** Why the site gave no certificate; undefined: it said nothing that belongs to BRON. */
function refused(status: number, body: Uint8Array): LasError | undefined {
  const { fout = codeOfStatus[status], attemptsLeft, wait } = refusalIn(body) ?? {};
  switch (fout) {
    case 'wrong':
      return attemptsLeft === 0
        ? new LasError('certificate-download-blocked', waiting(wait))
        : new LasError('certificate-download-wrong', attempts(attemptsLeft), 'password');
    case 'downloaded':
      return new LasError('certificate-download-used');
    case 'expired':
      return new LasError('certificate-download-expired');
    case 'gone':
      return new LasError('certificate-download-gone');
    case 'blocked':
      return new LasError('certificate-download-blocked', waiting(wait));
    default:
      return undefined;
  }
}

const PORT_443 =
  'Vraag uw systeembeheerder of verkeer over poort 443 naar {host} openstaat. Bij stap 4 kunt u de poorten testen.';
/** The exchange speaks of port 6914 there. */
const remedies: Partial<Record<ErrorCode, string>> = {
  'endpoint-refused': PORT_443,
  'endpoint-filtered': PORT_443,
  'proxy-no-route': PORT_443,
};
const SITE_OPENING =
  'Ons leerlingenadministratiesysteem wilde op {moment} het beveiligingscertificaat BRON downloaden van {host} (uitgaand, HTTPS). Dat lukte niet.';

/** A cause as the exchange tells it, about the site. */
function aboutSite(error: unknown): unknown {
  if (!(error instanceof TransportError) || !isCause(error.failure.code)) return error;
  const { failure, params } = error;
  const { code } = error.failure;
  return new LasError({
    ...failure,
    remedy: fill(remedies[code] ?? failure.remedy, params),
    tell: fill(`${SITE_OPENING} ${causes[code].tell}`, params),
  });
}

type Site = BronServer & Pick<BronTransport, 'failed' | 'close'>;

/** The site of BRON by the settings; nothing is connected yet. @throws LasError site-missing, production-refused, loopback-refused */
async function openSite({ db, clock }: Administration, { answerTimeoutMs, resolveProxy }: LineOptions): Promise<Site> {
  const { site: url, caPem, proxy } = readSettings(db).exchange;
  if (!url) throw new LasError('site-missing');
  checkEndpoint(readSchool(db).kind, url);
  return createTransport({
    url,
    clock,
    caPem,
    systemCas: trustedAuthorities(),
    proxy: await proxyFor(url, proxy, readProxyPassword(db), resolveProxy),
    timeoutMs: answerTimeoutMs,
  });
}

/**
 * Downloads the certificate of a wachtwoordbrief from the site of BRON (Stappenplan step 9): its PKCS#12 file. That can be done once; the
 * caller keeps what comes before it does anything else with it.
 * @throws LasError site-missing, certificate-download-wrong, -used, -expired, -gone, -blocked, and the causes why no answer came
 */
export async function downloadCertificate(
  administration: Administration,
  options: LineOptions,
  { gebruikersnaam, password }: Letter,
): Promise<Buffer> {
  const site = await openSite(administration, options);
  try {
    const { status, body } = await site.send({
      method: 'POST',
      path: '/certificaat',
      body: new URLSearchParams({ gebruikersnaam, wachtwoord: password }).toString(),
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/x-pkcs12, application/json',
      },
      accepts: (answered) => answered < 300 || (answered >= 400 && answered < 500),
    });
    const bytes = Buffer.from(body);
    if (status < 300 && isPkcs12(bytes)) return bytes;
    throw refused(status, body) ?? site.failed('endpoint-not-bron', { status });
  } catch (error) {
    throw aboutSite(error);
  } finally {
    site.close();
  }
}
