import { existsSync } from 'node:fs';
import { LasError } from '../../../shared/api/errors.ts';
import { ensureAdministrationId } from '../backup/administrationId.ts';
import { makeBackup, type BackupMaker } from '../backup/make.ts';
import { freeTarget } from '../backup/places.ts';
import { closeDatabase, openDatabase, type Connection } from '../database/database.ts';
import { translateDatabaseError } from '../database/errors.ts';
import { hideBin } from '../database/hideBin.ts';
import { migrate, pendingMigrations } from '../database/migrations.ts';
import { setAside } from '../database/setAside.ts';
import { ensureListIndex } from '../leerlingen/listIndex.ts';
import type { Logger } from '../log/logger.ts';
import { readSchool } from '../school/settings.ts';

/** What it takes to open an administration. */
export interface Opener extends BackupMaker {
  log: Logger;
  /** Started with `--veilig`: every administration is for looking only, and nothing of it is repaired or brought up to date. */
  safe?: boolean;
}

/** A database that was opened; one that is damaged for looking only. */
export interface OpenedDatabase {
  db: Connection;
  readOnly: boolean;
}

/** Whether an error says that the database is damaged. */
export const isDamaged = (error: unknown): boolean =>
  error instanceof LasError && error.failure.code === 'administration-damaged';

/** Brings the schema up to date, with a verified backup before it. */
async function bringUpToDate(opener: Opener, db: Connection, key: Buffer): Promise<void> {
  const { folder, clock, log } = opener;
  if (pendingMigrations(db) === 0) return;
  const target = freeTarget(folder.backups, readSchool(db), clock.now());
  await makeBackup(opener, { key, target, reason: 'migration' });
  log.info('backup-made');
  migrate(db);
  log.info('database-migrated');
}

/** Whether the database is whole, after an end that left its log behind: a crash, a power cut. */
async function survived({ folder, thread }: Opener, key: Buffer): Promise<boolean> {
  if (!existsSync(`${folder.database}-wal`)) return true;
  const { sound } = await thread.run({ kind: 'check', source: folder.database, key });
  return sound;
}

/** Opens the database to work with. @throws LasError administration-damaged, and what opening can give */
async function openWhole(opener: Opener, key: Buffer): Promise<Connection> {
  if (!(await survived(opener, key))) throw new LasError('administration-damaged');
  const db = openDatabase(opener.folder.database, key);
  try {
    ensureAdministrationId(db);
    await bringUpToDate(opener, db, key);
    hideBin(db);
    ensureListIndex(db);
    return db;
  } catch (error) {
    closeDatabase(db);
    throw error;
  }
}

/** Opens a damaged database as far as it goes. Its files are set aside first, as they are. @throws LasError administration-damaged */
export function openDamaged({ folder, log }: Opener, key: Buffer): OpenedDatabase {
  log.error('database-damaged');
  try {
    setAside(folder);
  } catch (error) {
    // Without room for a copy she can still look and restore.
    if (!translateDatabaseError(error)) throw error;
  }
  const db = openDatabase(folder.database, key, { readonly: true });
  if (pendingMigrations(db) === 0) {
    hideBin(db);
    return { db, readOnly: true };
  }
  // This program reads its own schema only.
  db.close();
  throw new LasError('administration-damaged');
}

/** Opens a database to look at, as it is. @throws LasError safe-start-older, and what opening can give */
function openSafely({ folder }: Opener, key: Buffer): OpenedDatabase {
  const db = openDatabase(folder.database, key, { readonly: true });
  try {
    if (pendingMigrations(db) > 0) throw new LasError('safe-start-older');
    hideBin(db);
    return { db, readOnly: true };
  } catch (error) {
    closeDatabase(db);
    throw error;
  }
}

/** Opens the database with its schema brought up to date, or a damaged one to look at. Zeroes the key when neither can be. */
export async function openAdministration(opener: Opener, key: Buffer): Promise<OpenedDatabase> {
  try {
    if (opener.safe) return openSafely(opener, key);
    try {
      return { db: await openWhole(opener, key), readOnly: false };
    } catch (error) {
      if (!isDamaged(error)) throw error;
      return openDamaged(opener, key);
    }
  } catch (error) {
    key.fill(0);
    throw translateDatabaseError(error) ?? error;
  }
}
