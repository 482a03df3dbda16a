import { LasError } from '../../../shared/api/errors.ts';
import {
  verzorgerGegevens,
  verzorgerLink,
  type VerzorgerGegevens,
  type VerzorgerLink,
} from '../../../shared/api/gezin.ts';
import type { Administration } from '../context.ts';
import { appendChange, type FieldChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { columnOf, type Columns } from '../leerlingen/columns.ts';
import { nextId, type Stored } from '../leerlingen/repository.ts';
import { fieldChanges, namesOf, toTexts, toValues, type Row } from '../leerlingen/rows.ts';
import { fold } from '../leerlingen/search.ts';

const columnsOf = (shape: object): Columns => Object.keys(shape).map((key) => ({ key, column: columnOf(key) }));
const verzorgerColumns = columnsOf(verzorgerGegevens.shape);
const linkColumns = columnsOf(verzorgerLink.shape);

/** A verzorger with what he is to one pupil. */
export interface Linked {
  verzorger: Stored<VerzorgerGegevens>;
  link: Stored<VerzorgerLink> & { leerlingId: number };
}

const toVerzorger = (row: Row): Stored<VerzorgerGegevens> => ({
  id: Number(row.id),
  version: Number(row.version),
  gegevens: toTexts(row, verzorgerColumns),
});

const toLink = (row: Row): Linked['link'] => ({
  id: Number(row.id),
  version: Number(row.version),
  leerlingId: Number(row.leerling_id),
  gegevens: toTexts(row, linkColumns),
});

/** A verzorger. @throws LasError not-found */
export function readVerzorger(db: Connection, id: number): Stored<VerzorgerGegevens> {
  const row = db.prepare<[number], Row>('SELECT * FROM verzorger WHERE id = ?').get(id);
  if (!row) throw new LasError('not-found');
  return toVerzorger(row);
}

/** What a verzorger is to a pupil, by the id of the link. @throws LasError not-found */
export function readLink(db: Connection, id: number): Linked['link'] & { verzorgerId: number } {
  const row = db.prepare<[number], Row>('SELECT * FROM leerling_verzorger WHERE id = ?').get(id);
  if (!row) throw new LasError('not-found');
  return { ...toLink(row), verzorgerId: Number(row.verzorger_id) };
}

/** The verzorgers of a pupil, whom the school calls first in front. */
export const verzorgersOf = (db: Connection, leerlingId: number): Linked[] =>
  db
    .prepare<[number], Row>('SELECT * FROM leerling_verzorger WHERE leerling_id = ? ORDER BY position, id')
    .all(leerlingId)
    .map((row) => ({ link: toLink(row), verzorger: readVerzorger(db, Number(row.verzorger_id)) }));

/** The links of a verzorger: to which pupils he belongs, but for those who lie in the bin. */
export const linksOf = (db: Connection, verzorgerId: number): Linked['link'][] =>
  db
    .prepare<[number], Row>(
      `SELECT k.* FROM leerling_verzorger k JOIN leerling l ON l.id = k.leerling_id
       WHERE k.verzorger_id = ? ORDER BY k.leerling_id`,
    )
    .all(verzorgerId)
    .map(toLink);

/** Everything a verzorger is found by: names, telephone numbers without spaces, e-mail. */
function searchTextOf(gegevens: VerzorgerGegevens): string {
  const { voorletters, roepnaam, voorvoegsel, achternaam, telefoon, telefoonMobile, telefoonWork, email } = gegevens;
  const numbers = [telefoon, telefoonMobile, telefoonWork].map((number) => number?.replaceAll(/[^\d+]/g, ''));
  return fold([voorletters, roepnaam, voorvoegsel, achternaam, ...numbers, email].filter(Boolean).join(' '));
}

function log({ db, clock, caller }: Administration, entity: string, entityId: number, changes: FieldChange[]): void {
  if (changes.length === 0) return;
  appendChange(db, { at: clock.now().toISOString(), userId: caller.userId, entity, entityId, changes });
}

/** Makes a verzorger (without id) or overwrites one; gives the id. Call it inside a transaction. @throws LasError changed-elsewhere, not-found */
export function writeVerzorger(
  administration: Administration,
  gegevens: VerzorgerGegevens,
  id?: number,
  version?: number,
): number {
  const { db, clock } = administration;
  const now = clock.now().toISOString();
  const columns = [...verzorgerColumns.map(({ column }) => column), 'search_text', 'changed_at'];
  const values = [...toValues(gegevens, verzorgerColumns), searchTextOf(gegevens), now];
  if (id === undefined) {
    const made = nextId(db, 'verzorger');
    db.prepare(
      `INSERT INTO verzorger (${columns.join(', ')}, created_at, id) VALUES (${columns.map(() => '?').join(', ')}, ?, ?)`,
    ).run(...values, now, made);
    log(administration, 'verzorger', made, fieldChanges({}, gegevens, verzorgerColumns));
    return made;
  }
  const before = readVerzorger(db, id);
  if (before.version !== version) throw new LasError('changed-elsewhere');
  const changes = fieldChanges(before.gegevens, gegevens, verzorgerColumns);
  if (changes.length === 0) return id;
  db.prepare(
    `UPDATE verzorger SET ${columns.map((column) => `${column} = ?`).join(', ')}, version = version + 1 WHERE id = ?`,
  ).run(...values, id);
  log(administration, 'verzorger', id, changes);
  return id;
}

/** Makes a verzorger one of a pupil, behind those there are. Call it inside a transaction. @throws LasError verzorger-linked, not-found */
export function insertLink(
  administration: Administration,
  leerlingId: number,
  verzorgerId: number,
  gegevens: VerzorgerLink,
): void {
  const { db } = administration;
  if (!db.prepare('SELECT 1 FROM leerling WHERE id = ?').get(leerlingId)) throw new LasError('not-found');
  readVerzorger(db, verzorgerId);
  if (linksOf(db, verzorgerId).some((link) => link.leerlingId === leerlingId)) throw new LasError('verzorger-linked');
  const id = nextId(db, 'leerling_verzorger');
  db.prepare(
    `INSERT INTO leerling_verzorger (id, leerling_id, verzorger_id, ${namesOf(linkColumns)}, position)
     VALUES (?, ?, ?, ${linkColumns.map(() => '?').join(', ')},
       (SELECT coalesce(max(position), 0) + 1 FROM leerling_verzorger WHERE leerling_id = ?))`,
  ).run(id, leerlingId, verzorgerId, ...toValues(gegevens, linkColumns), leerlingId);
  log(administration, 'leerling_verzorger', id, [
    { field: 'leerlingId', old: null, new: String(leerlingId) },
    { field: 'verzorgerId', old: null, new: String(verzorgerId) },
    ...fieldChanges({}, gegevens, linkColumns),
  ]);
}

/** Overwrites what a verzorger is to a pupil. Call it inside a transaction. @throws LasError changed-elsewhere, not-found */
export function updateLink(
  administration: Administration,
  gegevens: VerzorgerLink,
  id: number,
  version?: number,
): void {
  const before = readLink(administration.db, id);
  if (before.version !== version) throw new LasError('changed-elsewhere');
  const changes = fieldChanges(before.gegevens, gegevens, linkColumns);
  if (changes.length === 0) return;
  administration.db
    .prepare(
      `UPDATE leerling_verzorger SET ${linkColumns.map(({ column }) => `${column} = ?`).join(', ')}, version = version + 1
       WHERE id = ?`,
    )
    .run(...toValues(gegevens, linkColumns), id);
  log(administration, 'leerling_verzorger', id, changes);
}

/**
 * Takes a verzorger from a pupil, and deletes him when he belongs to no other. Gives whether he was deleted. Call it inside a
 * transaction. @throws LasError changed-elsewhere, not-found
 */
export function deleteLink(administration: Administration, id: number, version: number): boolean {
  const { db } = administration;
  const { version: stored, leerlingId, verzorgerId, gegevens } = readLink(db, id);
  if (stored !== version) throw new LasError('changed-elsewhere');
  const verzorger = readVerzorger(db, verzorgerId);
  db.prepare('DELETE FROM leerling_verzorger WHERE id = ?').run(id);
  log(administration, 'leerling_verzorger', id, [
    { field: 'leerlingId', old: String(leerlingId), new: null },
    { field: 'verzorgerId', old: String(verzorgerId), new: null },
    ...fieldChanges(gegevens, {}, linkColumns),
  ]);
  // Who lies in the bin can come back, and then with his verzorgers.
  if (db.prepare('SELECT 1 FROM leerling_verzorger WHERE verzorger_id = ?').get(verzorgerId)) return false;
  db.prepare('DELETE FROM verzorger WHERE id = ?').run(verzorgerId);
  log(administration, 'verzorger', verzorgerId, fieldChanges(verzorger.gegevens, {}, verzorgerColumns));
  return true;
}

/** Puts the verzorgers of a pupil in an order; one that is not named comes behind. Call it inside a transaction. */
export function orderLinks(administration: Administration, leerlingId: number, linkIds: readonly number[]): void {
  const { db } = administration;
  const now = verzorgersOf(db, leerlingId).map(({ link }) => link.id);
  const next = [...linkIds.filter((id) => now.includes(id)), ...now.filter((id) => !linkIds.includes(id))];
  const move = db.prepare('UPDATE leerling_verzorger SET position = ? WHERE id = ?');
  next.forEach((id, index) => move.run(index + 1, id));
  log(administration, 'leerling', leerlingId, [{ field: 'verzorgers', old: now.join(','), new: next.join(',') }]);
}
