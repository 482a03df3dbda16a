import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Statement } from 'better-sqlite3';
import { LasError } from '../../../shared/api/errors.ts';
import type { HeaderLine, RowLine } from '../../../shared/domain/export/everything.ts';
import type { Connection } from '../database/database.ts';
import { closeDatabase, openDatabase } from '../database/database.ts';
import { hideBin } from '../database/hideBin.ts';
import { migrate, migrations } from '../database/migrations.ts';
import type { Job } from '../export/job.ts';
import { indexLeerling } from '../leerlingen/listIndex.ts';
import { readSchool } from '../school/settings.ts';
import { readExport } from './lines.ts';
import { exportTables, insertSql, takenOver, takeOverSql } from './tables.ts';

/** What was read from a JSON export, checked, in an encrypted database of its own beside the administration. */
export interface Staged {
  file: string;
  key: Buffer;
  header: HeaderLine;
  counts: Record<string, number>;
}

const damaged = (detail: string) => new LasError('everything-damaged', { detail });

/** A name from the file as it may stand in a sentence. */
const shown = (name: string) => name.replaceAll(/\W/g, '?').slice(0, 40);

/** Whether SQLite refuses a row for what is in it. */
const isRefused = (error: unknown) =>
  error instanceof Error && 'code' in error && /^SQLITE_(CONSTRAINT|MISMATCH)/.test(String(error.code));

const removeStage = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
};

/** Forgets what was staged. */
export function discard({ file, key }: Pick<Staged, 'file' | 'key'>): void {
  key.fill(0);
  removeStage(file);
}

/** The administration in the file must be this one. @throws LasError everything-other-school, everything-other-kind */
function checkAdministration(db: Connection, { administration }: HeaderLine): void {
  const here = readSchool(db);
  const holder = `${administration.brinnummer}${administration.aanleverpunt}`;
  const expected = `${here.brinnummer}${here.aanleverpunt}`;
  if (holder !== expected) throw new LasError('everything-other-school', { holder, expected });
  if (administration.kind !== here.kind) throw new LasError('everything-other-kind', { kind: administration.kind });
}

/** Writes rows into the stage; what the schema does not know or does not allow is a damaged file. */
class StageWriter {
  readonly #tables: ReadonlyMap<string, { columns: readonly string[]; insert: Statement }>;

  constructor(db: Connection) {
    this.#tables = new Map(
      exportTables(db).map((exported) => [
        exported.table,
        { columns: exported.columns, insert: db.prepare(insertSql(exported)) },
      ]),
    );
  }

  write({ table, row }: RowLine, line: number): void {
    const known = this.#tables.get(table);
    if (!known) throw damaged(`regel ${line}: tabel ${shown(table)} is onbekend`);
    const unknown = Object.keys(row).find((column) => !known.columns.includes(column));
    if (unknown !== undefined) throw damaged(`regel ${line}: kolom ${shown(unknown)} is onbekend`);
    const values = known.columns.map((column) => {
      const value = row[column];
      return typeof value === 'object' ? Buffer.from(value.base64, 'base64') : (value ?? null);
    });
    try {
      known.insert.run(...values);
    } catch (error) {
      if (isRefused(error)) throw damaged(`regel ${line}`);
      throw error;
    }
  }
}

/** Pupils that are indexed in one transaction: some milliseconds of work. */
const PUPILS = 50;

/** Makes anew what the list of pupils is searched by. */
async function indexPupils(db: Connection, job: Job): Promise<void> {
  hideBin(db);
  const ids = db.prepare<[], number>('SELECT id FROM leerling').pluck().all();
  const index = db.transaction((page: readonly number[]) => page.forEach((id) => indexLeerling(db, id)));
  for (let from = 0; from < ids.length; from += PUPILS) {
    index(ids.slice(from, from + PUPILS));
    await job.pause(from, ids.length);
  }
}

/**
 * Reads a JSON export into a database beside the administration, at the schema it was written with, and brings that up to date.
 * @throws LasError everything-not-ours, everything-newer, everything-damaged, everything-other-school, everything-other-kind
 */
export async function stage(administration: Connection, path: string, job: Job): Promise<Staged> {
  const file = `${administration.name}.import`;
  const key = randomBytes(32);
  removeStage(file);
  const db = openDatabase(file, key, { create: true });
  try {
    db.pragma('synchronous = OFF');
    let writer: StageWriter | undefined;
    let staged: HeaderLine | undefined;
    const begin = () => {
      db.exec('BEGIN');
    };
    const counts = await readExport(path, {
      header: (header) => {
        checkAdministration(administration, header);
        const list = migrations.filter(({ version }) => version <= header.schema);
        if (list.at(-1)?.version !== header.schema) throw new LasError('everything-newer');
        migrate(db, { list });
        // Rows come table by table, not in the order in which they refer to one another.
        db.pragma('foreign_keys = OFF');
        writer = new StageWriter(db);
        staged = header;
        begin();
      },
      row: (row, line) => writer?.write(row, line),
      pause: async (lines) => {
        db.exec('COMMIT');
        await job.pause(lines);
        begin();
      },
    });
    db.exec('COMMIT');
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw damaged('een verwijzing klopt niet');
    migrate(db);
    await indexPupils(db, job);
    if (!staged) throw new LasError('everything-not-ours');
    closeDatabase(db);
    return { file, key, header: staged, counts: Object.fromEntries(counts) };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    closeDatabase(db);
    discard({ file, key });
    throw error;
  }
}

/** Takes over what was staged, in one transaction. Call `discard` afterwards. */
export function takeOver(db: Connection, { file, key }: Staged, alsoDo: () => void): void {
  db.prepare('ATTACH ? AS staging KEY ?').run(file, `x'${key.toString('hex')}'`);
  try {
    db.transaction(() => {
      db.pragma('defer_foreign_keys = ON');
      for (const table of takenOver(db)) for (const sql of takeOverSql(table)) db.exec(sql);
      alsoDo();
    }).immediate();
  } finally {
    db.exec('DETACH staging');
  }
}
