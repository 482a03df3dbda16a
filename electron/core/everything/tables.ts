import type { Connection } from '../database/database.ts';
import { personalTables } from '../database/personalData.ts';

/** A table as it goes into a JSON export. */
export interface ExportTable {
  table: string;
  columns: readonly string[];
  key: readonly string[];
  /** Condition on the rows that go along; absent: all. */
  where?: string;
}

/** Tables that stay out of the JSON export, each with the reason. A test fails when a table is neither in the export nor here. */
export const leftOut: Readonly<Record<string, string>> = {
  user_account: 'people get an account and a password in each administration anew',
  groep_leerkracht: 'which groepen are given to whom belongs to an account',
  draft: 'unsaved work belongs to an account',
  certificate: 'the private key does not leave the administration; the certificate is installed anew',
  certificate_download: 'holds the private key too',
  change_log: 'the chain proves itself only where it was written; a backup keeps it',
  change_value: 'belongs to the log of changes',
  leerling_undo: 'what can be undone refers to lines of the log of changes',
  destruction: 'the protocol stays where the destruction was done; a backup keeps it',
  destruction_record: 'belongs to the protocol of destruction',
  destruction_place: 'belongs to the protocol of destruction',
  groep_batch: 'what can be undone refers to lines of the log of changes',
  leerling_row: 'derived from the pupils, made anew',
  leerling_word: 'derived from the pupils, made anew',
};

/** Tables that stay out because they are derived; an import makes them anew. */
const derived = ['leerling_row', 'leerling_word'];

/** Settings that stay out of the JSON export, each with the reason; `%`: whatever follows. */
export const settingsLeftOut: Readonly<Record<string, string>> = {
  administrationId: 'each administration has one of its own, by which its backups are known',
  'backup.secondPlace': 'a folder of this computer',
  'columnSets.%': 'belongs to an account',
  'exchange.schedule': 'whether this computer exchanges by itself',
  'exchange.unattended': 'how that went',
  'exchange.proxy%': 'about the network of this computer, with a password',
  recoveryConfirmed: 'about the recovery code of this administration',
  rekeyAdvised: 'about the key of this administration',
};

/** Each administration draws a series of its own (PvE 4.2.2); only the number of bericht 6 has to rise through a move. */
export const SEQUENCE_KEPT = 'verzoek.current';

/** Rows that go along of tables of which not all do. */
const rowConditions: Readonly<Record<string, string>> = {
  setting: Object.keys(settingsLeftOut)
    .map((pattern) => `key NOT LIKE '${pattern}'`)
    .join(' AND '),
  sequence: `name = '${SEQUENCE_KEPT}'`,
};

interface ColumnInfo {
  name: string;
  pk: number;
  notnull: 0 | 1;
}
interface ForeignKey {
  table: string;
  from: string;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Columns that refer to a table that stays out. */
function brokenReferences(db: Connection, table: string): Set<string> {
  const keys = db.pragma(`main.foreign_key_list(${quoted(table)})`) as ForeignKey[];
  return new Set(keys.filter(({ table: target }) => Object.hasOwn(leftOut, target)).map(({ from }) => from));
}

function tableOf(db: Connection, table: string): ExportTable {
  const infos = db.pragma(`main.table_info(${quoted(table)})`) as ColumnInfo[];
  const broken = brokenReferences(db, table);
  const needed = infos.find(({ name, notnull }) => broken.has(name) && notnull === 1);
  if (needed) throw new Error(`${table}.${needed.name} cannot be without a table that stays out`);
  const where = rowConditions[table];
  const key = infos.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  return {
    table,
    columns: infos.map(({ name }) => name).filter((name) => !broken.has(name)),
    key: key.length > 0 ? key.map(({ name }) => name) : ['rowid'],
    ...(where === undefined ? {} : { where }),
  };
}

const namesOf = (db: Connection): string[] =>
  db
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all();

/** Every table that goes into a JSON export, as the schema of the database has them, by name; the bin goes along. */
export const exportTables = (db: Connection): ExportTable[] =>
  namesOf(db)
    .filter((name) => !Object.hasOwn(leftOut, name))
    .map((name) => tableOf(db, name));

/** The tables that an import takes over: those of the file, and those that were made anew from them. */
export const takenOver = (db: Connection): ExportTable[] => [
  ...exportTables(db),
  ...namesOf(db)
    .filter((name) => derived.includes(name))
    .map((name) => tableOf(db, name)),
];

/** How many rows of a table go along. */
export const countSql = ({ table, where }: ExportTable): string =>
  `SELECT count(*) FROM main.${quoted(table)}${where ? ` WHERE ${where}` : ''}`;

/** The rows of a table that go along, in the order of its key. */
export const selectSql = ({ table, columns, key, where }: ExportTable, schema = 'main'): string =>
  `SELECT ${columns.map(quoted).join(', ')} FROM ${schema}.${quoted(table)}${where ? ` WHERE ${where}` : ''} ORDER BY ${key.map(quoted).join(', ')}`;

/** Writes one row, the columns as named parameters in the order of `columns`. */
export const insertSql = ({ table, columns }: ExportTable): string =>
  `INSERT INTO main.${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

/** Tables of which every administration has rows from the beginning: an import writes over them. */
const fromTheBeginning = new Set(['setting', 'sequence']);

/** Takes all rows of a table over from the attached schema `staging`, in place of what stands here. */
export function takeOverSql(exported: ExportTable): string[] {
  const { table, columns } = exported;
  const names = columns.map(quoted).join(', ');
  if (fromTheBeginning.has(table))
    return [`INSERT OR REPLACE INTO main.${quoted(table)} (${names}) ${selectSql(exported, 'staging')}`];
  return [
    `DELETE FROM main.${quoted(table)}`,
    `INSERT INTO main.${quoted(table)} (${names}) ${selectSql(exported, 'staging')}`,
  ];
}

/** Whether nobody has been registered here yet. */
export function isEmpty(db: Connection): boolean {
  return personalTables
    .filter(({ table, about }) => about !== 'medewerker' && !Object.hasOwn(leftOut, table))
    .every(({ table }) => db.prepare(`SELECT 1 FROM main.${quoted(table)} LIMIT 1`).get() === undefined);
}
