import { copyFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readBackupFile } from '../../electron/core/backup/format.ts';
import { dataFolder } from '../../electron/core/database/dataFolder.ts';
import { openDatabase, rekeyFile } from '../../electron/core/database/database.ts';
import { migrations, schemaVersion } from '../../electron/core/database/migrations.ts';
import { writeSetting } from '../../electron/core/school/settings.ts';
import { createKeys } from '../../electron/core/users/keys.ts';
import { writeKeys } from '../../electron/core/users/keysFile.ts';
import { createRecoveryCode } from '../../electron/core/users/recoveryCode.ts';
import { PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { runLimited } from '../support/runLimited.ts';

/** The key of the frozen databases: they hold test persons only. */
const frozenKey = Buffer.alloc(32, 0x11);
const newest = migrations.at(-1)?.version;

let world: TestLas;
let key: Buffer;

/** An administration of two pupils as the program of step 1 left it. */
beforeEach(async () => {
  world = await startTestLas();
  const { database, keys: keysFile } = dataFolder(world.dataDir);
  copyFileSync(join(import.meta.dirname, '../unit/frozen/schema-1.db'), database);
  const user = { userId: 'u1', login: 'secretaresse', password: PASSWORD, about: [] };
  const made = await createKeys(
    { ...user, recoveryCode: createRecoveryCode() },
    { memoryKiB: 8, iterations: 1, parallelism: 1 },
  );
  key = made.key;
  rekeyFile(database, frozenKey, key);
  writeKeys(keysFile, made.keys);
  const db = openDatabase(database, key);
  writeSetting(db, 'recoveryConfirmed', true);
  db.close();
});
afterEach(() => world.close());

const backups = () => readdirSync(join(world.dataDir, 'backups')).sort();
const unlock = () => world.las.invoke('session.unlock', { password: PASSWORD });

function schema(): number {
  const db = openDatabase(join(world.dataDir, 'administratie.db'), key, { readonly: true });
  try {
    return schemaVersion(db);
  } finally {
    db.close();
  }
}

it('a new version of the program makes a backup first, and can go back to it', async () => {
  expect(await unlock()).toMatchObject({ ok: true, value: { state: 'open' } });
  const [name = '', ...others] = backups();
  expect(others).toEqual([]);
  const { manifest } = readBackupFile(join(world.dataDir, 'backups', name));
  expect(manifest).toMatchObject({ reason: 'migration', schema: 1, leerlingen: 2 });
  expect(schema()).toBe(newest);

  const secret = { password: PASSWORD };
  const { draft } = await world.call('restore.inspect', { name });
  expect(await world.call('restore.preview', { draft, secret })).toMatchObject({ leerlingen: 2, other: false });
  expect(await world.call('restore.commit', { draft, secret })).toMatchObject({ state: 'open' });
  expect(await world.call('leerlingen.list', {})).toMatchObject({ total: 2 });
  expect(backups()).toHaveLength(2);
});

it('without room for that backup nothing is brought up to date', async ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no RLIMIT_FSIZE');
  await world.las.close();
  const size = statSync(join(world.dataDir, 'administratie.db')).size / 1024;
  expect(await runLimited(world.dataDir, size / 2, [])).toEqual(['disk-failed']);
  expect(schema()).toBe(1);
  expect(backups()).toEqual([]);
});
