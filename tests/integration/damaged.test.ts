import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdministration, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

const PAGE = 4096;
/** Of so many pages one is damaged. */
const EVERY = 7;
const secret = { password: PASSWORD };

let world: TestLas;
let database: string;

beforeEach(async () => {
  world = await startTestLas();
  database = join(world.dataDir, 'administratie.db');
  await createAdministration(world);
  await addPupil(world, testPersons.hera);
  await world.call('backup.make', {});
  for (let count = 0; count < 40; count += 1) await addPupil(world, { ...testPersons.zeus, roepnaam: `Zeus ${count}` });
});
afterEach(() => world.close());

/** Writes rubbish over a page of the closed database; 1 is the first. */
function damagePage(number: number): void {
  const handle = openSync(database, 'r+');
  writeSync(handle, Buffer.alloc(200, 0x5a), 0, 200, (number - 1) * PAGE + 1000);
  closeSync(handle);
}
const pages = () => statSync(database).size / PAGE;
const unlock = () => world.las.invoke('session.unlock', secret);
const asideFiles = () => {
  const folder = join(world.dataDir, 'set-aside');
  return existsSync(folder) ? readdirSync(folder).map((name) => readdirSync(join(folder, name)).sort()) : [];
};

async function reopen(): Promise<void> {
  await world.las.close();
  world.las = (await startTestLas({ dataDir: world.dataDir })).las;
}

/** Opens the administration with now this, now that page damaged, after an end that left the log of SQLite behind or did not. */
async function eachDamaged(
  end: 'clean' | 'unclean',
  judge: (opened: Awaited<ReturnType<typeof unlock>>) => Promise<void>,
) {
  await world.las.close();
  const whole = `${database}.whole`;
  copyFileSync(database, whole);
  for (let number = 2; number <= pages(); number += EVERY) {
    copyFileSync(whole, database);
    damagePage(number);
    if (end === 'unclean') writeFileSync(`${database}-wal`, '');
    await reopen();
    await judge(await unlock());
    expect(asideFiles().length).toBeGreaterThan(0);
    await world.las.close();
  }
}

describe('a damaged database', () => {
  it('of which the first page is gone is told apart from a wrong password, and a backup is at hand', async () => {
    await world.las.close();
    damagePage(1);
    await reopen();
    expect(await world.fail('session.unlock', { password: 'iets heel anders' })).toMatchObject({
      code: 'wrong-password',
    });
    expect(await world.fail('session.unlock', secret)).toMatchObject({ code: 'administration-damaged' });
    expect(asideFiles()).toEqual([['administratie.db', 'keys.json']]);
    const [newest] = (await world.call('restore.known', {})).backups;
    expect(newest).toMatchObject({ leerlingen: 1 });
    const { draft } = await world.call('restore.inspect', { name: newest?.name ?? '' });
    expect((await world.call('restore.preview', { draft, secret })).present).toBeUndefined();
    expect(await world.call('restore.commit', { draft, secret })).toMatchObject({ state: 'open', readOnly: false });
    expect(await world.call('leerlingen.list', {})).toMatchObject({ total: 1 });
  });

  it('is found after an unclean end, whatever page is hit, and can be looked at as far as it goes', async () => {
    let looked = 0;
    await eachDamaged('unclean', async (opened) => {
      if (!opened.ok) {
        expect(opened.error.code).toBe('administration-damaged');
        return;
      }
      expect(opened.value).toMatchObject({ state: 'open', readOnly: true });
      for (const [name, input] of [
        ['leerlingen.save', { persoon: testPersons.odin }],
        ['exchange.send', {}],
        ['settings.save', await world.call('settings.get', {})],
        ['backup.make', {}],
      ] as const)
        expect(await world.fail(name, input)).toMatchObject({ code: 'administration-read-only' });
      const list = await world.las.invoke('leerlingen.list', {});
      if (list.ok) looked += 1;
      else expect(list.error.code).toBe('administration-damaged');
    });
    expect(looked).toBeGreaterThan(3);
  }, 120_000);

  it('is found by the next backup at the latest, which leaves the good ones alone; from then on it is for looking', async () => {
    await eachDamaged('clean', async (opened) => {
      if (!opened.ok) {
        expect(opened.error.code).toBe('administration-damaged');
        return;
      }
      const made = await world.fail('backup.make', {});
      expect(['administration-damaged', 'administration-read-only']).toContain(made.code);
      const status = await world.call('session.status', {});
      expect(status.state === 'locked' || status.readOnly).toBe(true);
    });
    expect(readdirSync(join(world.dataDir, 'backups'))).toHaveLength(1);
  }, 120_000);
});

describe('a damaged keys.json', () => {
  it('is told apart too, and a backup brings its own', async () => {
    await world.las.close();
    writeFileSync(join(world.dataDir, 'keys.json'), '{"version":1');
    await reopen();
    expect(await world.fail('session.unlock', secret)).toMatchObject({ code: 'keys-damaged' });
    const [newest] = (await world.call('restore.known', {})).backups;
    const { draft } = await world.call('restore.inspect', { name: newest?.name ?? '' });
    await world.call('restore.preview', { draft, secret });
    await world.call('restore.commit', { draft, secret });
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open' });
    expect(asideFiles()).toEqual([['administratie.db', 'keys.json']]);
  });
});
