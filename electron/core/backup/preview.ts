import type { RestorePreview } from '../../../shared/api/backup.ts';
import type { Connection } from '../database/database.ts';
import { readSchool, readSetting } from '../school/settings.ts';

/** What is told of a certificate. */
export interface CertificateFacts {
  validTo: string;
  fingerprint: string;
}

/** The certificate that was installed last and can still be used. */
const lastCertificate = (db: Connection): CertificateFacts | undefined =>
  db
    .prepare<[], CertificateFacts>(
      'SELECT valid_to AS validTo, fingerprint FROM certificate WHERE pem_key IS NOT NULL ORDER BY id DESC LIMIT 1',
    )
    .get();

const count = (db: Connection, sql: string, ...values: string[]): number =>
  db.prepare<string[], { n: number }>(sql).get(...values)?.n ?? 0;

/** What is in an opened backup. */
export function backupContent(db: Connection): Pick<RestorePreview, 'schoolName' | 'brinnummer' | 'aanleverpunt'> & {
  certificate: CertificateFacts | undefined;
} {
  const { naam, brinnummer, aanleverpunt } = readSchool(db);
  return { schoolName: naam, brinnummer, aanleverpunt, certificate: lastCertificate(db) };
}

/** What stands here and goes with a restore of a backup made at `madeAt`: above all what BRON was told since. */
export function presentContent(
  db: Connection,
  madeAt: string,
  backupCertificate: CertificateFacts | undefined,
): { present: NonNullable<RestorePreview['present']>; certificateNewer: boolean } {
  const certificate = lastCertificate(db);
  const lastExchangeAt = readSetting<string>(db, 'exchange.lastAt');
  return {
    present: {
      leerlingen: count(db, 'SELECT count(*) AS n FROM main.leerling WHERE deleted_at IS NULL'),
      sentAfter: count(db, 'SELECT count(*) AS n FROM bericht WHERE sent_at > ?', madeAt),
      ...(lastExchangeAt ? { lastExchangeAt } : {}),
    },
    certificateNewer: certificate !== undefined && certificate.fingerprint !== backupCertificate?.fingerprint,
  };
}
