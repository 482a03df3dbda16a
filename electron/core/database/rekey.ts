import { existsSync, rmSync, statSync } from 'node:fs';
import { LasError } from '../../../shared/api/errors.ts';
import { replaceFile, syncFile, syncFolder } from './atomicFile.ts';
import { verifyChain } from './changeLog.ts';
import {
  closeDatabase,
  countRows,
  isPlaintext,
  isSound,
  openDatabase,
  rekeyFile,
  type Connection,
} from './database.ts';
import type { DataFolder } from './dataFolder.ts';
import { translating } from './errors.ts';

/*
 * A new key changes two files, and no file system changes two files at once. So there is an order, and what is found after a
 * crash says how far it was:
 *
 *   1. nextDatabase: the verified copy under the new key
 *   2. nextKeys: the keys for it
 *   3. nextDatabase takes the place of the database: from here on the new key holds
 *   4. nextKeys takes the place of the keys
 *
 * nextDatabase is there: before 3, everything is as it was, and what was made is thrown away. Only nextKeys is there: between 3
 * and 4, and 4 is done.
 */

const withSidecars = (file: string) => [file, `${file}-wal`, `${file}-shm`, `${file}-journal`];

const remove = (file: string) => {
  for (const path of withSidecars(file)) rmSync(path, { force: true });
};

const unfinished = (folder: DataFolder) => `${folder.nextDatabase}.tmp`;

/** Finishes or undoes what an interrupted change of key left. Call it before the administration is opened. */
export function settleNext(folder: DataFolder): void {
  const { database, nextDatabase, nextKeys, root } = folder;
  if (!existsSync(root)) return;
  translating(() => {
    remove(unfinished(folder));
    if (existsSync(database) && existsSync(nextDatabase)) {
      // The keys go first: alone they would be taken for those of a copy that took its place.
      rmSync(nextKeys, { force: true });
      syncFolder(root);
      remove(nextDatabase);
    } else if (existsSync(nextKeys)) finish(folder);
  });
}

/** Steps 3 and 4, or what is left of them. */
function finish({ database, keys, nextDatabase, nextKeys, root }: DataFolder): void {
  if (existsSync(nextDatabase)) replaceFile(nextDatabase, database);
  syncFolder(root);
  replaceFile(nextKeys, keys);
  syncFolder(root);
}

const factsOf = (db: Connection) =>
  JSON.stringify({ version: db.pragma('user_version', { simple: true }), rows: countRows(db) });

function verify(copy: Connection, facts: string): void {
  const sound = isSound(copy) && verifyChain(copy).ok;
  if (!sound || factsOf(copy) !== facts) throw new LasError('administration-damaged');
}

/** Copies the database as it was last committed; gives what must be the same in the copy. */
function copyTo(file: string, database: string, key: Buffer): string {
  // A connection of its own: the temporary views that hide the bin would hide it from the copy.
  const db = openDatabase(database, key, { readonly: true });
  try {
    db.prepare('VACUUM INTO ?').run(file);
    return factsOf(db);
  } finally {
    db.close();
  }
}

/**
 * Writes a verified copy of the administration under `nextKey` to `nextDatabase`; `change` writes into the copy what the new key
 * brings along. Call it outside a transaction. Errors: `administration-damaged`, `disk-full`, `folder-not-writable`.
 */
export function prepareNext(
  folder: DataFolder,
  key: Buffer,
  nextKey: Buffer,
  change: (copy: Connection) => void,
): void {
  const { database, nextDatabase, root } = folder;
  const copyFile = unfinished(folder);
  remove(copyFile);
  translating(() => {
    try {
      const facts = copyTo(copyFile, database, key);
      rekeyFile(copyFile, key, nextKey);
      if (isPlaintext(copyFile)) throw new Error('the copy is written without encryption');
      const copy = openDatabase(copyFile, nextKey);
      try {
        verify(copy, facts);
        copy.transaction(() => change(copy)).immediate();
      } finally {
        closeDatabase(copy);
      }
      syncFile(copyFile);
      replaceFile(copyFile, nextDatabase);
      syncFolder(root);
    } finally {
      remove(copyFile);
    }
  });
}

/** Lets the copy and its keys take the place of the administration, which has been closed. Errors: `folder-not-writable`. */
export function placeNext(folder: DataFolder): void {
  const { database } = folder;
  translating(() => {
    const wal = `${database}-wal`;
    // Changes that stand only there would be lost, and afterwards be taken for changes of the copy.
    if (existsSync(wal) && statSync(wal).size > 0) throw new LasError('folder-in-use');
    for (const path of withSidecars(database).slice(1)) rmSync(path, { force: true });
    finish(folder);
  });
}
