import { X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import { LasError } from '../../../shared/api/errors.ts';
import { momentInNetherlands } from '../../../shared/domain/clock.ts';
import { readCertificate } from '../certificate/store.ts';
import type { Administration } from '../context.ts';
import { checkEndpoint, readProxyPassword, readSchool, readSettings } from '../school/settings.ts';
import { proxyFor, type ResolveProxy } from './proxy.ts';
import { createTransport, hostOf, type BronServer, type BronTransport } from './transport.ts';

export interface LineOptions {
  /** How long an answer is waited for, in ms; 30 seconds when left out (PvE 5.3.1). */
  answerTimeoutMs?: number | undefined;
  resolveProxy: ResolveProxy;
}

/** The authorities that this computer trusts. */
export const trustedAuthorities = (): string[] => [...tls.rootCertificates, ...tls.getCACertificates('system')];

/**
 * The line to BRON by the settings and the certificate of this administration; nothing is connected yet.
 * @throws LasError endpoint-missing, production-refused, loopback-refused, certificate-missing, certificate-waiting,
 *   own-certificate-expired
 */
export async function openLine(
  { db, clock }: Administration,
  { answerTimeoutMs, resolveProxy }: LineOptions,
): Promise<BronTransport & BronServer> {
  const { endpoint: url, caPem, proxy } = readSettings(db).exchange;
  if (!url) throw new LasError('endpoint-missing');
  checkEndpoint(readSchool(db).kind, url);
  const [now, host] = [clock.now(), hostOf(url)];
  const moment = momentInNetherlands(now);
  const certificate = readCertificate(db, clock);
  if (!certificate) throw new LasError('certificate-missing', { host, moment });
  const { validToDate } = new X509Certificate(certificate.pemCertificate);
  if (validToDate <= now) {
    throw new LasError('own-certificate-expired', { host, moment, date: momentInNetherlands(validToDate) });
  }
  return createTransport({
    url,
    clock,
    certificate,
    caPem,
    systemCas: trustedAuthorities(),
    proxy: await proxyFor(url, proxy, readProxyPassword(db), resolveProxy),
    timeoutMs: answerTimeoutMs,
  });
}
