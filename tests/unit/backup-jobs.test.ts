import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { ensureAdministrationId } from '../../electron/core/backup/administrationId.ts';
import { backupName, headerOf, readBackupFile, type Manifest } from '../../electron/core/backup/format.ts';
import { doJob } from '../../electron/core/backup/jobs.ts';
import { BackupThread } from '../../electron/core/backup/thread.ts';
import { appendChange } from '../../electron/core/database/changeLog.ts';
import { isPlaintext, openDatabase, type Connection } from '../../electron/core/database/database.ts';
import { writeSchool } from '../../electron/core/school/settings.ts';
import { creation } from '../support/administration.ts';
import { addLeerling, codeOf, codeOfPromise, temporaryDatabase } from './databaseWorld.ts';

const facts = {
  program: '0.0.0',
  madeAt: '2009-11-02T08:00:00.000Z',
  machineTime: '2026-01-05T10:00:00.000Z',
  reason: 'manual',
  keys: '{}',
} as const;

interface World {
  db: Connection;
  key: Buffer;
  folder: string;
  target: string;
  make(changes?: { key?: Buffer; target?: string }): Manifest;
  /** What stands in the folder besides the administration itself. */
  others(): string[];
}
let world: World;

beforeEach(() => {
  const { db, key, folder, file } = temporaryDatabase();
  writeSchool(db, creation.school, 'oefen');
  ensureAdministrationId(db);
  const target = join(folder, backupName({ brinnummer: '99ZZ', aanleverpunt: '00' }, new Date(facts.madeAt)));
  const job = { kind: 'make', source: file, key, scratch: join(folder, 'scratch'), target, facts } as const;
  world = {
    db,
    key,
    folder,
    target,
    make: (changes = {}) => (doJob({ ...job, ...changes }) as { manifest: Manifest }).manifest,
    others: () => readdirSync(folder).filter((name) => !name.startsWith('administratie.db')),
  };
});

const unpack = (target = join(world.folder, 'unpacked.db')) => {
  doJob({ kind: 'unpack', source: world.target, target });
  return target;
};

describe('making a backup', () => {
  it('gives one file with a legible manifest and an encrypted, whole copy, also of what is only in the WAL', () => {
    addLeerling(world.db, 'Jansen');
    const manifest = world.make();
    expect(world.others()).toEqual(['bronwijs-99ZZ-00-2009-11-02-090000.reservekopie']);
    expect(manifest).toMatchObject({ kind: 'oefen', brinnummer: '99ZZ', leerlingen: 1, rows: { leerling: 1 } });
    expect(readFileSync(world.target, 'latin1').startsWith('Bronwijs reservekopie\n{"format":1,')).toBe(true);
    expect(readFileSync(world.target, 'latin1')).not.toContain('Jansen');
    expect(readBackupFile(world.target)).toMatchObject({ manifest, whole: true });
    const file = unpack();
    expect(isPlaintext(file)).toBe(false);
    const copy = openDatabase(file, world.key, { readonly: true });
    expect(copy.prepare('SELECT achternaam FROM leerling').pluck().all()).toEqual(['Jansen']);
    copy.close();
    expect(doJob({ kind: 'check', source: file, key: world.key, chain: manifest.chain })).toEqual({ sound: true });
  });

  it('tells nothing of the school but its number', () => {
    const text = JSON.stringify(world.make());
    for (const name of [creation.school.naam, creation.school.contactpersoon.naam, 'Hoofdvestiging'])
      expect(text).not.toContain(name);
  });

  it('leaves nothing behind, and the old backup as it was, when the administration is damaged', () => {
    world.make();
    const before = readFileSync(world.target);
    world.db.pragma('foreign_keys = OFF');
    world.db.prepare(`INSERT INTO to_deliver VALUES (7, '2009-11-02', 'hash')`).run();
    expect(codeOf(() => world.make())).toBe('administration-damaged');
    expect(codeOf(() => world.make({ key: randomBytes(32) }))).toBe('administration-damaged');
    expect(world.others()).toHaveLength(1);
    expect(readFileSync(world.target)).toEqual(before);
  });

  it('says that it cannot write where it should', () => {
    expect(codeOf(() => world.make({ target: join(world.folder, 'nowhere', 'x') }))).toBe('backup-target-refused');
    expect(world.others()).toEqual([]);
  });

  it('leaves what was committed in the file of the administration that is open, when that is asked', async () => {
    const source = join(world.folder, 'administratie.db');
    world.db.pragma('wal_autocheckpoint = 0');
    world.db.pragma('wal_checkpoint(TRUNCATE)');
    world.db.transaction(() => {
      for (let n = 0; n < 500; n += 1) addLeerling(world.db, `Jansen ${n}`);
    })();
    const before = statSync(source).size;
    await new BackupThread().run({ kind: 'checkpoint', source, key: world.key });
    expect(statSync(source).size).toBeGreaterThan(before);
    addLeerling(world.db, 'Pietersen');
    expect(world.db.prepare('SELECT count(*) FROM leerling').pluck().get()).toBe(501);
  });

  it('is done in a thread of its own, one at a time, and stopped without a trace', async () => {
    const thread = new BackupThread();
    const job = {
      kind: 'make',
      source: join(world.folder, 'administratie.db'),
      key: world.key,
      scratch: join(world.folder, 'scratch'),
      target: world.target,
      facts,
    } as const;
    const [first, second] = await Promise.all([thread.run(job), thread.run(job)]);
    expect(first.manifest.rows).toEqual(second.manifest.rows);
    expect(world.key.equals(Buffer.alloc(32))).toBe(false);
    expect(await codeOfPromise(thread.run({ ...job, source: join(world.folder, 'none.db') }))).toBe(
      'administration-missing',
    );
    const stopped = codeOfPromise(thread.run({ ...job, target: join(world.folder, 'stopped') }));
    await thread.stop();
    expect(await stopped).not.toBe('none');
    expect(world.others()).toHaveLength(1);
  });

  it('is stopped at every stage without a trace, and without harm to a program in which what is freed is overwritten', async () => {
    const changes = Array.from({ length: 30_000 }, (_, index) => ({ field: 'groep', old: null, new: `${index}` }));
    appendChange(world.db, { at: facts.madeAt, userId: null, entity: 'leerling', entityId: 1, changes });
    // Settings of glibc, with which any use of freed memory is the end; elsewhere they change nothing.
    const env = { ...process.env, GLIBC_TUNABLES: 'glibc.malloc.tcache_count=0:glibc.malloc.perturb=165' };
    const args = ['tests/support/stoppedThread.mts', world.folder, world.key.toString('hex')];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    const { codes, left } = JSON.parse(stdout) as { codes: string[]; left: string[] };
    expect(new Set(codes)).toEqual(new Set(['made', 'locked']));
    expect(left).toEqual([]);
  }, 60_000);
});

