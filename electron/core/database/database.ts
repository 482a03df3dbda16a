import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { LasError } from '../../../shared/api/errors.ts';
import { syncFolder } from './atomicFile.ts';
import { translateDatabaseError, translating } from './errors.ts';
import { cacheStatements } from './statementCache.ts';

/** An open administration. `serialize()` must not be called on it: it gives the content unencrypted. */
export type Connection = Database.Database;

export interface OpenOptions {
  /** A second connection that only reads, for reports and backups. */
  readonly?: boolean;
  /** A connection that writes beside another one of this process. */
  second?: boolean;
  /** Makes a new file; without it the file must exist. */
  create?: boolean;
}

/** How the file is encrypted: the format of SQLCipher 4. A change of these is a new version and a conversion. */
const cipherFormat = { version: 1, pragmas: ["cipher = 'sqlcipher'", 'legacy = 4'] } as const;
const busyTimeoutMs = 5_000;
const plaintextHeader = Buffer.from('SQLite format 3\0', 'latin1');

/** Whether `file` is an SQLite database that anyone can read. Never call it for a file that this process has open in SQLite. */
export function isPlaintext(file: string): boolean {
  const start = Buffer.alloc(plaintextHeader.length);
  const handle = openSync(file, 'r');
  try {
    return readSync(handle, start, 0, start.length, 0) === start.length && start.equals(plaintextHeader);
  } finally {
    closeSync(handle);
  }
}

/** A crash while an administration is being made can leave an empty file. */
const hasContent = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

const keyPragma = (key: Buffer): string => {
  const hex = key.toString('hex');
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new LasError('keys-damaged');
  return `key = "x'${hex}'"`;
};

const pragmaEquals = (db: Connection, name: string, expected: string | number): void => {
  const found: unknown = db.pragma(name, { simple: true });
  if (found !== expected) throw new Error(`PRAGMA ${name} was refused`);
};

function configure(db: Connection, key: Buffer): void {
  for (const pragma of cipherFormat.pragmas) db.pragma(pragma);
  db.pragma(keyPragma(key));
  // A build of SQLite without encryption answers nothing here and would go on to write everything legibly.
  pragmaEquals(db, 'cipher', 'sqlcipher');
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('synchronous = FULL');
  pragmaEquals(db, 'foreign_keys', 1);
  pragmaEquals(db, 'temp_store', 2);
  pragmaEquals(db, 'synchronous', 2);
  if (db.readonly) return;
  db.pragma('journal_mode = WAL');
  pragmaEquals(db, 'journal_mode', 'wal');
  db.pragma('secure_delete = ON');
  pragmaEquals(db, 'secure_delete', 1);
}

function connect(file: string, key: Buffer, options: Database.Options): Connection {
  const db = new Database(file, { timeout: busyTimeoutMs, ...options });
  try {
    configure(db, key);
    cacheStatements(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Writes the first page of a new file and proves that it reached the disk encrypted. */
function createFile(file: string, key: Buffer): void {
  const db = connect(file, key, {});
  try {
    db.exec('CREATE TABLE proof (x TEXT) STRICT; DROP TABLE proof;');
  } finally {
    db.close();
  }
  if (isPlaintext(file)) {
    rmSync(file, { force: true });
    throw new Error('the database is written without encryption');
  }
  syncFolder(dirname(file));
}

/**
 * Opens the administration in `file` with the 256-bit `key` and proves that it is encrypted. WAL, synchronous FULL and
 * foreign keys are on. Errors: `administration-missing`, `administration-exists` (create), `administration-damaged` (the
 * caller has checked the key, so an unreadable file is a damaged one), `keys-damaged` (not a 256-bit key), `disk-full`,
 * `folder-not-writable`.
 */
export function openDatabase(file: string, key: Buffer, options: OpenOptions = {}): Connection {
  const { readonly = false, create = false, second = false } = options;
  return translating(() => {
    if (create) {
      if (hasContent(file)) throw new LasError('administration-exists');
      createFile(file, key);
    } else {
      if (!hasContent(file)) throw new LasError('administration-missing');
      // Looked at only by the writing connection that opens first: closing the file would drop the locks of one already open.
      if (!readonly && !second && isPlaintext(file)) throw new LasError('administration-damaged');
    }
    return connect(file, key, { readonly, fileMustExist: true });
  });
}

/** Encrypts a database that nobody has open with another key, in place: a crash destroys it, so it must be a copy. */
export function rekeyFile(file: string, key: Buffer, nextKey: Buffer): void {
  const db = connect(file, key, { fileMustExist: true });
  try {
    // A WAL would be as large as the whole; and half done it is worth nothing, so nobody waits for the disk on the way.
    pragmaEquals(db, 'journal_mode = DELETE', 'delete');
    db.pragma('synchronous = OFF');
    db.pragma(`re${keyPragma(nextKey)}`);
  } finally {
    db.close();
  }
}

/** Closes a connection and leaves everything in the one file, unless another one is just doing so: the WAL is written back and emptied. */
export function closeDatabase(db: Connection): void {
  if (!db.open) return;
  try {
    if (!db.readonly) {
      db.pragma('optimize');
      db.pragma('wal_checkpoint(TRUNCATE)');
    }
  } catch (error) {
    // A checkpoint that fails loses nothing: the next open reads the WAL. Only unknown faults are worth reporting.
    if (translateDatabaseError(error) === undefined) throw error;
  } finally {
    db.close();
  }
}

/** Whether every page of an open database can be read and every reference holds. */
export function isSound(db: Connection): boolean {
  try {
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return false;
    return (db.pragma('foreign_key_check') as unknown[]).length === 0;
  } catch (error) {
    if (translateDatabaseError(error)?.failure.code === 'administration-damaged') return false;
    throw error;
  }
}

/** The number of rows of every table, what is in the bin included. */
export function countRows(db: Connection): Record<string, number> {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all();
  return Object.fromEntries(
    names.map((name) => [name, db.prepare<[], number>(`SELECT count(*) FROM main."${name}"`).pluck().get() ?? 0]),
  );
}
