import { isDeepStrictEqual } from 'node:util';
import type { Connection } from '../database/database.ts';
import type { Row } from './rows.ts';
import type { LeerlingSnapshot } from './snapshot.ts';

/** In a snapshot: the verzorgers of the pupil, who may be those of others too. */
export const VERZORGERS = 'verzorger';
/** In a snapshot of before a change: the same verzorgers as the change left them. */
export const VERZORGERS_LEFT = 'verzorger as left';

/** A row without the count of how often it was saved. */
export const withoutVersion = ({ version: _version, ...row }: Row): Row => row;

const sameRow = (a: Row, b: Row): boolean => isDeepStrictEqual(withoutVersion(a), withoutVersion(b));

/** The rows of the verzorgers of a pupil. */
export const linkedVerzorgers = (db: Connection, leerlingId: number): Row[] =>
  db
    .prepare<[number], Row>(
      `SELECT v.* FROM main.verzorger v JOIN main.leerling_verzorger k ON k.verzorger_id = v.id
       WHERE k.leerling_id = ? ORDER BY v.id`,
    )
    .all(leerlingId);

const rowOf = (db: Connection, id: Row[string] | undefined): Row | undefined =>
  db.prepare<[Row[string] | undefined], Row>('SELECT * FROM main.verzorger WHERE id = ?').get(id);

/** The verzorgers of these snapshots as they are now, each once. */
export function verzorgersNow(db: Connection, ...snapshots: LeerlingSnapshot[]): Row[] {
  const ids = new Set(snapshots.flatMap((snapshot) => (snapshot[VERZORGERS] ?? []).map(({ id }) => id)));
  return [...ids].map((id) => rowOf(db, id)).filter((row) => row !== undefined);
}

/** What the change after this snapshot did to verzorgers who were there before and after it. */
const changesIn = (snapshot: LeerlingSnapshot): { was: Row; left: Row }[] =>
  (snapshot[VERZORGERS] ?? []).flatMap((was) => {
    const left = snapshot[VERZORGERS_LEFT]?.find(({ id }) => id === was.id);
    return left && !sameRow(was, left) ? [{ was, left }] : [];
  });

/** The verzorgers whom the change after this snapshot changed and someone else after it: they stay as they are now. */
export const changedSince = (db: Connection, snapshot: LeerlingSnapshot): Row[] =>
  changesIn(snapshot).flatMap(({ was, left }) => {
    const now = rowOf(db, was.id);
    return now && !sameRow(now, was) && !sameRow(now, left) ? [now] : [];
  });

/**
 * The links of a snapshot to verzorgers whom it knows, or who are linked to the pupil still: in a snapshot of an earlier release,
 * without verzorgers, another person may have got the number.
 */
export function certainLinks(db: Connection, leerlingId: number, snapshot: LeerlingSnapshot): readonly Row[] {
  const known = new Set([...(snapshot[VERZORGERS] ?? []), ...linkedVerzorgers(db, leerlingId)].map(({ id }) => id));
  return (snapshot['leerling_verzorger'] ?? []).filter((link) => known.has(link['verzorger_id'] ?? null));
}

/**
 * Brings back the verzorgers of a snapshot who are gone, and undoes what the change after it did to one. Who was changed by
 * someone else since, on the card of a brother for one, stays as he is.
 */
export function putBackVerzorgers(db: Connection, snapshot: LeerlingSnapshot): void {
  for (const row of snapshot[VERZORGERS] ?? []) {
    if (rowOf(db, row.id)) continue;
    const columns = Object.keys(row);
    db.prepare(`INSERT INTO main.verzorger (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
      ...Object.values({ ...row, version: Number(row.version) + 1 }),
    );
  }
  for (const { was, left } of changesIn(snapshot)) {
    const now = rowOf(db, was.id);
    if (!now || !sameRow(now, left)) continue;
    const row = { ...was, version: Number(now.version) + 1 };
    const assignments = Object.keys(row).map((column) => `${column} = ?`);
    db.prepare(`UPDATE main.verzorger SET ${assignments.join(', ')} WHERE id = ?`).run(...Object.values(row), was.id);
  }
}

/** Deletes those of these verzorgers who belong to no pupil any more; who lies in the bin counts. */
export function deleteLonely(db: Connection, verzorgers: readonly Row[]): void {
  const remove = db.prepare(
    `DELETE FROM main.verzorger AS v WHERE id = ?
     AND NOT EXISTS (SELECT 1 FROM main.leerling_verzorger k WHERE k.verzorger_id = v.id)`,
  );
  for (const { id } of verzorgers) remove.run(id);
}
