import { spawnSync } from 'node:child_process';
import fs, { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdministration, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';
import { addUser, ownPassword } from '../support/users.ts';

/** An administration with two users and a pupil, as it stands on disk. */
let model: string;
const made: string[] = [];

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'bronwijs-rekey-'));
  made.push(copy);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

beforeAll(async () => {
  const world = await startTestLas();
  await createAdministration(world);
  await addUser(world, 'jan', 'lezer');
  await addPupil(world, testPersons.hera);
  const { leerlingId } = await addPupil(world, testPersons.zeus);
  await world.call('bin.put', { kind: 'leerling', id: leerlingId, version: 1 });
  await world.las.close();
  model = copyOf(world.dataDir);
  await world.close();
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const open = async (dataDir: string) => {
  const world = await startTestLas({ dataDir });
  await world.call('session.unlock', { login: 'secretaresse', password: PASSWORD });
  return world;
};
const keysOf = (folder: string) => readFileSync(join(folder, 'keys.json'), 'utf8');

/** The administration opens for both users, with all that was in it, and nothing of the attempt is left. Gives whether it has a new key. */
async function expectWhole(folder: string): Promise<boolean> {
  const world = await open(folder);
  expect(await world.call('leerlingen.list', {})).toMatchObject({ total: 1, rows: [{ naam: 'Jager, Hera de' }] });
  expect(await world.call('bin.list', {})).toMatchObject({ total: 1 });
  expect(await world.call('changes.verify', {})).toMatchObject({ intact: true });
  const { rows } = await world.call('changes.list', { filter: { kind: 'key', search: 'database' } });
  expect(readdirSync(folder).filter((name) => /next|tmp/.test(name))).toEqual([]);
  await world.call('session.lock', {});
  await world.call('session.unlock', { login: 'jan', password: ownPassword('jan') });
  await world.las.close();
  return rows.length > 0;
}

const writing = ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'rmSync'] as const;
const real = Object.fromEntries(writing.map((name) => [name, fs[name]]));

/** Lets the calls of the file system fail from the `at`-th on: once, as on a full disk, or for ever, as for a process that was killed. */
function failAt(at: number, how: 'once' | 'for ever'): { reached: () => boolean; restore: () => void } {
  let calls = 0;
  for (const name of writing) {
    Object.assign(fs, {
      [name]: (...args: unknown[]) => {
        // Removing what is not there does nothing, before or after a kill.
        if (name === 'rmSync' && !existsSync(args[0] as string)) return undefined;
        calls += 1;
        if (how === 'once' ? calls === at : calls >= at)
          throw Object.assign(new Error('on purpose'), { code: 'ENOSPC' });
        return (real[name] as (...given: unknown[]) => unknown)(...args);
      },
    });
  }
  syncBuiltinESMExports();
  return {
    reached: () => calls >= at,
    restore: () => {
      Object.assign(fs, real);
      syncBuiltinESMExports();
    },
  };
}

describe('a new key', () => {
  it('opens for everybody with the own password and the printed code; the former keys.json no longer opens it', async () => {
    const folder = copyOf(model);
    const former = keysOf(folder);
    const world = await open(folder);
    world.events.length = 0;
    expect(await world.call('users.rekey', {})).toEqual({ left: [] });
    expect(world.events.map(({ event }) => event)).toContain('session.changed');
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open', login: 'secretaresse' });
    expect((await world.call('users.list', {})).rekeyAdvised).toBeUndefined();
    await world.las.close();
    expect(await expectWhole(folder)).toBe(true);
    fs.writeFileSync(join(folder, 'keys.json'), former);
    const old = await startTestLas({ dataDir: folder });
    expect(await old.fail('session.unlock', { password: PASSWORD })).toMatchObject({ code: 'administration-damaged' });
    await old.las.close();
  });

  it('lets nobody in meanwhile, and ends what was under way first', async () => {
    const world = await open(copyOf(model));
    const verifying = world.call('changes.verify', {});
    const rekeying = world.call('users.rekey', {});
    await new Promise(setImmediate);
    expect(await world.call('session.status', {})).toMatchObject({ state: 'rekeying' });
    expect(await world.fail('leerlingen.list', {})).toMatchObject({ code: 'rekeying' });
    expect(await world.fail('session.unlock', { password: PASSWORD })).toMatchObject({ code: 'rekeying' });
    await verifying;
    await rekeying;
    expect(await world.call('leerlingen.list', {})).toMatchObject({ total: 1 });
    await world.las.close();
  });

  it('leaves the old or the new one, whole, wherever the program is killed', async () => {
    const outcomes: boolean[] = [];
    for (let at = 1, reached = true; reached; at += 1) {
      const folder = copyOf(model);
      const world = await open(folder);
      const faults = failAt(at, 'for ever');
      await world.las.invoke('users.rekey', {});
      faults.restore();
      reached = faults.reached();
      // What a killed process leaves is what stands on the disk now.
      const left = copyOf(folder);
      await world.las.close();
      outcomes.push(await expectWhole(left));
    }
    const firstNew = outcomes.indexOf(true);
    expect(outcomes.length).toBeGreaterThan(10);
    expect(outcomes.every((isNew, index) => isNew === index >= firstNew)).toBe(true);
  });

  it('that cannot be written leaves the program at work with the old one, or with the new one', async () => {
    for (let at = 1, reached = true; reached; at += 1) {
      const folder = copyOf(model);
      const world: TestLas = await open(folder);
      const faults = failAt(at, 'once');
      const result = await world.las.invoke('users.rekey', {});
      faults.restore();
      reached = faults.reached();
      if (reached && !result.ok) expect(result.error.code).toMatch(/disk-full|internal/);
      const status = await world.call('session.status', {});
      if (status.state !== 'open') await world.call('session.unlock', { login: 'secretaresse', password: PASSWORD });
      expect(await world.call('leerlingen.list', {})).toMatchObject({ total: 1 });
      await world.las.close();
      await expectWhole(folder);
    }
  });

  it('is finished at the next start when the program was really killed between the two files', async () => {
    const folder = copyOf(model);
    const root = new URL('../../', import.meta.url).href;
    const script = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const { renameSync } = fs;
      fs.renameSync = (from, to) => {
        if (String(to).endsWith('keys.json')) process.kill(process.pid, 'SIGKILL');
        renameSync(from, to);
      };
      syncBuiltinESMExports();
      const { createLas } = await import('${root}electron/core/las.ts');
      const { createClock } = await import('${root}shared/domain/clock.ts');
      const las = await createLas({ dataDir: ${JSON.stringify(folder)}, clock: createClock(new Date('2009-11-02T08:00:00Z')),
        version: '0.0.0', resourcesDir: 'resources', host: 'none', emit: () => undefined });
      await las.invoke('session.unlock', { login: 'secretaresse', password: ${JSON.stringify(PASSWORD)} });
      await las.invoke('users.rekey', {});
      setInterval(() => undefined, 1000);`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: process.cwd(),
      timeout: 30_000,
    });
    expect(signal).toBe('SIGKILL');
    expect([existsSync(join(folder, 'keys.next.json')), existsSync(join(folder, 'administratie.next.db'))]).toEqual([
      true,
      false,
    ]);
    expect(await expectWhole(folder)).toBe(true);
  });
});
