import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Row } from '../../leerlingen/rows.ts';
import { hashOfRows } from '../../leerlingen/snapshotHash.ts';
import type { Connection } from '../database.ts';
import { parsedJson } from './parsedJson.ts';

type Snapshot = Record<string, readonly Row[]>;

const ofLeerling = 'leerling_id = ?';
const ofInschrijving = `inschrijving_id IN (SELECT id FROM main.inschrijving WHERE ${ofLeerling})`;
const ofIndicatie = `lgf_indicatie_id IN (SELECT id FROM main.lgf_indicatie_wpo WHERE ${ofInschrijving})`;

/** The tables of a pupil until this migration, and which rows are the pupil's; in the order that the hash of an import has. */
const formerTables: readonly [table: string, rows: string, order: string][] = [
  ['leerling', 'id = ?', 'id'],
  ['leerling_verzorger', ofLeerling, 'id'],
  ['leerling_note', ofLeerling, 'id'],
  ['leerling_former_adres', ofLeerling, 'id'],
  ['leerling_email', ofLeerling, 'id'],
  ['leerling_phone', ofLeerling, 'id'],
  ['inschrijving', ofLeerling, 'id'],
  ['vestiging_wpo', ofInschrijving, 'id'],
  ['indicatie_bekostiging_wpo', ofInschrijving, 'id'],
  ['leerjaar_groep_wpo', ofInschrijving, 'id'],
  ['gewicht_wpo', ofInschrijving, 'id'],
  ['vroegschools_programma_wpo', ofInschrijving, 'id'],
  ['eindtoets_wpo', ofInschrijving, 'id'],
  ['lgf_indicatie_wpo', ofInschrijving, 'id'],
  ['ambulante_begeleiding_wpo', ofIndicatie, 'id'],
  ['gegeven_mark', ofLeerling, 'id'],
  ['import_fact', ofLeerling, 'field'],
];

/** What was registered of a pupil until this migration, without its versions. */
const formerSnapshot = (db: Connection, leerlingId: number): Snapshot =>
  Object.fromEntries(
    formerTables.map(([table, where, order]) => [
      table,
      db
        .prepare<[number], Row>(`SELECT * FROM main.${table} WHERE ${where} ORDER BY ${order}`)
        .all(leerlingId)
        .map(({ version: _version, ...row }) => row),
    ]),
  );

const hashOfJson = (value: unknown): string => hash('sha256', JSON.stringify(value));

/** The hashes as they were made until this migration: over the tables by name, and over empty columns. */
const formerHashes = {
  leerling_undo: (snapshot: Snapshot) =>
    hashOfJson(
      Object.entries(snapshot)
        .filter(([, rows]) => rows.length > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  import_pupil: hashOfJson,
} as const;

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const snapshotSchema = z.record(z.string(), z.array(row));

/** A kept snapshot in the present tables; every inschrijving of that time is one of WPO. What is no snapshot stays as it is. */
function converted(text: string, names: ReadonlyMap<string, string>): string {
  const { success, data } = snapshotSchema.safeParse(parsedJson(text));
  if (!success) return text;
  const tables = Object.entries(data).map(([table, rows]) => [
    names.get(table) ?? table,
    table === 'inschrijving' ? rows.map((item) => ({ ...item, kind: 'WPO' })) : rows,
  ]);
  return JSON.stringify(Object.fromEntries(tables));
}

interface Kept {
  leerling_id: number;
  before: string | null;
  after_hash: string;
}

/**
 * Keeps changes and imports undoable: what they would put back gets the present names of its tables, and the hash of what they left
 * its present form, where the former hash says that nothing was changed since. Call it before the tables get their names (`names`:
 * the former and the present).
 */
export function keepUndoable(db: Connection, names: ReadonlyMap<string, string>): void {
  for (const table of ['leerling_undo', 'import_pupil'] as const) {
    const read = db.prepare<[number], Kept>(`SELECT leerling_id, before, after_hash FROM ${table} WHERE rowid = ?`);
    const update = db.prepare(`UPDATE ${table} SET before = ?, after_hash = ? WHERE rowid = ?`);
    for (const rowid of db.prepare<[], number>(`SELECT rowid FROM ${table}`).pluck().all()) {
      const kept = read.get(rowid);
      if (!kept) continue;
      const now = formerSnapshot(db, kept.leerling_id);
      const isIntact = kept.after_hash === formerHashes[table](now);
      const afterHash = isIntact ? hashOfRows([{ rows: Object.values(now).flat() }]) : kept.after_hash;
      update.run(kept.before === null ? null : converted(kept.before, names), afterHash, rowid);
    }
  }
}
