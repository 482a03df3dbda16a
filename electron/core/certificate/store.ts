import type { Certificate, CertificateState, EarlierCertificate } from '../../../shared/api/certificate.ts';
import { LasError } from '../../../shared/api/errors.ts';
import {
  calendarDays,
  coveredUntil,
  expiryOf,
  inUseAt,
  usedFrom,
  validAt,
} from '../../../shared/domain/certificates.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { describeCertificate, materialOf, type CertificateMaterial, type Identity } from './identity.ts';
import { checkCertificate, dutchDay, type Sought } from './open.ts';

/** One row without the key; `hasKey` says whether it is still there. */
interface Stored extends Certificate {
  installedAt: string;
  removedAt: string | null;
  hasKey: 0 | 1;
}

const SELECT_STORED = `SELECT holder AS grantedTo, issuer AS grantedBy, valid_from AS validFrom, valid_to AS validTo, fingerprint,
  installed_at AS installedAt, removed_at AS removedAt, pem_key IS NOT NULL AS hasKey FROM certificate ORDER BY id`;

const stored = (db: Connection): Stored[] => db.prepare<[], Stored>(SELECT_STORED).all();
const usable = (db: Connection): Stored[] => stored(db).filter(({ hasKey }) => hasKey === 1);

/** Whose certificate belongs in this administration. */
export function soughtBy(db: Connection, clock: Clock): Sought {
  const { brinnummer, aanleverpunt } = readSchool(db);
  return { holder: `${brinnummer}${aanleverpunt}`, clock };
}

/** A certificate with its key. It leaves the encrypted database in memory only. @throws LasError certificate-gone */
export function readMaterial(db: Connection, fingerprint: string): CertificateMaterial {
  const material = db
    .prepare<[string], CertificateMaterial>(
      `SELECT pem_certificate AS pemCertificate, pem_key AS pemKey, pem_chain AS pemChain FROM certificate
       WHERE fingerprint = ? AND pem_key IS NOT NULL`,
    )
    .get(fingerprint);
  if (!material) throw new LasError('certificate-gone');
  return material;
}

/**
 * The certificate in use at this moment with its key, for the https agent; one that has ended as long as there is no other, as it is
 * for BRON to refuse it. Undefined when there is none. @throws LasError certificate-waiting
 */
export function readCertificate(db: Connection, clock: Clock): CertificateMaterial | undefined {
  const certificates = usable(db);
  const inUse = inUseAt(certificates, clock.now().toISOString());
  if (inUse) return readMaterial(db, inUse.fingerprint);
  const [first] = certificates.sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  if (first) throw new LasError('certificate-waiting', { date: dutchDay(first.validFrom) });
  return undefined;
}

/** The fingerprint of the certificate with which an exchange can be tried; undefined when there is none whose moment has come. */
export const fingerprintInUse = (db: Connection, clock: Clock): string | undefined =>
  inUseAt(usable(db), clock.now().toISOString())?.fingerprint;

const shown = ({ removedAt: _, hasKey: __, ...certificate }: Stored) => certificate;

function reasonOf({ removedAt, validTo }: Stored, now: string): EarlierCertificate['reason'] {
  if (removedAt !== null) return 'removed';
  return validTo <= now ? 'expired' : 'replaced';
}

/** What is shown of the certificates by `clock`. */
export function certificateState(db: Connection, clock: Clock): CertificateState {
  const now = clock.now().toISOString();
  const all = stored(db);
  const withKey = all.filter(({ hasKey }) => hasKey === 1);
  const inUse = inUseAt(withKey, now);
  const waiting = withKey
    .flatMap((certificate) => {
      const from = certificate === inUse ? undefined : usedFrom(withKey, certificate, now);
      return from === undefined ? [] : [{ row: certificate, usedFrom: from }];
    })
    .sort((a, b) => a.usedFrom.localeCompare(b.usedFrom));
  const earlier = all
    .filter((certificate) => certificate !== inUse && !waiting.some(({ row }) => row === certificate))
    .reverse();
  const until = coveredUntil(withKey, now);
  return {
    ...(inUse ? { certificate: { ...shown(inUse), daysLeft: calendarDays(now, inUse.validTo) } } : {}),
    waiting: waiting.map(({ row, usedFrom: from }) => ({ ...shown(row), usedFrom: from })),
    earlier: earlier.map((row) => ({
      ...shown(row),
      reason: reasonOf(row, now),
      ...(row.removedAt === null ? {} : { removedAt: row.removedAt }),
      hasKey: row.hasKey === 1,
    })),
    ...expiryOf(withKey, now),
    ...(until === undefined ? {} : { coveredUntil: until }),
  };
}

/**
 * Installs a certificate; those that are there stay. Installed anew it counts as installed now. Gives what it says, and from when
 * it is used when that is later. @throws LasError certificate-other-school, certificate-expired
 */
export function installCertificate(
  db: Connection,
  clock: Clock,
  identity: Identity,
): { certificate: Certificate; usedFrom?: string } {
  const certificate = describeCertificate(identity.certificate);
  checkCertificate(certificate, soughtBy(db, clock));
  const { pemCertificate, pemKey, pemChain } = materialOf(identity);
  const now = clock.now().toISOString();
  const { grantedTo, grantedBy, validFrom, validTo, fingerprint } = certificate;
  db.prepare('DELETE FROM certificate WHERE fingerprint = ?').run(fingerprint);
  db.prepare(
    `INSERT INTO certificate (fingerprint, holder, issuer, valid_from, valid_to, pem_certificate, pem_chain, pem_key, installed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(fingerprint, grantedTo, grantedBy, validFrom, validTo, pemCertificate, pemChain, pemKey, now);
  const certificates = usable(db);
  const installed = certificates.at(-1);
  const from =
    installed && validAt(certificates, now) !== installed ? usedFrom(certificates, installed, now) : undefined;
  return { certificate, ...(from === undefined ? {} : { usedFrom: from }) };
}

/** Destroys the key of a certificate for good; what it said stays as history. @throws LasError certificate-gone */
export function removeCertificate(db: Connection, clock: Clock, fingerprint: string): void {
  const { changes } = db
    .prepare('UPDATE certificate SET pem_key = NULL, removed_at = ? WHERE fingerprint = ? AND pem_key IS NOT NULL')
    .run(clock.now().toISOString(), fingerprint);
  if (changes === 0) throw new LasError('certificate-gone');
}

/** The certificates that have ended, have their key still, and have a successor that is in use: their fingerprints. */
export function endedAndReplaced(db: Connection, clock: Clock): string[] {
  const now = clock.now().toISOString();
  const certificates = usable(db);
  if (!validAt(certificates, now)) return [];
  return certificates.filter(({ validTo }) => validTo <= now).map(({ fingerprint }) => fingerprint);
}

/** Destroys the key of a certificate that is not used any more. */
export function destroyKey(db: Connection, fingerprint: string): void {
  db.prepare('UPDATE certificate SET pem_key = NULL WHERE fingerprint = ?').run(fingerprint);
}

/**
 * To be called after keys were destroyed: their pages are overwritten, but the log of the database has them until it is taken up.
 * Waits for nobody: false while another connection reads what was there before; then it is to be called again.
 */
export function forgetKeys(db: Connection): boolean {
  const patience = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout = 0');
  try {
    return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}
