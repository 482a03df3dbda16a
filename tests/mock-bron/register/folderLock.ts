import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Thrown when another mock BRON uses the data folder. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/** Takes the data folder for this process; the operating system gives it back when the process ends in whatever way. */
export function lockFolder(folder: string): () => void {
  const db = new Database(join(folder, 'mock.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch {
    db.close();
    throw new FolderInUse(`another mock BRON uses the data folder ${folder}`);
  }
  return () => db.close();
}
