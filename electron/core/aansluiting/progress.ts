import type { Path } from '../../../shared/api/aansluiting.ts';
import { schoolYear } from '../../../shared/domain/dates.ts';
import { START_ONDERWIJSNUMMER } from '../../../shared/pve/controles/readings.ts';
import type { Connection } from '../database/database.ts';

/** States in which BRON has been offered all that it must have of an inschrijving. */
const offered = "('in behandeling', 'afgekeurd', 'geregistreerd', 'geregistreerd met signaal')";
const registered = "('geregistreerd', 'geregistreerd met signaal')";

/**
 * How far the exchange of step 10 is: of the inschrijvingen that held on 1-8-2008 or later, and of those of the school year of `day`,
 * which alone count for the ending.
 */
export function exchangeProgress(db: Connection, day: string): Path['exchange'] {
  const { first, last } = schoolYear(day);
  const row = db
    .prepare<[Record<string, string>], Path['exchange']>(
      `WITH due AS (
         SELECT b.state, i.datum_inschrijving <= :last AND coalesce(i.datum_uitschrijving, '9999') >= :first AS current
         FROM inschrijving i JOIN bron_state b ON b.inschrijving_id = i.id
         WHERE coalesce(i.datum_uitschrijving, '9999') >= :since)
       SELECT count(*) AS total, count(*) FILTER (WHERE state IN ${offered}) AS delivered,
         count(*) FILTER (WHERE state IN ${registered}) AS registered, count(*) FILTER (WHERE current) AS current,
         count(*) FILTER (WHERE current AND state IN ${registered}) AS currentRegistered FROM due`,
    )
    .get({ first, last, since: START_ONDERWIJSNUMMER });
  return row ?? { total: 0, delivered: 0, registered: 0, current: 0, currentRegistered: 0 };
}
