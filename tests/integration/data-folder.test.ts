import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LasError } from '../../shared/api/errors.ts';
import { closeDatabase, isSound, openDatabase } from '../../electron/core/database/database.ts';
import { verifyChain } from '../../electron/core/database/changeLog.ts';
import {
  dataFolder,
  holdsAdministration,
  lockDataFolder,
  prepareDataFolder,
} from '../../electron/core/database/dataFolder.ts';
import { migrate, migrations } from '../../electron/core/database/migrations.ts';
import type { Machine } from '../../electron/core/database/unsuitableFolder.ts';
import { unsuitableBecause } from '../../electron/core/database/unsuitableFolder.ts';

const key = Buffer.alloc(32, 7);
const newest = migrations.at(-1)!.version;
const core = new URL('../../electron/core/database/', import.meta.url).href;
const linux: Machine = { platform: 'linux', mounts: '/dev/sda1 / ext4 rw 0 0\n' };

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bronwijs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function failureOf(work: () => unknown): { code: string; message: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof LasError) return error.failure;
    throw error;
  }
  return { code: 'none', message: '' };
}
const codeOf = (work: () => unknown) => failureOf(work).code;

/** A second process of the program, which runs `body` and tells of it in lines. */
function startProcess(body: string): {
  child: ChildProcess;
  line: () => Promise<string>;
  lines: () => Promise<string[]>;
} {
  const imports = ['database', 'dataFolder', 'migrations', 'changeLog'].map(
    (name) => `import * as ${name} from '${core}${name}.ts';`,
  );
  const source = `${imports.join('\n')}\nconst key = Buffer.alloc(32, 7);\nconst say = (text) => require('node:fs').writeSync(1, text + '\\n');\n${body}`;
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { createRequire } from 'node:module'; const require = createRequire('${core}');\n${source}`,
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const reader = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => String((await reader.next()).value);
  const lines = async () => {
    const all: string[] = [];
    for (let next = await reader.next(); !next.done; next = await reader.next()) all.push(next.value);
    return all;
  };
  return { child, line, lines };
}

const kill = async (child: ChildProcess) => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

describe('the data folder', () => {
  it('is made with its parts, for the owner only', () => {
    const root = join(temporaryFolder(), 'a', 'Administratie 1');
    const folder = prepareDataFolder(root);
    expect(folder).toEqual(dataFolder(root));
    expect(readdirSync(root).sort()).toEqual(['backups', 'log']);
    expect(holdsAdministration(folder)).toBe(false);
    if (process.platform !== 'win32') expect(statSync(root).mode & 0o777).toBe(0o700);
    prepareDataFolder(root);
    closeDatabase(openDatabase(folder.database, key, { create: true }));
    expect(holdsAdministration(folder)).toBe(true);
  });

  it('is refused where a file stands in its place or above it', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'x');
    expect(codeOf(() => prepareDataFolder(file))).toBe('folder-not-writable');
    expect(codeOf(() => prepareDataFolder(join(file, 'deeper')))).toBe('folder-not-writable');
  });

  it('is refused where it cannot be written', ({ skip }) => {
    skip(
      process.platform === 'win32' || process.getuid?.() === 0,
      'root (and Windows) may write in a read-only folder',
    );
    const root = temporaryFolder();
    chmodSync(root, 0o500);
    onTestFinished(() => chmodSync(root, 0o700));
    expect(codeOf(() => prepareDataFolder(root))).toBe('folder-not-writable');
  });

  it.each([
    ['\\\\server\\share\\bronwijs', 'netwerkpad'],
    ['\\\\?\\UNC\\server\\share\\bronwijs', 'netwerkpad'],
    ['/home/juf/Dropbox/bronwijs', 'Dropbox'],
    ['/home/juf/Dropbox (Persoonlijk)/bronwijs', 'Dropbox'],
    ['C:\\Users\\juf\\OneDrive - De Regenboog\\bronwijs', 'OneDrive'],
    ['C:\\Users\\juf\\onedrive\\bronwijs', 'OneDrive'],
    ['/Users/juf/Library/CloudStorage/GoogleDrive-juf/bronwijs', 'synchronisatiemap'],
    ['G:\\Mijn Drive\\bronwijs', 'Google Drive'],
    ['/Users/juf/Library/Mobile Documents/bronwijs', 'iCloud'],
    ['C:\\Users\\juf\\iCloudDrive\\bronwijs', 'iCloud'],
  ])('is refused at %s (%s)', (path, detail) => {
    const failure = failureOf(() => prepareDataFolder(path, linux));
    expect(failure.code).toBe('folder-unsuitable');
    expect(failure.message).toContain(`(${detail})`);
  });

  it.each([
    'C:\\Users\\juf\\AppData\\Local\\Bronwijs',
    '\\\\?\\C:\\Bronwijs',
    '/srv/dropbox-replacement/bronwijs',
    '/srv/onedriver',
  ])('is accepted at %s', (path) => expect(unsuitableBecause(path, linux)).toBeUndefined());

  it('takes //server as a network path on Windows only', () => {
    expect(unsuitableBecause('//server/share', { platform: 'win32', mounts: '' })).toBe('netwerkpad');
    expect(unsuitableBecause('//srv/share', linux)).toBeUndefined();
  });

  it('is refused on a mounted network drive, also through a link and under a name with a space', ({ skip }) => {
    skip(process.platform === 'win32', 'Windows gives the share of a mapped drive as its real path');
    const root = temporaryFolder();
    mkdirSync(join(root, 'my share', 'x'), { recursive: true });
    mkdirSync(join(root, 'local'));
    symlinkSync(join(root, 'my share'), join(root, 'local', 'link'));
    const on = (type: string): Machine => ({
      platform: 'linux',
      mounts: `${linux.mounts}server:/x ${root}/my\\040share ${type} rw 0 0\n`,
    });
    for (const type of ['nfs4', 'cifs', 'smb3', 'fuse.sshfs', 'fuse.rclone']) {
      expect(unsuitableBecause(join(root, 'my share', 'x'), on(type))).toBe(`netwerkschijf, ${type}`);
      expect(unsuitableBecause(join(root, 'local', 'link', 'new', 'folder'), on(type))).toBe(`netwerkschijf, ${type}`);
      expect(unsuitableBecause(join(root, 'local'), on(type))).toBeUndefined();
      expect(unsuitableBecause(join(root, 'my share 2'), on(type))).toBeUndefined();
    }
    expect(unsuitableBecause(join(root, 'my share'), on('ext4'))).toBeUndefined();
  });
});

describe('two processes on one folder', () => {
  it('exclude each other until the first ends, also by kill -9, and leave no stale lock', async () => {
    const folder = prepareDataFolder(temporaryFolder());
    const hold = `dataFolder.lockDataFolder(dataFolder.dataFolder(${JSON.stringify(folder.root)}));`;
    const first = startProcess(`${hold} say('held'); setInterval(() => globalThis.gc?.(), 1000);`);
    expect(await first.line()).toBe('held');
    expect(codeOf(() => lockDataFolder(folder))).toBe('folder-in-use');
    await kill(first.child);
    const lock = lockDataFolder(folder);
    expect(codeOf(() => lockDataFolder(folder))).toBe('folder-in-use');
    const second = startProcess(`try { ${hold} say('held'); } catch (error) { say(error.failure.code); }`);
    expect(await second.line()).toBe('folder-in-use');
    lock.release();
    lock.release();
    lockDataFolder(folder).release();
  });

  it('hold the lock although the caller forgot it', async () => {
    const folder = prepareDataFolder(temporaryFolder());
    (() => void lockDataFolder(folder))();
    const collect = (globalThis as { gc?: () => void }).gc;
    for (let i = 0; i < 5; i += 1) {
      collect?.();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(codeOf(() => lockDataFolder(folder))).toBe('folder-in-use');
  });
});

describe('a killed program', () => {
  it('has lost nothing that was acknowledged, and the log of changes is whole', { repeats: 2 }, async () => {
    const folder = prepareDataFolder(temporaryFolder());
    const writer = startProcess(`
      dataFolder.lockDataFolder(dataFolder.dataFolder(${JSON.stringify(folder.root)}));
      const db = database.openDatabase(${JSON.stringify(folder.database)}, key, { create: true });
      migrations.migrate(db);
      const at = '2009-11-02T08:00:00.000Z';
      const insert = db.prepare('INSERT INTO leerling (achternaam, created_at, changed_at) VALUES (?, ?, ?)');
      const save = db.transaction((name) => {
        const entityId = Number(insert.run(name, at, at).lastInsertRowid);
        changeLog.appendChange(db, { at, userId: null, entity: 'leerling', entityId, changes: [{ field: 'achternaam', old: null, new: name }] });
        return entityId;
      });
      for (;;) say(String(save('Leerling')));
    `);
    expect(await writer.line()).toBe('1');
    setTimeout(() => writer.child.kill('SIGKILL'), 400);
    const acknowledged = Number((await writer.lines()).at(-1));
    expect(acknowledged).toBeGreaterThan(5);

    lockDataFolder(folder).release();
    expect(existsSync(`${folder.database}-wal`)).toBe(true);
    const db = openDatabase(folder.database, key);
    onTestFinished(() => closeDatabase(db));
    expect(migrate(db)).toEqual({ from: newest, to: newest });
    const found = Number(db.prepare('SELECT count(*) FROM leerling').pluck().get());
    expect(found).toBeGreaterThanOrEqual(acknowledged);
    expect(isSound(db)).toBe(true);
    expect(verifyChain(db)).toMatchObject({ ok: true, head: { seq: found } });
  });

  it('has left the administration as it was when it died while migrating', async () => {
    const folder = prepareDataFolder(temporaryFolder());
    closeDatabase(openDatabase(folder.database, key, { create: true }));
    const dying = startProcess(`
      const db = database.openDatabase(${JSON.stringify(folder.database)}, key);
      const die = { version: ${newest + 1}, name: 'dies', up: () => process.kill(process.pid, 'SIGKILL') };
      migrations.migrate(db, { list: [...migrations.migrations, die] });
    `);
    await once(dying.child, 'exit');
    const db = openDatabase(folder.database, key);
    onTestFinished(() => closeDatabase(db));
    expect(migrate(db)).toEqual({ from: 0, to: newest });
  });
});
