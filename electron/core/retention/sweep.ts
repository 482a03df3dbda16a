import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LasError } from '../../../shared/api/errors.ts';
import { readAdministrationId } from '../backup/administrationId.ts';
import { backupName, hasBackupName, readBackupFile, type BackupFile } from '../backup/format.ts';
import type { Forgotten } from '../backup/forget.ts';
import { scratchFile, type BackupMaker } from '../backup/make.ts';
import type { Administration } from '../context.ts';
import { hasHead } from '../database/changeLog.ts';
import { closeDatabase, openDatabase, type Connection } from '../database/database.ts';
import type { DataFolder } from '../database/dataFolder.ts';
import { readSchool } from '../school/settings.ts';

/** What it takes to clear away what is left of what was destroyed. */
export interface Sweeper extends BackupMaker {
  administration: Administration & { key: Buffer };
}

interface Pending {
  place: 'database' | 'first' | 'second';
  folder: string;
}

interface Gone extends Forgotten {
  first_seq: number | null;
}

interface Swept {
  rewritten: number;
  removed: number;
}

/** Rewrites the database file: what was deleted is overwritten at once, but pages that were divided before can keep a copy. */
function rewriteDatabase(folder: DataFolder, key: Buffer): void {
  // A connection of its own, without the temporary views that hide the bin.
  const db = openDatabase(folder.database, key, { second: true });
  try {
    db.exec('VACUUM');
  } finally {
    closeDatabase(db);
  }
}

/** The names of the backups of this aanleverpunt begin so. */
const ownPrefix = (db: Connection): string =>
  backupName(readSchool(db), new Date(0)).slice(0, 'bronwijs-99ZZ-00-'.length);

/** A backup of this administration; `useless`: one that is half or damaged, and can hold bytes all the same; undefined: none of ours. */
function readOwn(db: Connection, path: string, name: string): BackupFile | 'useless' | undefined {
  try {
    const file = readBackupFile(path);
    if (file.manifest.administration !== readAdministrationId(db)) return undefined;
    return file.whole ? file : 'useless';
  } catch (error) {
    const code = error instanceof LasError ? error.failure.code : undefined;
    if (code === 'backup-unknown') return undefined;
    if (code === 'backup-incomplete' || code === 'backup-damaged')
      return name.startsWith(ownPrefix(db)) ? 'useless' : undefined;
    throw error;
  }
}

async function sweepFile(
  { administration: { db, key }, thread, folder, version }: Sweeper,
  path: string,
  name: string,
  gone: readonly Gone[],
): Promise<keyof Swept | 'kept'> {
  const file = readOwn(db, path, name);
  if (file === undefined) return 'kept';
  // Of a backup that is not from this line of the log nobody knows which pupil has which number in it.
  if (file === 'useless' || !hasHead(db, file.manifest.chain)) {
    rmSync(path, { force: true });
    return 'removed';
  }
  const { seq } = file.manifest.chain;
  const records = gone
    .filter(({ first_seq: first }) => first === null || first <= seq)
    .map(({ entity, id }) => ({ entity, id }));
  if (records.length === 0) return 'kept';
  const job = {
    kind: 'forget',
    source: path,
    key,
    scratch: scratchFile(folder),
    records,
    program: version,
  } as const;
  const { outcome } = await thread.run(job);
  if (!db.open) throw new LasError('locked');
  return outcome;
}

async function sweepFolder(sweeper: Sweeper, path: string, gone: readonly Gone[]): Promise<Swept> {
  const swept: Swept = { rewritten: 0, removed: 0 };
  for (const name of readdirSync(path).filter(hasBackupName)) {
    const outcome = await sweepFile(sweeper, join(path, name), name, gone);
    if (outcome !== 'kept') swept[outcome] += 1;
  }
  return swept;
}

async function sweepPlace(sweeper: Sweeper, { place, folder: path }: Pending, gone: readonly Gone[]): Promise<Swept> {
  const { administration, folder, thread } = sweeper;
  // A backup under way reads what was there before, and appears only when it is whole.
  await thread.settled();
  if (!administration.db.open) throw new LasError('locked');
  if (place === 'database') {
    rewriteDatabase(folder, administration.key);
    return { rewritten: 0, removed: 0 };
  }
  // What was set aside when it was damaged cannot be written anew.
  if (place === 'first') rmSync(folder.setAside, { recursive: true, force: true });
  return sweepFolder(sweeper, path, gone);
}

const pendingPlaces = (db: Connection): Pending[] =>
  db
    .prepare<[], Pending>(
      'SELECT DISTINCT place, folder FROM destruction_place WHERE done_at IS NULL ORDER BY place, folder',
    )
    .all();

/** What was destroyed and can still be in a place. */
const goneSince = (db: Connection, { place, folder }: Pending): Gone[] =>
  db
    .prepare<[string, string], Gone>(
      `SELECT entity, record_id AS id, first_seq FROM destruction_record WHERE destruction_id IN
         (SELECT destruction_id FROM destruction_place WHERE place = ? AND folder = ? AND done_at IS NULL)`,
    )
    .all(place, folder);

/**
 * Clears away what is left of what was destroyed: rewrites the database file, and in every place for backups that is there each backup that
 * can hold one. A backup that cannot be opened with the present key, or is half or of another line of the log, is removed. What is not
 * there stays listed for the next time, one that was ticked off as gone for good too. Gives whether anything was done. Errors: those of making a backup.
 */
export async function sweep(sweeper: Sweeper): Promise<boolean> {
  const { db, clock } = sweeper.administration;
  const reachable = pendingPlaces(db).filter(({ place, folder }) => place === 'database' || existsSync(folder));
  for (const pending of reachable) {
    const upTo = db.prepare<[], number>('SELECT max(id) FROM destruction').pluck().get() ?? 0;
    const { rewritten, removed } = await sweepPlace(sweeper, pending, goneSince(db, pending));
    // Decided meanwhile: the next time.
    db.prepare(
      `UPDATE destruction_place SET done_at = ?, rewritten = ?, removed = ?
       WHERE place = ? AND folder = ? AND done_at IS NULL AND destruction_id <= ?`,
    ).run(clock.now().toISOString(), rewritten, removed, pending.place, pending.folder, upTo);
  }
  return reachable.length > 0;
}
