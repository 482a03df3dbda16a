import { LasError } from '../../../shared/api/errors.ts';
import { closeDatabase, openDatabase, type Connection } from '../database/database.ts';
import { destroyRecord } from '../database/destroy.ts';
import { migrate } from '../database/migrations.ts';
import { asBuffer, describe, isWhole, removeDatabase, withDatabase } from './checked.ts';
import { pieces, publish, writeBackup, type GoOn } from './files.ts';
import { readBackupFile, type Manifest } from './format.ts';

/** A record that a backup is to forget. */
export interface Forgotten {
  entity: 'leerling' | 'inschrijving';
  id: number;
}

/** Has a backup forget records: written anew without them under its own name and moment, by the program `program`. */
export interface ForgetJob {
  kind: 'forget';
  source: string;
  key: Uint8Array;
  scratch: string;
  records: Forgotten[];
  program: string;
}

function openScratch(file: string, key: Uint8Array): Connection | undefined {
  try {
    return openDatabase(file, asBuffer(key));
  } catch (error) {
    // Under another key, from before the administration got a new one, or damaged.
    if (error instanceof LasError && error.failure.code === 'administration-damaged') return undefined;
    throw error;
  }
}

/** Destroys those of the records that are there; gives whether there were any, or that the database is not whole. */
function destroyIn(db: Connection, records: readonly Forgotten[], goOn: GoOn): boolean | 'not whole' {
  if (!isWhole(db, goOn)) return 'not whole';
  const found = records.filter(
    ({ entity, id }) => db.prepare<[number]>(`SELECT 1 FROM main.${entity} WHERE id = ?`).get(id) !== undefined,
  );
  if (found.length === 0) return false;
  // What destruction walks are the tables of the present schema; restoring would bring it there too.
  migrate(db);
  db.transaction(() => {
    for (const { entity, id } of found) destroyRecord(db, entity, id);
  })();
  goOn();
  db.exec('VACUUM');
  return true;
}

/**
 * Writes a backup anew without the records, and reads it back; under its name stands at every moment the old one or the new one. One that
 * cannot be opened with the key, or is damaged, is reported as `removed`, and the file goes.
 */
export function forget(
  { source, key, scratch, records, program }: ForgetJob,
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
      if (db) destroyed = destroyIn(db, records, goOn);
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
