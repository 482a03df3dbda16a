import { isDeepStrictEqual } from 'node:util';
import { LasError } from '../../../shared/api/errors.ts';
import type { Connection } from '../database/database.ts';
import { personalTables } from '../database/personalData.ts';
import { everLeftSql, mayBeKnown } from '../exchange/known.ts';
import { indexLeerling } from './listIndex.ts';
import type { Row } from './rows.ts';
import { countingColumns, filledIn, hashOfFilledIn, hashOfRows } from './snapshotHash.ts';
import {
  certainLinks,
  deleteLonely,
  linkedVerzorgers,
  putBackVerzorgers,
  VERZORGERS,
  withoutVersion,
} from './snapshotVerzorgers.ts';

/** All that is registered of one pupil: the rows of every table about it and its verzorgers. Survives JSON. */
export type LeerlingSnapshot = Readonly<Record<string, readonly Row[]>>;

/** Tables about a pupil that are no part of its record: exchange, log, index, the work of a user, and what is between pupils. */
const besides = new Set([
  'change_value',
  'signaal',
  'proposal',
  'registratieoverzicht_leerling',
  'terugkoppeling',
  'bundel',
  'bundel_body',
  'bron_stand',
  'to_deliver',
  'bron_state',
  'bericht',
  'leerling_row',
  'leerling_word',
  'leerling_undo',
  'draft',
  'sibling_decision',
  'retention_keep',
]);

interface PupilTable {
  table: string;
  key: readonly string[];
  /** Columns that refer to another table of the pupil. */
  references: readonly { column: string; table: string }[];
  /** Its columns that count for the hash. */
  counting: readonly string[];
  /** What stands in a column that nobody has filled in. */
  defaults: Row;
  /** Finds the rows of the pupil whose id is its only parameter. */
  ofOne: string;
  /** The same of all pupils of a JSON array of ids, each row with its pupil as {@link PUPIL}. */
  ofMany: string;
}

interface ForeignKey {
  table: string;
  from: string;
  to: string;
}

const foreignKeys = (db: Connection, table: string) => db.pragma(`main.foreign_key_list("${table}")`) as ForeignKey[];

/** In rows of several pupils: the id of the pupil. */
const PUPIL = 'of_pupil';

/** In SQL: the tables from one, `t0`, up to that which names the pupil, and where it does so. */
function pathOf(db: Connection, table: string): { from: string; pupil: string } | undefined {
  let from = `main.${table} t0`;
  for (let [depth, name] = [0, table]; ;) {
    const link = personalTables.find((item) => item.table === name)?.link;
    const target = foreignKeys(db, name).find((reference) => reference.from === link);
    if (link && (name === 'leerling' || target?.table === 'leerling')) return { from, pupil: `t${depth}.${link}` };
    if (!target) return undefined;
    from += ` JOIN main.${target.table} t${depth + 1} ON t${depth + 1}.${target.to} = t${depth}.${link}`;
    [depth, name] = [depth + 1, target.table];
  }
}

interface Column {
  name: string;
  pk: number;
  dflt_value: string | null;
}

const defaultsOf = (db: Connection, columns: readonly Column[]): Row =>
  db
    .prepare<[], Row>(
      `SELECT ${columns.map(({ name, dflt_value }) => `${dflt_value ?? 'NULL'} AS ${name}`).join(', ')}`,
    )
    .get() ?? {};

const known = new WeakMap<Connection, readonly PupilTable[]>();

/** The tables that hold what is registered of a pupil, those that others refer to first. */
export function pupilTables(db: Connection): readonly PupilTable[] {
  const found = known.get(db);
  if (found) return found;
  const names = personalTables
    .filter(({ table, about }) => about === 'leerling' && !besides.has(table))
    .map(({ table }) => table);
  const tables = names.flatMap((table): PupilTable[] => {
    const path = pathOf(db, table);
    if (!path) return [];
    const columns = db.pragma(`main.table_info("${table}")`) as Column[];
    const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    const order = key.map((name) => `t0.${name}`).join(', ');
    return [
      {
        table,
        key,
        ofOne: `SELECT t0.* FROM ${path.from} WHERE ${path.pupil} = ? ORDER BY ${order}`,
        ofMany: `SELECT ${path.pupil} AS ${PUPIL}, t0.* FROM ${path.from}
          WHERE ${path.pupil} IN (SELECT value FROM json_each(?)) ORDER BY ${order}`,
        references: foreignKeys(db, table)
          .filter((target) => names.includes(target.table))
          .map((target) => ({ column: target.from, table: target.table })),
        counting: countingColumns(columns.map(({ name }) => name)),
        defaults: defaultsOf(db, columns),
      },
    ];
  });
  known.set(db, tables.reverse());
  return tables;
}

const rowsOf = (db: Connection, { ofOne }: PupilTable, leerlingId: number): Row[] =>
  db.prepare<[number], Row>(ofOne).all(leerlingId);

/** What is registered of a pupil now; of one that does not exist all tables are empty. */
export const snapshotLeerling = (db: Connection, leerlingId: number): LeerlingSnapshot => ({
  ...Object.fromEntries(pupilTables(db).map((table) => [table.table, rowsOf(db, table, leerlingId)])),
  [VERZORGERS]: linkedVerzorgers(db, leerlingId),
});

/**
 * Equal exactly for snapshots of now that say the same of the pupil alone. What a later schema adds and nobody has filled in does not
 * change it (`hashOfRows`).
 */
