import { LasError } from '../../../shared/api/errors.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { isValidBsn, isValidOnderwijsnummer } from '../../../shared/domain/pgn.ts';
import type { Connection } from '../database/database.ts';
import { refuseWhileUnknown } from '../exchange/hold.ts';
import { mayBeKnown } from '../exchange/known.ts';

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

const hasNumber = ({ burgerservicenummer, onderwijsnummer }: Persoonsgegevens): boolean =>
  Boolean(burgerservicenummer) || Boolean(onderwijsnummer);

/**
 * A pupil whom BRON has, or may have, under a number stays under one: by a melding without it BRON could make a second pupil of this
 * one (PvE 5.6.3). @throws LasError number-known
 */
export function refuseLostNumber(
  db: Connection,
  leerlingId: number,
  before: Persoonsgegevens,
  after: Persoonsgegevens,
): void {
  if (!hasNumber(before) || hasNumber(after)) return;
  const inschrijvingen = db
    .prepare<[number], number>('SELECT id FROM main.inschrijving WHERE leerling_id = ?')
    .pluck()
    .all(leerlingId);
  if (inschrijvingen.some((id) => mayBeKnown(db, id))) throw new LasError('number-known');
  refuseWhileUnknown(db, inschrijvingen);
}
