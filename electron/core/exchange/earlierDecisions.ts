import type { EarlierDecision } from '../../../shared/api/leerlingen.ts';
import { describeSignaal } from '../../../shared/pve/signalen/signalen.ts';
import type { Connection } from '../database/database.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { signaalColumns, type SignaalRow } from './signaalRow.ts';

const sameGegeven = (a: SignaalRow, b: SignaalRow): boolean =>
  a.inschrijving_id === b.inschrijving_id &&
  a.gegevensgroep === b.gegevensgroep &&
  a.element === b.element &&
  (a.gegevensgroep !== null || a.code === b.code);

const sameDecision = (a: SignaalRow, b: SignaalRow): boolean =>
  a.decided_at === b.decided_at && a.decided_by === b.decided_by && a.note === b.note;

function toEarlier(row: SignaalRow): EarlierDecision[] {
  if (row.decided_at === null) return [];
  const optional = {
    note: row.note,
    decidedBy: row.decider,
    lasValue: row.las_value,
    bronValue: row.bron_value,
    reopenedBy: row.reopener,
    reopenedAt: row.reopened_at,
  };
  return [
    { code: row.code, title: describeSignaal(row.code).title, decidedAt: row.decided_at, ...withoutNulls(optional) },
  ];
}

/** For each signaal the other decisions about the same gegeven of the same inschrijving, the newest first. */
export function earlierDecisions(db: Connection, rows: readonly SignaalRow[]): Map<number, EarlierDecision[]> {
  const ids = [...new Set(rows.map(({ inschrijving_id: id }) => id))];
  const decided = db
    .prepare<[string], SignaalRow>(
      `SELECT ${signaalColumns} FROM signaal s WHERE s.inschrijving_id IN (SELECT value FROM json_each(?))
         AND s.decided_at IS NOT NULL AND s.decided_before = 0 ORDER BY s.decided_at DESC, s.id DESC`,
    )
    .all(JSON.stringify(ids));
  const about = Map.groupBy(decided, ({ inschrijving_id: id }) => id);
  return new Map(
    rows.map((row) => [
      row.id,
      (about.get(row.inschrijving_id) ?? [])
        .filter((other) => other.id !== row.id && sameGegeven(other, row) && !sameDecision(other, row))
        .flatMap(toEarlier),
    ]),
  );
}
