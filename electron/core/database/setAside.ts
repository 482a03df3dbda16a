import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { syncFolder } from './atomicFile.ts';
import type { DataFolder } from './dataFolder.ts';

/** The files that are the administration: database, what SQLite keeps beside it, and keys. */
const filesOf = ({ database, keys }: DataFolder): string[] =>
  [database, `${database}-wal`, `${database}-shm`, keys].filter((file) => existsSync(file));

/**
 * Copies the files of the administration as they are to a folder of their own below `setAside`, for whoever may still get something
 * out of them. The same files are copied once. Call it while no connection is open. @throws errors of the file system
 */
export function setAside(folder: DataFolder): void {
  const files = filesOf(folder);
  if (files.length === 0) return;
  const newest = Math.max(...files.map((file) => Math.floor(statSync(file).mtimeMs)));
  const target = join(folder.setAside, new Date(newest).toISOString().replaceAll(/[:.]/g, '-'));
  if (existsSync(target)) return;
  const unfinished = `${target}.tmp`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    for (const file of files) copyFileSync(file, join(unfinished, basename(file)), constants.COPYFILE_FICLONE);
    renameSync(unfinished, target);
    syncFolder(folder.setAside);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
