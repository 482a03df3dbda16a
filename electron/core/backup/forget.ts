import { LasError } from '../../../shared/api/errors.ts';
import { closeDatabase, openDatabase, type Connection } from '../database/database.ts';
import { destroyRecord } from '../database/destroy.ts';
import { migrate } from '../database/migrations.ts';
import { describe, isWhole, removeDatabase, withDatabase } from './checked.ts';
import { pieces, publish, writeBackup, type GoOn } from './files.ts';
import { readBackupFile, type Manifest } from './format.ts';

/** Has a backup forget pupils: written anew without them under its own name and moment, by the program `program`. */
export interface ForgetJob {
  kind: 'forget';
  source: string;
  key: Uint8Array;
  scratch: string;
  leerlingen: number[];
  program: string;
}

function openScratch(file: string, key: Uint8Array): Connection | undefined {
  try {
    return openDatabase(file, Buffer.from(key));
  } catch (error) {
    // Under another key, from before the administration got a new one, or damaged.
    if (error instanceof LasError && error.failure.code === 'administration-damaged') return undefined;
    throw error;
  }
}

/** Destroys those of the pupils who are there; gives whether there were any, or that the database is not whole. */
function destroyIn(db: Connection, leerlingen: readonly number[], goOn: GoOn): boolean | 'not whole' {
  if (!isWhole(db, goOn)) return 'not whole';
  const there = db.prepare<[number], number>('SELECT id FROM main.leerling WHERE id = ?').pluck();
  const found = leerlingen.filter((id) => there.get(id) !== undefined);
  if (found.length === 0) return false;
  // What destruction walks are the tables of the present schema; restoring would bring it there too.
  migrate(db);
  db.transaction(() => {
    for (const id of found) destroyRecord(db, 'leerling', id);
  })();
  goOn();
  db.exec('VACUUM');
  return true;
}

/**
 * Writes a backup anew without the pupils, and reads it back; under its name stands at every moment the old one or the new one. One that
 * cannot be opened with the key, or is damaged, is reported as `removed`, and the file goes.
 */
export function forget(
  { source, key, scratch, leerlingen, program }: ForgetJob,
  goOn: GoOn,
): { outcome: 'kept' | 'rewritten' | 'removed' } {
  const { manifest, offset } = readBackupFile(source);
  try {
    removeDatabase(scratch);
    let hash = '';
    publish(
      scratch,
      (put) => {
        hash = pieces(source, offset, goOn, put).sha256;
      },
      () => undefined,
    );
    const db = hash === manifest.sha256 ? openScratch(scratch, key) : undefined;
    let destroyed: ReturnType<typeof destroyIn> = 'not whole';
    try {
      if (db) destroyed = destroyIn(db, leerlingen, goOn);
    } finally {
      if (db) closeDatabase(db);
    }
    if (destroyed === 'not whole') {
      removeDatabase(source);
      return { outcome: 'removed' };
    }
    if (!destroyed) return { outcome: 'kept' };
    const described = withDatabase(scratch, key, (copy) => {
      if (!isWhole(copy, goOn)) throw new LasError('backup-unverified');
      return describe(copy);
    });
    const { madeAt, machineTime, reason, keys } = manifest;
    const next: Manifest = { ...described, program, madeAt, machineTime, reason, keys, ...pieces(scratch, 0, goOn) };
    writeBackup(next, scratch, source, goOn);
    return { outcome: 'rewritten' };
  } finally {
    removeDatabase(scratch);
  }
}
