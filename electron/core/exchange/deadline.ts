import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import { deliverBy } from '../../../shared/domain/enrolment/delivery.ts';
import type { Connection } from '../database/database.ts';
import { gegevenSql } from './content.ts';

interface Waiting {
  since: string;
  /** 1: BRON does not know the begin or the end of the inschrijving as they are here. */
  dates: 0 | 1;
}

/** What has to be delivered, in SQL, and whether the begin or end of the inschrijving is part of it: that has a term of its own. */
export const waitingSql = `SELECT d.inschrijving_id, d.since,
    b.inschrijving_id IS NULL OR ${gegevenSql('b.delivered', 'datumUitschrijving')} IS NOT i.datum_uitschrijving AS dates
  FROM to_deliver d JOIN inschrijving i ON i.id = d.inschrijving_id LEFT JOIN bron_stand b ON b.inschrijving_id = d.inschrijving_id`;

const lastDayOf = ({ since, dates }: Waiting): string =>
  deliverBy(dates === 1 ? 'dates' : 'other', dateInNetherlands(new Date(since)));

/** The last day by which BRON must have an inschrijving as it is here, `yyyy-mm-dd`; undefined when BRON has it. */
export function deadlineOf(db: Connection, inschrijvingId: number): string | undefined {
  const waiting = db.prepare<[number], Waiting>(`${waitingSql} WHERE d.inschrijving_id = ?`).get(inschrijvingId);
  return waiting && lastDayOf(waiting);
}

/** The first of these days among everything that has to be delivered. */
export const firstDeadline = (db: Connection): string | undefined =>
  db
    .prepare<[], Waiting>(`SELECT min(since) AS since, dates FROM (${waitingSql}) GROUP BY dates`)
    .all()
    .map(lastDayOf)
    .sort()[0];
