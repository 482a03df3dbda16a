import { LasError } from '../../../shared/api/errors.ts';
import type { InschrijvingGegevens, Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { inPeriodOrder } from '../../../shared/pve/berichten/content.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { Administration } from '../context.ts';
import { appendChange, type FieldChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { inschrijvingColumns, leerlingColumns, periodicGroups, type Columns } from './columns.ts';
import { indexLeerling } from './listIndex.ts';
import { settleInschrijvingMarks, settlePersoonMarks } from './marks.ts';

type Row = Record<string, string | number | null>;
type Texts = Record<string, string | undefined>;

/** A stored record with the version that an editor must name when saving. */
export interface Stored<T> {
  id: number;
  version: number;
  gegevens: T;
}

/** The columns as they stand in a statement. */
export const namesOf = (columns: Columns) => columns.map(({ column }) => column).join(', ');

/** The filled gegevens of a row. */
export function toTexts(row: Row, columns: Columns): Texts {
  const texts: Texts = {};
  for (const { key, column } of columns) {
    const value = row[column];
    if (typeof value === 'string' && value !== '') texts[key] = value;
  }
  return texts;
}

/** The text of a gegeven, or null when it is not filled. */
function textOf(source: object, key: string): string | null {
  const value = (source as Record<string, unknown>)[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The values of a record in the order of the columns; null for what is not filled. */
export const toValues = (source: object, columns: Columns) => columns.map(({ key }) => textOf(source, key));

/** The persoonsgegevens of a pupil, from the table or what a caller may see of it (`Sight`). @throws LasError not-found */
export function readLeerling(db: Connection, id: number, pupils = 'leerling'): Stored<Persoonsgegevens> {
  const row = db
    .prepare<[number], Row>(`SELECT id, version, ${namesOf(leerlingColumns)} FROM ${pupils} WHERE id = ?`)
    .get(id);
  if (!row) throw new LasError('not-found');
  return { id, version: Number(row.version), gegevens: toTexts(row, leerlingColumns) };
}

/** An inschrijving with all its groups, and whose it is. @throws LasError not-found */
export function readInschrijving(db: Connection, id: number): Stored<InschrijvingGegevens> & { leerlingId: number } {
  const row = db
    .prepare<[number], Row>(
      `SELECT id, version, leerling_id, ${namesOf(inschrijvingColumns)} FROM inschrijving WHERE id = ?`,
    )
    .get(id);
  if (!row) throw new LasError('not-found');
  const groups = periodicGroups.map(({ group, table, columns, ...rest }) => {
    const rows = db
      .prepare<[number], Row>(`SELECT id, ${namesOf(columns)} FROM ${table} WHERE inschrijving_id = ? ORDER BY id`)
      .all(id);
    const items = rows.map((item): Voorkomen => ({
      ...toTexts(item, columns),
      ...('child' in rest ? readChildren(db, rest.child, Number(item.id)) : {}),
    }));
    return [group.key, inPeriodOrder(group, items)] as const;
  });
  const gegevens = { ...toTexts(row, inschrijvingColumns), ...Object.fromEntries(groups) } as InschrijvingGegevens;
  return { id, version: Number(row.version), leerlingId: Number(row.leerling_id), gegevens };
}

type ChildGroup = Extract<(typeof periodicGroups)[number], { child: unknown }>['child'];

/** The voorkomens below one voorkomen of a periodic group, under the key of their group. */
function readChildren(db: Connection, { group, table, parent, columns }: ChildGroup, parentId: number): Voorkomen {
  const rows = db
    .prepare<[number], Row>(`SELECT ${namesOf(columns)} FROM ${table} WHERE ${parent} = ? ORDER BY id`)
    .all(parentId);
  return {
    [group.key]: inPeriodOrder(
      group,
      rows.map((item) => toTexts(item, columns)),
    ),
  };
}

/** The ids of a pupil's inschrijvingen, newest first. */
export const inschrijvingIds = (db: Connection, leerlingId: number): number[] =>
  db
    .prepare<[number], { id: number }>(
      'SELECT id FROM inschrijving WHERE leerling_id = ? ORDER BY datum_inschrijving DESC, id DESC',
    )
    .all(leerlingId)
    .map(({ id }) => id);

/** What differs between two records. */
export function fieldChanges(before: object, after: object, columns: Columns): FieldChange[] {
  return columns
    .map(({ key }) => ({ field: key, old: textOf(before, key), new: textOf(after, key) }))
    .filter((change) => change.old !== change.new);
}

function log(administration: Administration, entity: string, entityId: number, changes: FieldChange[]): void {
  if (changes.length === 0) return;
  const { db, clock, caller } = administration;
  appendChange(db, { at: clock.now().toISOString(), userId: caller.userId, entity, entityId, changes });
}

/** Refuses to overwrite what another editor saved meanwhile. @throws LasError changed-elsewhere */
function expectVersion(stored: number, expected: number | undefined): void {
  if (stored !== expected) throw new LasError('changed-elsewhere');
}

/** Makes or overwrites a pupil and gives its id and new version. Call it inside a transaction. */
export function writeLeerling(
  administration: Administration,
  persoon: Persoonsgegevens,
  id?: number,
  version?: number,
): { id: number; version: number } {
  const { db, clock } = administration;
  const now = clock.now().toISOString();
  const values = [...toValues(persoon, leerlingColumns), now];
  const columns = [...leerlingColumns.map(({ column }) => column), 'changed_at'];
  if (id === undefined) {
    const made = db
      .prepare(
        `INSERT INTO main.leerling (${columns.join(', ')}, created_at) VALUES (${columns.map(() => '?').join(', ')}, ?)`,
      )
      .run(...values, now);
    const newId = Number(made.lastInsertRowid);
    log(administration, 'leerling', newId, fieldChanges({}, persoon, leerlingColumns));
    indexLeerling(db, newId);
    return { id: newId, version: 1 };
  }
  const before = readLeerling(db, id);
  expectVersion(before.version, version);
  db.prepare(
    `UPDATE main.leerling SET ${columns.map((column) => `${column} = ?`).join(', ')}, version = version + 1 WHERE id = ?`,
  ).run(...values, id);
  settlePersoonMarks(db, id, persoon);
  log(administration, 'leerling', id, fieldChanges(before.gegevens, persoon, leerlingColumns));
  indexLeerling(db, id);
  return { id, version: before.version + 1 };
}

const insertInto = (db: Connection, table: string, parent: string, columns: Columns) =>
  db.prepare(`INSERT INTO ${table} (${parent}, ${namesOf(columns)}) VALUES (?, ${columns.map(() => '?').join(', ')})`);

function writeGroups(db: Connection, id: number, gegevens: InschrijvingGegevens): void {
  for (const { group, table, columns, ...rest } of periodicGroups) {
    db.prepare(`DELETE FROM ${table} WHERE inschrijving_id = ?`).run(id);
    const insert = insertInto(db, table, 'inschrijving_id', columns);
    for (const item of inPeriodOrder<Voorkomen>(group, gegevens[group.key])) {
      const { lastInsertRowid } = insert.run(id, ...toValues(item, columns));
      if (!('child' in rest)) continue;
      const { child } = rest;
      const below = item[child.group.key];
      const insertChild = insertInto(db, child.table, child.parent, child.columns);
      for (const voorkomen of inPeriodOrder(child.group, Array.isArray(below) ? below : []))
        insertChild.run(Number(lastInsertRowid), ...toValues(voorkomen, child.columns));
    }
  }
}

const groupChanges = (before: InschrijvingGegevens | undefined, after: InschrijvingGegevens): FieldChange[] =>
  periodicGroups
    .map(({ group: { key } }) => ({
      field: key,
      old: before && before[key].length > 0 ? JSON.stringify(before[key]) : null,
      new: after[key].length > 0 ? JSON.stringify(after[key]) : null,
    }))
    .filter((change) => change.old !== change.new);

/** Makes or overwrites an inschrijving with all its groups. Call it inside a transaction. */
export function writeInschrijving(
  administration: Administration,
  leerlingId: number,
  gegevens: InschrijvingGegevens,
  id?: number,
  version?: number,
): { id: number; version: number } {
  const { db, clock } = administration;
  const now = clock.now().toISOString();
  const names = inschrijvingColumns.map(({ column }) => column);
  const values = toValues(gegevens, inschrijvingColumns);
  if (id === undefined) {
    readLeerling(db, leerlingId);
    const made = db
      .prepare(
        `INSERT INTO main.inschrijving (leerling_id, ${names.join(', ')}, created_at, changed_at) VALUES (?, ${names.map(() => '?').join(', ')}, ?, ?)`,
      )
      .run(leerlingId, ...values, now, now);
    const newId = Number(made.lastInsertRowid);
    writeGroups(db, newId, gegevens);
    log(administration, 'inschrijving', newId, [
      ...fieldChanges({}, gegevens, inschrijvingColumns),
      ...groupChanges(undefined, gegevens),
    ]);
    return { id: newId, version: 1 };
  }
  const before = readInschrijving(db, id);
  if (before.leerlingId !== leerlingId) throw new LasError('not-found');
  expectVersion(before.version, version);
  db.prepare(
    `UPDATE main.inschrijving SET ${names.map((column) => `${column} = ?`).join(', ')}, changed_at = ?, version = version + 1 WHERE id = ?`,
  ).run(...values, now, id);
  writeGroups(db, id, gegevens);
  settleInschrijvingMarks(db, id, gegevens);
  log(administration, 'inschrijving', id, [
    ...fieldChanges(before.gegevens, gegevens, inschrijvingColumns),
    ...groupChanges(before.gegevens, gegevens),
  ]);
  return { id, version: before.version + 1 };
}