export const hashOfSnapshot = (db: Connection, snapshot: LeerlingSnapshot): string =>
  hashOfRows(pupilTables(db).map(({ table, defaults }) => ({ rows: snapshot[table] ?? [], defaults })));

/** The {@link hashOfSnapshot} of several pupils as they are now, by id: each table is asked once for all of them. */
export function hashesNow(db: Connection, ids: readonly number[]): Map<number, string> {
  const pupils = new Map<number, string[]>(ids.map((id) => [id, []]));
  for (const { ofMany, counting, defaults } of pupilTables(db))
    for (const row of db.prepare<[string], Row>(ofMany).all(JSON.stringify(ids)))
      pupils.get(Number(row[PUPIL]))?.push(filledIn(row, counting, defaults));
  return new Map([...pupils].map(([id, texts]) => [id, hashOfFilledIn(texts)]));
}

/** What a snapshot says, in one order; versions only count how often something was saved. */
const plainSnapshot = (snapshot: LeerlingSnapshot): readonly (readonly [string, readonly Row[]])[] =>
  Object.entries(snapshot)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => [table, rows.map(withoutVersion)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Whether two snapshots say the same. */
export const sameSnapshot = (a: LeerlingSnapshot, b: LeerlingSnapshot): boolean =>
  isDeepStrictEqual(plainSnapshot(a), plainSnapshot(b));

const keyOf = ({ key }: PupilTable, row: Row) => key.map((column) => row[column]).join('/');

/** By what a message is about a row of these tables. */
const aboutOf = new Map([
  ['inschrijving', 'inschrijving_id'],
  ['leerling', 'leerling_id'],
]);

/** Messages that never left go with what they are about. @throws LasError restore-known when others were sent */
function removeDrafts(db: Connection, about: string, id: Row[string] | undefined): void {
  db.prepare(`DELETE FROM bericht WHERE ${about} = ? AND NOT ${everLeftSql}`).run(id);
  const sent = db.prepare(`SELECT 1 FROM bericht WHERE ${about} = ?`).get(id);
  if (sent) throw new LasError('restore-known');
}

function removeRow(db: Connection, { table, key }: PupilTable, row: Row): void {
  const about = aboutOf.get(table);
  if (about !== undefined) removeDrafts(db, about, row.id);
  // BRON can have it without a message of here: it was taken over from a registratieoverzicht.
  if (table === 'inschrijving' && mayBeKnown(db, Number(row.id))) throw new LasError('restore-known');
  db.prepare(`DELETE FROM main.${table} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`).run(
    ...key.map((column) => row[column]),
  );
}

function updateRow(db: Connection, { table, key }: PupilTable, row: Row): void {
  const columns = Object.keys(row);
  const values = [...columns, ...key].map((column) => row[column]);
  db.prepare(
    `UPDATE main.${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`,
  ).run(...values);
}

/** Gives the id of the new row. A number that has been given to a row of another pupil meanwhile is replaced by a free one. */
function insertRow(db: Connection, { table }: PupilTable, row: Row): number {
  const taken = 'id' in row && db.prepare(`SELECT 1 FROM main.${table} WHERE id = ?`).get(row.id) !== undefined;
  const columns = Object.keys(row).filter((column) => !(taken && column === 'id'));
  const { lastInsertRowid } = db
    .prepare(`INSERT INTO main.${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...columns.map((column) => row[column]));
  return Number(lastInsertRowid);
}

/** The row with a version that no editor holds. */
const renewed = (row: Row, version: Row[string] | undefined): Row =>
  'version' in row ? { ...row, version: Math.max(Number(row.version), Number(version ?? 0)) + 1 } : row;

/**
 * Makes what is registered of a pupil what it was in the snapshot, row by row and as a whole; versions go up, so that whoever
 * is editing is told. Its verzorgers come back too, but nothing that someone else wrote of them is lost (`putBackVerzorgers`). Call it in the transaction of the change and then `refreshLeerling`; the log of changes is the caller's.
 * @throws LasError restore-known when an inschrijving or the pupil would go that BRON has, or of which a message was sent
 */
export function restoreLeerling(db: Connection, leerlingId: number, stored: LeerlingSnapshot): void {
  const tables = pupilTables(db);
  const verzorgers = linkedVerzorgers(db, leerlingId);
  const snapshot: LeerlingSnapshot = { ...stored, leerling_verzorger: certainLinks(db, leerlingId, stored) };
  for (const table of [...tables].reverse()) {
    const kept = new Set((snapshot[table.table] ?? []).map((row) => keyOf(table, row)));
    for (const row of rowsOf(db, table, leerlingId)) if (!kept.has(keyOf(table, row))) removeRow(db, table, row);
  }
  putBackVerzorgers(db, snapshot);
  /** Rows that had to get another number, by table and former number. */
  const renumbered = new Map<string, Row[string]>();
  for (const table of tables) {
    const present = new Map(rowsOf(db, table, leerlingId).map((row) => [keyOf(table, row), row]));
    for (const former of snapshot[table.table] ?? []) {
      // A snapshot of an earlier schema does not have the columns that were added since.
      const row: Row = { ...table.defaults, ...former };
      for (const { column, table: target } of table.references)
        row[column] = renumbered.get(`${target}/${row[column]}`) ?? row[column] ?? null;
      const current = present.get(keyOf(table, row));
      if (!current) renumbered.set(`${table.table}/${row.id}`, insertRow(db, table, renewed(row, undefined)));
      else if (!isDeepStrictEqual(current, row)) updateRow(db, table, renewed(row, current.version));
    }
  }
  deleteLonely(db, verzorgers);
  indexLeerling(db, leerlingId);
}
