import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAdministration, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

let world: TestLas;
let outside: string;

async function start(options: Parameters<typeof startTestLas>[0] = {}): Promise<void> {
  outside = mkdtempSync(join(tmpdir(), 'bronwijs-elders-'));
  world = await startTestLas(options);
  await createAdministration(world);
}
afterEach(async () => {
  await world.close();
  rmSync(outside, { recursive: true, force: true });
});

const later = (days: number) => world.clock.set(new Date(world.clock.now().getTime() + days * 86_400_000));
const inFolder = (folder = join(world.dataDir, 'backups')) => readdirSync(folder).sort();

describe('a backup by hand', () => {
  beforeEach(() => start());

  it('goes to the file that was chosen, or to the folder of the administration, and is known there', async () => {
    await addPupil(world, testPersons.hera);
    const target = join(outside, 'mijn kopie.reservekopie');
    const made = await world.call('backup.make', { target: world.grant(target, 'write') });
    expect(made).toMatchObject({ reason: 'manual', kind: 'oefen', leerlingen: 1 });
    expect(existsSync(target)).toBe(true);
    expect(await world.call('backup.list', {})).toMatchObject({ backups: [] });
    await world.call('backup.make', {});
    await world.call('backup.make', {});
    expect(inFolder()).toHaveLength(2);
    const { backups, first } = await world.call('backup.list', {});
    expect(backups.map(({ name }) => name).sort()).toEqual(inFolder());
    expect(first).toBe(join(world.dataDir, 'backups'));
    expect(await world.call('backup.state', {})).toMatchObject({ lastAt: backups[0]?.madeAt, problems: [] });
  });

  it('needs a token, and tells a place where it cannot be written', async () => {
    expect(await world.fail('backup.make', { target: 'x' })).toMatchObject({ code: 'file-gone' });
    const target = world.grant(join(outside, 'none', 'x'), 'write');
    expect(await world.fail('backup.make', { target })).toMatchObject({ code: 'backup-target-refused' });
  });

  it('is told among the others when it is half, with what is wrong', async () => {
    await world.call('backup.make', {});
    writeFileSync(join(world.dataDir, 'backups', 'bronwijs-half.reservekopie'), 'Bronwijs');
    const { backups, useless } = await world.call('backup.list', {});
    expect(backups).toHaveLength(1);
    expect(useless).toEqual([
      { name: 'bronwijs-half.reservekopie', place: 'first', problem: expect.stringContaining('niet heel') as string },
    ]);
    expect((await world.call('restore.known', {})).backups).toHaveLength(1);
  });
});

describe('backups by rotation', () => {
  beforeEach(() => start({ backupRotation: true }));

  const rotated = async (count: number, folder?: string) =>
    vi.waitFor(
      () => expect(inFolder(folder).filter((name) => name.endsWith('.reservekopie'))).toHaveLength(count),
      5000,
    );
  const unlocked = async () => {
    await world.call('session.lock', {});
    await world.call('session.unlock', { password: 'lange-zin-als-wachtwoord' });
  };

  it('are made at unlocking, once a day', async () => {
    await rotated(1);
    await unlocked();
    later(1);
    await unlocked();
    await rotated(2);
    expect((await world.call('backup.list', {})).backups.map(({ reason }) => reason)).toEqual([
      'scheduled',
      'scheduled',
    ]);
  });

  it('go to the second place too; one that is away is told and caught up', async () => {
    await rotated(1);
    const second = join(outside, 'usb');
    mkdirSync(second);
    await world.call('backup.setSecondPlace', { folder: world.grant(second, 'folder') });
    await rotated(1, second);
    const offered = async () => (await world.call('restore.known', {})).backups.map(({ place }) => place).sort();
    expect(await offered()).toEqual(['first', 'second']);
    renameSync(second, `${second}-away`);
    expect(await offered()).toEqual(['first']);
    later(1);
    await unlocked();
    await vi.waitFor(async () => {
      const { problems } = await world.call('backup.state', {});
      expect(problems).toEqual([expect.stringContaining(second)]);
    }, 5000);
    renameSync(`${second}-away`, second);
    await unlocked();
    await rotated(2, second);
    await vi.waitFor(async () => expect((await world.call('backup.state', {})).problems).toEqual([]), 5000);
  });

  it('refuse a second place inside the data folder', async () => {
    const folder = world.grant(join(world.dataDir, 'backups'), 'folder');
    expect(await world.fail('backup.setSecondPlace', { folder })).toMatchObject({ code: 'backup-place-inside' });
  });

  it('leave nothing half when the program ends in their midst', async () => {
    await world.las.close();
    expect(inFolder().filter((name) => !name.endsWith('.reservekopie'))).toEqual([]);
  });
});
