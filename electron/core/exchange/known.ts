import type { Connection } from '../database/database.ts';

/** Whether BRON has an inschrijving, or may have it: a message of it is under way. Then it takes a verwijdering to undo it (PvE 5.6.4). */
export const mayBeKnown = (db: Connection, inschrijvingId: number): boolean =>
  db
    .prepare<[number, number], { known: 0 | 1 }>(
      `SELECT EXISTS (SELECT 1 FROM bron_stand WHERE inschrijving_id = ?)
         OR EXISTS (SELECT 1 FROM bericht WHERE inschrijving_id = ? AND state IN ('verzonden', 'onzeker', 'in behandeling')) AS known`,
    )
    .get(inschrijvingId, inschrijvingId)?.known === 1;
