import { LasError } from '../../../shared/api/errors.ts';
import { countRows, isPlaintext, isSound, openDatabase, type Connection } from '../database/database.ts';
import { translating } from '../database/errors.ts';
import { asBuffer, describe, isWhole, removeDatabase, withDatabase, type MakerFacts } from './checked.ts';
import { pieces, publish, readBack, writeBackup, type GoOn } from './files.ts';
import { forget, type ForgetJob } from './forget.ts';
import { readBackupFile, type Manifest } from './format.ts';

/** What the worker can be asked. Keys and paths go in, facts come out. */
export type Job =
  | { kind: 'make'; source: string; key: Uint8Array; scratch: string; target: string; facts: MakerFacts }
  | { kind: 'copy'; source: string; target: string }
  | { kind: 'unpack'; source: string; target: string }
  /** What was committed goes from the journal into the file of a database that is open: SQLite would have a save wait for that. */
  | { kind: 'checkpoint'; source: string; key: Uint8Array }
  | { kind: 'check'; source: string; key: Uint8Array; chain?: Manifest['chain'] }
  | ForgetJob;

type JobOf<K extends Job['kind']> = Extract<Job, { kind: K }>;

export interface JobResults {
  make: { manifest: Manifest };
  copy: Record<string, never>;
  unpack: Record<string, never>;
  checkpoint: Record<string, never>;
  /** Whether every page can be read and every reference and line of the log holds. */
  check: { sound: boolean };
  forget: { outcome: 'kept' | 'rewritten' | 'removed' };
}

/** So often a copy is made anew because somebody saved meanwhile; then it is judged without the comparison of counts. */
const QUIET_ATTEMPTS = 3;

/** Changes whenever another connection has written. */
const dataVersion = (db: Connection) => db.pragma('data_version', { simple: true });

/** Copies the database into `scratch`. Gives the rows per table when nobody wrote meanwhile. */
function copyOut(db: Connection, scratch: string, goOn: GoOn): Record<string, number> | undefined {
  for (let attempt = 1; ; attempt += 1) {
    goOn();
    const before = dataVersion(db);
    const rows = countRows(db);
    removeDatabase(scratch);
    db.prepare('VACUUM INTO ?').run(scratch);
    if (dataVersion(db) === before) return rows;
    if (attempt === QUIET_ATTEMPTS) return undefined;
  }
}

function make({ source, key, scratch, target, facts }: JobOf<'make'>, goOn: GoOn): JobResults['make'] {
  try {
    const rows = withDatabase(source, key, (db) => {
      // The copy gets new indexes: those of the original would never be looked at.
      if (!isSound(db)) throw new LasError('administration-damaged');
      return copyOut(db, scratch, goOn);
    });
    if (isPlaintext(scratch)) throw new Error('the copy is written without encryption');
    const described = withDatabase(scratch, key, (copy) => {
      // What the original has wrong, its copy has too.
      if (!isWhole(copy, goOn)) throw new LasError('administration-damaged');
      return describe(copy);
    });
    const same = rows === undefined || JSON.stringify(rows) === JSON.stringify(described.rows);
    if (!same) throw new LasError('administration-damaged');
    const manifest: Manifest = { ...described, ...facts, ...pieces(scratch, 0, goOn) };
    writeBackup(manifest, scratch, target, goOn);
    return { manifest };
  } finally {
    removeDatabase(scratch);
  }
}

function copy({ source, target }: JobOf<'copy'>, goOn: GoOn): JobResults['copy'] {
  publish(
    target,
    (put) => void pieces(source, 0, goOn, put),
    (written) => void readBack(written, goOn),
  );
  return {};
}

function unpack({ source, target }: JobOf<'unpack'>, goOn: GoOn): JobResults['unpack'] {
  const { manifest, offset, whole } = readBackupFile(source);
  if (!whole) throw new LasError('backup-incomplete');
  publish(
    target,
    (put) => {
      if (pieces(source, offset, goOn, put).sha256 !== manifest.sha256) throw new LasError('backup-damaged');
    },
    () => undefined,
  );
  return {};
}

function checkpoint({ source, key }: JobOf<'checkpoint'>): JobResults['checkpoint'] {
  const db = openDatabase(source, asBuffer(key), { second: true });
  try {
    // Waits for nobody: what somebody still reads or writes is left to the next one.
    db.pragma('wal_checkpoint(PASSIVE)');
    return {};
  } finally {
    db.close();
  }
}

function check({ source, key, chain }: JobOf<'check'>, goOn: GoOn): JobResults['check'] {
  try {
    return { sound: withDatabase(source, key, (db) => isWhole(db, goOn, chain)) };
  } catch (error) {
    if (error instanceof LasError && error.failure.code === 'administration-damaged') return { sound: false };
    throw error;
  }
}

/** Does a job in this thread: long, without a pause. Errors: LasError; what `goOn` throws ends it, and leaves nothing behind. */
export function doJob(job: Job, goOn: GoOn = () => undefined): JobResults[Job['kind']] {
  return translating(() => {
    goOn();
    switch (job.kind) {
      case 'make':
        return make(job, goOn);
      case 'copy':
        return copy(job, goOn);
      case 'unpack':
        return unpack(job, goOn);
      case 'checkpoint':
        return checkpoint(job);
      case 'check':
        return check(job, goOn);
      case 'forget':
        return forget(job, goOn);
    }
  });
}
