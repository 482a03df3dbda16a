import type { Brin } from '../registers/brin.ts';
import type { Register } from './database.ts';

/** Gives the aanleverpunten of a school that BRON knows: of BRIN, of a wachtwoordbrief, and of a certificate that still counts. */
export type Aanleverpunten = (brinnummer: string) => string[];

export function createAanleverpunten(register: Register, brin: Brin): Aanleverpunten {
  const given = register.prepare<[{ brinnummer: string }], { aanleverpunt: string }>(
    `SELECT aanleverpunt FROM letters WHERE brinnummer = @brinnummer AND lapsed = 0
     UNION SELECT aanleverpunt FROM certificates WHERE brinnummer = @brinnummer AND revoked_at IS NULL`,
  );
  return (brinnummer) => {
    const points = given.all({ brinnummer }).map(({ aanleverpunt }) => aanleverpunt);
    return [...new Set([...(brin.school(brinnummer)?.aanleverpunten ?? []), ...points])].sort();
  };
}
