import type { X509Certificate } from 'node:crypto';
import type { Certificate } from '../../../shared/api/certificate.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { dateInNetherlands, type Clock } from '../../../shared/domain/clock.ts';
import { formatDutchDate } from '../../../shared/domain/dates.ts';
import { describeCertificate, identitiesOf, isUsable, wipe, type Identity } from './identity.ts';
import { readPkcs12 } from './pkcs12/read.ts';

/** Whose certificate is sought, and by which clock it has to be valid. */
export interface Sought {
  /** BRIN + aanleverpunt, for example 99ZZ00. */
  holder: string;
  clock: Clock;
}

/** The day of an instant as it stands in a sentence: `2-11-2009`. */
export const dutchDay = (instant: string): string => formatDutchDate(dateInNetherlands(new Date(instant)));

/**
 * Refuses a certificate of somebody else or one that has ended. One that is not valid yet will be.
 * @throws LasError certificate-other-school, certificate-expired
 */
export function checkCertificate({ grantedTo, validTo }: Certificate, { holder, clock }: Sought): void {
  if (grantedTo !== holder) throw new LasError('certificate-other-school', { holder: grantedTo, expected: holder });
  if (new Date(validTo) <= clock.now()) throw new LasError('certificate-expired', { date: dutchDay(validTo) });
}

const fits = (identity: Identity, sought: Sought): boolean => {
  try {
    checkCertificate(describeCertificate(identity.certificate), sought);
    return true;
  } catch {
    return false;
  }
};

/** The last day first. */
const byEnd = (a: X509Certificate, b: X509Certificate) => b.validToDate.getTime() - a.validToDate.getTime();

/** Why none of the certificates will do: of the one that comes nearest. */
function refuse(identities: readonly Identity[], sought: Sought): never {
  const described = identities.map(({ certificate }) => describeCertificate(certificate));
  const own = described.find(({ grantedTo }) => grantedTo === sought.holder) ?? described[0];
  if (!own) throw new LasError('certificate-no-key');
  checkCertificate(own, sought);
  throw new LasError('certificate-unsupported');
}

/**
 * Opens a PKCS#12 file (Stappenplan step 9) and gives the certificates of this aanleverpunt that can be used now or later, valid
 * longest first. Whoever holds them wipes them.
 * @throws LasError certificate-not-pkcs12, certificate-wrong-password, certificate-encoding, certificate-no-key,
 *   certificate-other-school, certificate-expired, certificate-unsupported
 */
export async function openCertificates(bytes: Buffer, password: string, sought: Sought): Promise<Identity[]> {
  const identities = identitiesOf(await readPkcs12(bytes, password)).sort((a, b) =>
    byEnd(a.certificate, b.certificate),
  );
  const fitting = identities.filter((identity) => fits(identity, sought) && isUsable(identity));
  wipe(identities.filter((identity) => !fitting.includes(identity)));
  return fitting.length > 0 ? fitting : refuse(identities, sought);
}
