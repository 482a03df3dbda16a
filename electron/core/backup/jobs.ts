import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { LasError } from '../../../shared/api/errors.ts';
import { replaceFile, syncFolder } from '../database/atomicFile.ts';
import { chainHead, verifyChain } from '../database/changeLog.ts';
import { countRows, isPlaintext, isSound, openDatabase, type Connection } from '../database/database.ts';
import { codeOf, translating } from '../database/errors.ts';
import { schemaVersion } from '../database/migrations.ts';
import { readSchool } from '../school/settings.ts';
import { readAdministrationId } from './administrationId.ts';
import { FORMAT, headerOf, readBackupFile, type Manifest } from './format.ts';

/** What the worker can be asked. Keys and paths go in, facts come out. */
export type Job =
  | { kind: 'make'; source: string; key: Uint8Array; scratch: string; target: string; facts: MakerFacts }
  | { kind: 'copy'; source: string; target: string }
  | { kind: 'unpack'; source: string; target: string }
  | { kind: 'check'; source: string; key: Uint8Array; chain?: Manifest['chain'] };

type JobOf<K extends Job['kind']> = Extract<Job, { kind: K }>;

/** What a backup's manifest says that its database does not. */
export type MakerFacts = Pick<Manifest, 'program' | 'madeAt' | 'machineTime' | 'reason' | 'keys'>;

export interface JobResults {
  make: { manifest: Manifest };
  copy: Record<string, never>;
  unpack: Record<string, never>;
  /** Whether every page can be read and every reference and line of the log holds. */
  check: { sound: boolean };
}

/** Called between the steps of a job; throws when it is to end. */
export type GoOn = () => void;

const PIECE = 1024 * 1024;
/** So often a copy is made anew because somebody saved meanwhile; then it is judged without the comparison of counts. */
const QUIET_ATTEMPTS = 3;

const removeDatabase = (file: string) => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
};

function withDatabase<T>(file: string, key: Uint8Array, work: (db: Connection) => T): T {
  const db = openDatabase(file, Buffer.from(key), { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

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

/** Whether a database is whole: pages, references, and the log of changes, in which `chain` must occur. */
function isWhole(db: Connection, goOn: GoOn, chain?: Manifest['chain']): boolean {
  goOn();
  return isSound(db) && verifyChain(db, chain, goOn).ok;
}

/** The pupils that are there, without those in the bin, in a database of whatever schema. */
function countPupils(db: Connection): number {
  const columns = db.pragma('main.table_info(leerling)') as { name: string }[];
  const bin = columns.some(({ name }) => name === 'deleted_at') ? 'WHERE deleted_at IS NULL' : '';
  return db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM main.leerling ${bin}`).get()?.n ?? 0;
}

type Described = Omit<Manifest, keyof MakerFacts | 'bytes' | 'sha256'>;

function describe(db: Connection): Described {
  const { brinnummer, aanleverpunt, kind } = readSchool(db);
  const rows = countRows(db);
  return {
    format: FORMAT,
    schema: schemaVersion(db),
    kind,
    administration: readAdministrationId(db),
    brinnummer,
    aanleverpunt,
    leerlingen: countPupils(db),
    rows,
    chain: chainHead(db),
  };
}

/** Hands the bytes of a file from `offset` on to `use`, piece by piece, and gives their number and hash. */
function pieces(
  file: string,
  offset: number,
  goOn: GoOn,
  use?: (piece: Buffer) => void,
): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  const buffer = Buffer.alloc(PIECE);
  let position = offset;
  try {
    for (;;) {
      goOn();
      const piece = buffer.subarray(0, readSync(handle, buffer, 0, PIECE, position));
      if (piece.length === 0) return { bytes: position - offset, sha256: hash.digest('hex') };
      position += piece.length;
      hash.update(piece);
      use?.(piece);
    }
  } finally {
    closeSync(handle);
  }
}

/** The name under which a file is written until it is known to be right. */
export const unfinishedName = (target: string): string => `${target}.tmp`;

function openTarget(path: string): number {
  try {
    return openSync(path, 'w', 0o600);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(codeOf(error)))
      throw new LasError('backup-target-refused');
    throw error;
  }
}

/** Writes under another name beside `target`, has it checked there, and gives it its name when it is right. */
function publish(
  target: string,
  write: (put: (piece: Buffer) => void) => void,
  check: (written: string) => void,
): void {
  const temporary = unfinishedName(target);
  try {
    const handle = openTarget(temporary);
    try {
      write((piece) => {
        let done = 0;
        while (done < piece.length) done += writeSync(handle, piece, done);
      });
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    check(temporary);
    replaceFile(temporary, target);
    syncFolder(dirname(target));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Reads a written backup back from the disk. @throws LasError backup-unverified */
function readBack(path: string, goOn: GoOn): Manifest {
  const { manifest, offset, whole } = readBackupFile(path);
  if (!whole || pieces(path, offset, goOn).sha256 !== manifest.sha256) throw new LasError('backup-unverified');
  return manifest;
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
    publish(
      target,
      (put) => {
        put(headerOf(manifest));
        pieces(scratch, 0, goOn, put);
      },
      (written) => void readBack(written, goOn),
    );
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
      case 'check':
        return check(job, goOn);
    }
  });
}
