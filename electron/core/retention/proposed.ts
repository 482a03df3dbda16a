import type { Destroyable } from '../../../shared/api/retention.ts';
import { today, type Clock } from '../../../shared/domain/clock.ts';
import { leftLongAgo } from '../../../shared/domain/keepingPeriod.ts';
import type { Connection } from '../database/database.ts';
import { displayName } from '../leerlingen/search.ts';
import { withoutNulls } from '../database/withoutNulls.ts';

interface Row {
  id: number;
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  datum_uitschrijving: string;
  under_way: 0 | 1;
  keep_until: string | null;
}

/** A melding that is not settled, or a change that BRON has not got of an inschrijving that it has. */
const underWaySql = `(EXISTS (SELECT 1 FROM bericht b LEFT JOIN main.inschrijving x ON x.id = b.inschrijving_id
    WHERE (b.leerling_id = l.id OR x.leerling_id = l.id) AND b.state IN ('verzonden', 'onzeker', 'in behandeling'))
  OR EXISTS (SELECT 1 FROM to_deliver d JOIN main.inschrijving x ON x.id = d.inschrijving_id JOIN bron_stand s ON s.inschrijving_id = x.id
    WHERE x.leerling_id = l.id))`;

/** The pupils of whom the last inschrijving ended on or before `:day`, with nothing that is open. */
const longGoneSql = `SELECT leerling_id, max(datum_uitschrijving) AS datum_uitschrijving FROM inschrijving
  GROUP BY leerling_id HAVING count(*) = count(datum_uitschrijving) AND max(datum_uitschrijving) <= :day`;

/** The last day on which a pupil `l` is kept on purpose, null when it has passed or there is none, in SQL. Named parameter `now`. */
const keptUntilSql = '(SELECT keep_until FROM retention_keep k WHERE k.leerling_id = l.id AND keep_until >= :now)';

/** How many pupils are proposed for destruction, without those who are kept on purpose. */
export function countProposed(db: Connection, clock: Clock): number {
  const now = today(clock);
  return (
    db
      .prepare<[object], number>(
        `SELECT count(*) FROM (${longGoneSql}) g JOIN leerling l ON l.id = g.leerling_id WHERE ${keptUntilSql} IS NULL`,
      )
      .pluck()
      .get({ day: leftLongAgo(now), now }) ?? 0
  );
}

/**
 * A page of the pupils of whom the retention period is over: those who left longest ago first, and last those who are kept on purpose;
 * `only`: of these.
 */
export function listDestroyable(
  db: Connection,
  clock: Clock,
  page: { offset: number; limit: number; only?: readonly number[] },
): { total: number; rows: Destroyable[] } {
  const now = today(clock);
  const day = leftLongAgo(now);
  const only = page.only === undefined ? null : JSON.stringify(page.only);
  const from = `FROM (${longGoneSql}) g JOIN leerling l ON l.id = g.leerling_id
    WHERE :only IS NULL OR l.id IN (SELECT value FROM json_each(:only))`;
  const rows = db
    .prepare<[object], Row>(
      `SELECT l.id, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, g.datum_uitschrijving, ${underWaySql} AS under_way,
         ${keptUntilSql} AS keep_until ${from}
       ORDER BY keep_until IS NOT NULL, g.datum_uitschrijving, l.id LIMIT :limit OFFSET :offset`,
    )
    .all({ day, now, only, limit: page.limit, offset: page.offset });
  const total = db.prepare<[object], number>(`SELECT count(*) ${from}`).pluck().get({ day, only }) ?? 0;
  return {
    total,
    rows: rows.map((row) => ({
      leerlingId: row.id,
      naam: displayName(withoutNulls(row)),
      datumUitschrijving: row.datum_uitschrijving,
      underWay: row.under_way === 1,
      ...(row.keep_until === null ? {} : { keptUntil: row.keep_until }),
    })),
  };
}
