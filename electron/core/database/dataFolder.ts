import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { LasError } from '../../../shared/api/errors.ts';
import { isTemporaryName, temporaryName } from './atomicFile.ts';
import { translateDatabaseError, translating } from './errors.ts';
import type { Machine } from './unsuitableFolder.ts';
import { unsuitableBecause } from './unsuitableFolder.ts';

/** The places in a data folder: one leerlingenadministratie, one aanleverpunt. */
export interface DataFolder {
  root: string;
  database: string;
  keys: string;
  /** The administration and its keys under a new key, while they have not yet taken their place. */
  nextDatabase: string;
  nextKeys: string;
  /** The last line of the log of changes, kept outside the database. */
  chainHead: string;
  attempts: string;
  lock: string;
  identity: string;
  backups: string;
  /** Copies of an administration that was damaged or replaced and could not be backed up. */
  setAside: string;
  /** What is being unpacked for a restore, and what is ready to take the place of the administration. */
  restoreDraft: string;
  restoreReady: string;
  log: string;
}

/** The absolute paths of a data folder; touches nothing. */
export function dataFolder(root: string): DataFolder {
  const absolute = resolve(root);
  return {
    root: absolute,
    database: join(absolute, 'administratie.db'),
    keys: join(absolute, 'keys.json'),
    nextDatabase: join(absolute, 'administratie.next.db'),
    nextKeys: join(absolute, 'keys.next.json'),
    chainHead: join(absolute, 'chain-head'),
    attempts: join(absolute, 'attempts.json'),
    lock: join(absolute, 'administratie.lock'),
    identity: join(absolute, 'identity.json'),
    backups: join(absolute, 'backups'),
    setAside: join(absolute, 'set-aside'),
    restoreDraft: join(absolute, 'restore.tmp'),
    restoreReady: join(absolute, 'restore'),
    log: join(absolute, 'log'),
  };
}

/** Whether an administration stands in the folder, whole or in part. */
export const holdsAdministration = (folder: DataFolder): boolean =>
  existsSync(folder.database) || existsSync(folder.keys);

function tryWriting(folder: DataFolder): void {
  const probe = temporaryName(join(folder.root, 'probe'));
  try {
    for (const path of [folder.root, folder.backups, folder.log]) mkdirSync(path, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'x', { flag: 'wx', flush: true });
  } catch (error) {
    throw translateDatabaseError(error) ?? new LasError('folder-not-writable');
  } finally {
    // Below a regular file even force does not keep rmSync quiet.
    if (existsSync(probe)) rmSync(probe, { force: true });
  }
}

/**
 * Makes the folder ready for use, creating it when it is not there. Errors: `folder-unsuitable` (on a network drive or in a
 * synchronised folder, where SQLite can lose data), `folder-not-writable`, `disk-full`.
 */
export function prepareDataFolder(root: string, machine?: Machine): DataFolder {
  const detail = unsuitableBecause(root, machine);
  if (detail !== undefined) throw new LasError('folder-unsuitable', { detail });
  const folder = dataFolder(root);
  tryWriting(folder);
  return folder;
}

/** Removes the half-written files that a killed program left. Call it while holding the folder's lock. */
export function removeLeftovers({ root }: DataFolder): void {
  for (const name of readdirSync(root)) if (isTemporaryName(name)) rmSync(join(root, name), { force: true });
}

/** The sole right to a data folder, until it is released or the process ends in whatever way. */
export interface FolderLock {
  release(): void;
}

// A lock that the garbage collector closed would be no lock.
const held = new Set<Database.Database>();

/**
 * Takes the folder for this process. It is a lock of the operating system on a file of its own, held through SQLite: it
 * disappears with the process, so none is ever left behind. Nothing else may open that file. Error: `folder-in-use`.
 */
export function lockDataFolder(folder: DataFolder): FolderLock {
  return translating(() => {
    const db = new Database(folder.lock, { timeout: 0 });
    try {
      db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      db.close();
      throw error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY'
        ? new LasError('folder-in-use')
        : error;
    }
    held.add(db);
    return {
      release() {
        held.delete(db);
        db.close();
      },
    };
  });
}
