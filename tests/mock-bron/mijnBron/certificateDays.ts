import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import type { Register } from '../register/database.ts';

/** When the certificate of an aanleverpunt was downloaded and tested: the first bericht 6 after that (Stappenplan step 9). */
export interface CertificateDays {
  downloadedOn?: string;
  testedOn?: string;
}

/** Gives the days of an aanleverpunt. */
export function createCertificateDays(register: Register) {
  const download = register.prepare<[string, string], { at: string | null }>(
    'SELECT min(downloaded_at) AS at FROM letters WHERE brinnummer = ? AND aanleverpunt = ?',
  );
  const test = register.prepare<[string, string, string], { at: string | null }>(
    `SELECT min(at) AS at FROM log WHERE direction = 'in' AND nr = 6 AND brinnummer = ? AND aanleverpunt = ? AND at >= ?`,
  );
  return (brinnummer: string, aanleverpunt: string): CertificateDays => {
    const downloaded = download.get(brinnummer, aanleverpunt)?.at;
    if (!downloaded) return {};
    const tested = test.get(brinnummer, aanleverpunt, downloaded)?.at;
    return {
      downloadedOn: dateInNetherlands(new Date(downloaded)),
      ...(tested ? { testedOn: dateInNetherlands(new Date(tested)) } : {}),
    };
  };
}
