import type { Connection } from '../database/database.ts';

/** Whether a message ever left, in SQL, whatever became of it: one that was given up may have come to BRON. */
export const everLeftSql = "(sent_at IS NOT NULL AND state NOT IN ('opgesteld', 'tegengehouden'))";

/** Whether a message of an inschrijving is with BRON, or may be, and not settled yet. */
export const isUnderWay = (db: Connection, inschrijvingId: number): boolean =>
  db
    .prepare("SELECT 1 FROM bericht WHERE inschrijving_id = ? AND state IN ('verzonden', 'onzeker', 'in behandeling')")
    .get(inschrijvingId) !== undefined;

/** Whether a wijziging sleutelgegevens of the pupil of an inschrijving is drafted, or with BRON and not settled, in SQL: its meldingen wait. */
export const keyDataUnderWaySql = (inschrijvingId: string): string =>
  `EXISTS (SELECT 1 FROM bericht k JOIN main.inschrijving i ON i.leerling_id = k.leerling_id
     WHERE i.id = ${inschrijvingId} AND k.nr = 2 AND k.state IN ('opgesteld', 'verzonden', 'onzeker', 'in behandeling'))`;

/** What makes a draft lapse, in SQL: an attempt of it that certainly failed is not to be taken for one in which it left. */
export const lapseDraftSql = "state = 'vervallen', sent_at = NULL";

/** What makes a message lapse that left, in SQL: only what BRON has refused it counts as answered. */
export const giveUpSql = `state = 'vervallen', next_attempt_at = NULL,
  answered_at = CASE WHEN state IN ('afgekeurd', 'geweigerd') THEN answered_at END`;

/** Whether BRON has refused a message, in SQL. */
export const refusedSql =
  "(state IN ('afgekeurd', 'geweigerd') OR (state = 'vervallen' AND sent_at IS NOT NULL AND answered_at IS NOT NULL))";

/**
 * Whether BRON has an inschrijving, or may have it: a message of it is under way, or was when it was given up, and BRON has not removed
 * it since. Then it takes a verwijdering to undo it (PvE 5.6.4).
 */
export const mayBeKnown = (db: Connection, inschrijvingId: number): boolean =>
  db
    .prepare<[{ id: number }], { known: 0 | 1 }>(
      `SELECT EXISTS (SELECT 1 FROM bron_stand WHERE inschrijving_id = :id)
         OR EXISTS (SELECT 1 FROM bericht WHERE inschrijving_id = :id AND (state IN ('verzonden', 'onzeker', 'in behandeling')
           OR (nr = 3 AND state = 'vervallen' AND ${everLeftSql} AND NOT ${refusedSql}
             AND id > (SELECT coalesce(max(id), 0) FROM bericht WHERE inschrijving_id = :id AND state = 'verwijderd')))) AS known`,
    )
    .get({ id: inschrijvingId })?.known === 1;
