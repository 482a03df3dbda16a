import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { LasError } from '../../../shared/api/errors.ts';
import { replaceFile, syncFile, syncFolder, temporaryName } from './atomicFile.ts';
import type { Connection } from './database.ts';
import { isPlaintext, isSound, openDatabase } from './database.ts';
import { translating } from './errors.ts';

export interface BackupResult {
  /** Size of the copy in bytes. */
  bytes: number;
  /** Rows per table, found equal in the administration and in the copy. */
  rows: Record<string, number>;
}

/** The number of rows of every table. */
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

const userVersion = (db: Connection): unknown => db.pragma('user_version', { simple: true });

function verify(copy: Connection, version: unknown, rows: Record<string, number>): void {
  if (!isSound(copy) || userVersion(copy) !== version || JSON.stringify(countRows(copy)) !== JSON.stringify(rows)) {
    throw new LasError('administration-damaged');
  }
}

/**
 * Writes a verified copy of the administration to `target`, encrypted with the same key. The copy is made under another
 * name, opened, checked and counted, and only then gets its own name: what stands under `target` is always a good copy.
 * Call it outside a transaction. Errors: `administration-damaged` (the original cannot be copied whole), `disk-full`,
 * `folder-not-writable`, `administration-exists` (`target` is taken).
 */
export function backupDatabase(db: Connection, key: Buffer, target: string): BackupResult {
  if (existsSync(target)) throw new LasError('administration-exists');
  const temporary = temporaryName(target);
  return translating(() => {
    try {
      const version = userVersion(db);
      const rows = countRows(db);
      db.prepare('VACUUM INTO ?').run(temporary);
      if (isPlaintext(temporary)) throw new Error('the copy is written without encryption');
      const copy = openDatabase(temporary, key, { readonly: true });
      try {
        verify(copy, version, rows);
      } finally {
        copy.close();
      }
      syncFile(temporary);
      replaceFile(temporary, target);
      syncFolder(dirname(target));
      return { bytes: statSync(target).size, rows };
    } finally {
      rmSync(temporary, { force: true });
    }
  });
}
