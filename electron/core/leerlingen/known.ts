import { LasError } from '../../../shared/api/errors.ts';
import type { InschrijvingGegevens } from '../../../shared/api/leerlingen.ts';
import type { Connection } from '../database/database.ts';
import { readInschrijving } from './repository.ts';

/** Whether BRON has an inschrijving, or may have it: a message of it is under way. */
export function maybeKnown(db: Connection, inschrijvingId: number): boolean {
  const found = db
    .prepare<[number, number], { n: number }>(
      `SELECT (SELECT count(*) FROM bron_stand WHERE inschrijving_id = ?)
        + (SELECT count(*) FROM bericht WHERE inschrijving_id = ? AND state IN ('verzonden', 'onzeker', 'in behandeling')) AS n`,
    )
    .get(inschrijvingId, inschrijvingId);
  return found !== undefined && found.n > 0;
}

/**
 * BRON knows an inschrijving by its datum inschrijving: once it does, another date needs a verwijdering first (PvE 5.6.3).
 * @throws LasError inschrijving-known
 */
export function refuseOtherDate(db: Connection, id: number, gegevens: InschrijvingGegevens): void {
  const before = readInschrijving(db, id).gegevens;
  if (before.datumInschrijving !== gegevens.datumInschrijving && maybeKnown(db, id))
    throw new LasError('inschrijving-known', {}, 'gegevens.datumInschrijving');
}
