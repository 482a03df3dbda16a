import type { Connection } from '../database/database.ts';

/** Whether a message ever left, in SQL, whatever became of it: one that was given up may have come to BRON. */
export const everLeftSql = "(sent_at IS NOT NULL AND state NOT IN ('opgesteld', 'tegengehouden'))";

/** What makes a draft lapse, in SQL: an attempt of it that certainly failed is not to be taken for one in which it left. */
export const lapseDraftSql = "state = 'vervallen', sent_at = NULL";

/** What makes a message lapse that left, in SQL: only what BRON has refused it counts as answered. */
export const giveUpSql = `state = 'vervallen', next_attempt_at = NULL,
  answered_at = CASE WHEN state IN ('afgekeurd', 'geweigerd') THEN answered_at END`;

/** Whether BRON has refused a message, in SQL. */
export const refusedSql =
  "(state IN ('afgekeurd', 'geweigerd') OR (state = 'vervallen' AND sent_at IS NOT NULL AND answered_at IS NOT NULL))";

/**
 * Whether BRON has an inschrijving, or may have it: a message of it is under way, or was when it was given up. Then it takes a
 * verwijdering to undo it (PvE 5.6.4).
 */
export const mayBeKnown = (db: Connection, inschrijvingId: number): boolean =>
  db
    .prepare<[number, number], { known: 0 | 1 }>(
      `SELECT EXISTS (SELECT 1 FROM bron_stand WHERE inschrijving_id = ?)
         OR EXISTS (SELECT 1 FROM bericht WHERE inschrijving_id = ? AND (state IN ('verzonden', 'onzeker', 'in behandeling')
           OR (state = 'vervallen' AND ${everLeftSql} AND NOT ${refusedSql}))) AS known`,
    )
    .get(inschrijvingId, inschrijvingId)?.known === 1;
