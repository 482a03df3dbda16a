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

/** Copies the database by a connection of its own: one with the view that hides the bin cannot. Gives the rows per table. */
function copyInto(copyFile: string, { database }: DataFolder, key: Buffer): Record<string, number> {
  const db = openDatabase(database, key, { readonly: true });
  try {
    db.prepare('VACUUM INTO ?').run(copyFile);
    return countRows(db);
  } finally {
    db.close();
  }
}

function verify(copy: Connection, rows: Record<string, number>): void {
  const sound = isSound(copy) && verifyChain(copy).ok;
  if (!sound || JSON.stringify(countRows(copy)) !== JSON.stringify(rows)) throw new LasError('administration-damaged');
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
  const { nextDatabase, root } = folder;
  const copyFile = unfinished(folder);
  remove(copyFile);
  translating(() => {
    try {
      const rows = copyInto(copyFile, folder, key);
      rekeyFile(copyFile, key, nextKey);
      if (isPlaintext(copyFile)) throw new Error('the copy is written without encryption');
      const copy = openDatabase(copyFile, nextKey);
      try {
        verify(copy, rows);
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
