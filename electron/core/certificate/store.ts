import { LasError } from '../../../shared/api/errors.ts';
import type { Certificate } from '../../../shared/api/certificate.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';
import { describeCertificate, type CertificateMaterial } from './pkcs12.ts';

interface Row {
  pem_certificate: string;
  pem_key: string;
  pem_chain: string | null;
  installed_at: string;
}

const active = (db: Connection) =>
  db
    .prepare<[], Row>('SELECT pem_certificate, pem_key, pem_chain, installed_at FROM certificate WHERE active = 1')
    .get();

/** The installed certificate with its key, for the https agent. It leaves the encrypted database in memory only. */
export function readCertificate(db: Connection): CertificateMaterial | undefined {
  const row = active(db);
  return row && { pemCertificate: row.pem_certificate, pemKey: row.pem_key, pemChain: row.pem_chain ?? '' };
}

/** What is shown of the installed certificate, with the days it is still valid by `clock`. */
export function shownCertificate(
  db: Connection,
  clock: Clock,
): (Certificate & { installedAt: string; daysLeft: number }) | undefined {
  const row = active(db);
  if (!row) return undefined;
  const certificate = describeCertificate(row.pem_certificate);
  const daysLeft = Math.floor((new Date(certificate.validTo).getTime() - clock.now().getTime()) / 86_400_000);
  return { ...certificate, installedAt: row.installed_at, daysLeft };
}

/**
 * Checks that a certificate belongs to this aanleverpunt and is valid.
 * @throws LasError certificate-other-school, certificate-expired, certificate-not-yet-valid
 */
export function checkCertificate(db: Connection, clock: Clock, certificate: Certificate): void {
  const { brinnummer, aanleverpunt } = readSchool(db);
  const expected = `${brinnummer}${aanleverpunt}`;
  if (certificate.grantedTo !== expected)
    throw new LasError('certificate-other-school', { holder: certificate.grantedTo, expected });
  const now = clock.now();
  if (new Date(certificate.validTo) <= now)
    throw new LasError('certificate-expired', { date: dateInNetherlands(new Date(certificate.validTo)) });
  if (new Date(certificate.validFrom) > now) {
    throw new LasError('certificate-not-yet-valid', { date: dateInNetherlands(new Date(certificate.validFrom)) });
  }
}

/** Installs a certificate in the store; an earlier one is kept but no longer used. */
export function installCertificate(db: Connection, clock: Clock, material: CertificateMaterial): Certificate {
  const certificate = describeCertificate(material.pemCertificate);
  checkCertificate(db, clock, certificate);
  db.transaction(() => {
    db.prepare('UPDATE certificate SET active = 0').run();
    db.prepare(
      `INSERT INTO certificate (pem_certificate, pem_key, pem_chain, holder, issuer, valid_from, valid_to, fingerprint, installed_at, active)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    ).run(
      material.pemCertificate,
      material.pemKey,
      material.pemChain,
      certificate.grantedTo,
      certificate.grantedBy,
      certificate.validFrom,
      certificate.validTo,
      certificate.fingerprint,
      clock.now().toISOString(),
    );
  }).immediate();
  return certificate;
}
