import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../../../shared/domain/pgn.ts';
import type { Connection } from '../database/database.ts';

/** The PGN, when it can be one. */
export function pgnOf({ burgerservicenummer = '', onderwijsnummer = '' }: Persoonsgegevens): string | undefined {
  if (isValidBsn(burgerservicenummer)) return burgerservicenummer;
  return isValidOnderwijsnummer(onderwijsnummer) ? onderwijsnummer : undefined;
}

/** Whether another pupil has the PGN of a person already. @param own the pupil that the person is, when it is there */
export function isPgnTaken(db: Connection, persoon: Persoonsgegevens, own = 0): boolean {
  const pgn = pgnOf(persoon);
  if (pgn === undefined) return false;
  const other = db
    .prepare('SELECT 1 FROM leerling WHERE id <> ? AND (burgerservicenummer = ? OR onderwijsnummer = ?)')
    .get(own, pgn, pgn);
  return other !== undefined;
}
