import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Connection } from '../../electron/core/database/database.ts';
import { unlockWithPassword } from '../../electron/core/users/keys.ts';
import { readKeys } from '../../electron/core/users/keysFile.ts';
import { PASSWORD, type TestLas } from './administration.ts';

/** A connection that only reads to the database of an administration that is open elsewhere. */
export async function openBeside({ dataDir }: Pick<TestLas, 'dataDir'>, password = PASSWORD): Promise<Connection> {
  const { key } = await unlockWithPassword(readKeys(join(dataDir, 'keys.json')), password);
  return openDatabase(join(dataDir, 'administratie.db'), key, { readonly: true });
}

/** Looks into the database of an administration that is open elsewhere, on a connection that only reads. */
export async function lookInto<T>(world: TestLas, look: (db: Connection) => T, password = PASSWORD): Promise<T> {
  const db = await openBeside(world, password);
  try {
    return look(db);
  } finally {
    db.close();
  }
}

/** Whether a text stands anywhere in the database, messages and values of the log included. */
export function occurs(db: Connection, text: string): boolean {
  const tables = db.prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all();
  return tables.some((table) =>
    db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM main."${table}"`)
      .all()
      .some((row) =>
        Object.values(row).some(
          (value) => Buffer.from(String(value)).includes(text) || (Buffer.isBuffer(value) && value.includes(text)),
        ),
      ),
  );
}

/** The file of the database as it is without its encryption, unused pages included. */
export async function plainBytes(world: TestLas): Promise<string> {
  const { key } = await unlockWithPassword(readKeys(join(world.dataDir, 'keys.json')), PASSWORD);
  const folder = mkdtempSync(join(tmpdir(), 'plain-'));
  const file = join(folder, 'administratie.db');
  try {
    copyFileSync(join(world.dataDir, 'administratie.db'), file);
    const db = openDatabase(file, key);
    db.pragma('journal_mode = DELETE');
    db.pragma("rekey = ''");
    db.close();
    return readFileSync(file, 'latin1');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Logged {
  entity: string;
  field: string;
  new_value: string | null;
}

/** What the log of changes has to say of exports, oldest first. */
export const loggedExports = (world: TestLas): Promise<Logged[]> =>
  lookInto(world, (db) =>
    db
      .prepare<[], Logged>(
        `SELECT l.entity, l.field, v.new_value FROM change_log l JOIN change_value v ON v.seq = l.seq WHERE l.entity = 'export' ORDER BY l.seq`,
      )
      .all(),
  );