describe('a backup that is not as it was written', () => {
  const overwrite = (position: number, bytes: Buffer) => {
    const handle = openSync(world.target, 'r+');
    writeSync(handle, bytes, 0, bytes.length, position);
    closeSync(handle);
  };

  it.each([0, 5, 22, 200])('is told to be cut off after %i bytes', (length) => {
    world.make();
    truncateSync(world.target, length);
    expect(codeOf(() => readBackupFile(world.target))).toBe('backup-incomplete');
  });

  it('is told to be cut off in its database, or to have something behind it', () => {
    const { bytes } = world.make();
    const { offset } = readBackupFile(world.target);
    truncateSync(world.target, offset + Math.floor(bytes / 2));
    expect(readBackupFile(world.target).whole).toBe(false);
    expect(codeOf(() => unpack())).toBe('backup-incomplete');
    world.make();
    appendFileSync(world.target, 'x');
    expect(readBackupFile(world.target).whole).toBe(false);
  });

  it('is told to be damaged when one bit of its database differs', () => {
    world.make();
    const { offset } = readBackupFile(world.target);
    const [byte = 0] = readFileSync(world.target).subarray(offset + 5000);
    overwrite(offset + 5000, Buffer.from([byte ^ 1]));
    expect(codeOf(() => unpack())).toBe('backup-damaged');
    expect(world.others()).toHaveLength(1);
  });

  it('is told to be another kind of file, damaged in its manifest, of a later format, or gone', () => {
    writeFileSync(world.target, 'PK zip');
    expect(codeOf(() => readBackupFile(world.target))).toBe('backup-unknown');
    const manifest = world.make();
    overwrite(30, Buffer.from('#'));
    expect(codeOf(() => readBackupFile(world.target))).toBe('backup-damaged');
    const later = headerOf(manifest).toString().replace('"format":1', '"format":2');
    writeFileSync(world.target, later);
    expect(codeOf(() => readBackupFile(world.target))).toBe('backup-newer');
    expect(codeOf(() => readBackupFile(join(world.folder, 'none')))).toBe('file-gone');
  });
});
