import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operations, type OperationName } from '../../shared/api/contract.ts';
import { createAdministration, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

let world: TestLas;
let beat: (() => Promise<void>) | undefined;
/** What a beheerder looks into to find out what went wrong. */
const looking: readonly OperationName[] = [
  'backup.list',
  'changes.list',
  'changes.facets',
  'changes.verify',
  'changes.stop',
  'diagnostics.get',
];
const secret = { password: PASSWORD };

beforeEach(async () => {
  world = await startTestLas();
  await createAdministration(world);
  await addPupil(world, testPersons.hera);
});
afterEach(() => world.close());

async function startSafely(): Promise<void> {
  await world.las.close();
  const options = {
    dataDir: world.dataDir,
    safe: true,
    heartbeat: (given: () => Promise<void>) => void (beat = given),
  };
  world.las = (await startTestLas(options)).las;
}

/** The bytes of everything in the data folder but what a program that only looks has to keep. */
function bytes(): Map<string, string> {
  const kept = /^(log|attempts\.json|administratie\.lock.*|administratie\.db-(wal|shm))$/;
  const names = readdirSync(world.dataDir, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('log') && !kept.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(names.map((name) => [name, readFileSync(name).toString('base64')]));
}

describe('a safe start', () => {
  it('shows what there is, says that it is one, and leaves every byte as it was', async () => {
    await world.las.close();
    writeFileSync(join(world.dataDir, 'backups', 'half.tmp'), 'evidence');
    const before = bytes();
    await startSafely();
    expect(await world.call('session.status', {})).toMatchObject({ state: 'locked', safe: true });
    expect(await world.call('session.unlock', secret)).toMatchObject({ state: 'open', safe: true, readOnly: true });
    const { rows } = await world.call('leerlingen.list', { show: 'alle' });
    expect(rows).toHaveLength(1);
    await world.call('leerlingen.get', { id: rows[0]!.id });
    for (const name of looking) await world.call(name, name === 'changes.list' ? { filter: {} } : {});
    await beat?.();
    await world.las.close();
    expect(bytes()).toEqual(before);
  });

  it('refuses every operation that writes or sends, before it looks at what was asked', async () => {
    await startSafely();
    await world.call('session.unlock', secret);
    const writing = (Object.keys(operations) as OperationName[]).filter((name) =>
      ['register', 'exchange', 'authorise', 'transfer', 'manage'].includes(operations[name].access),
    );
    const others: OperationName[] = [
      'session.create',
      'session.unlockWithRecoveryCode',
      'session.changePassword',
      'session.choosePassword',
      'restore.inspect',
      'restore.preview',
      'restore.commit',
    ];
    expect(writing.length).toBeGreaterThan(60);
    for (const name of [...writing, ...others]) {
      if (looking.includes(name)) continue;
      expect(await world.fail(name, {}), name).toMatchObject({ code: 'safe-start' });
    }
  });

  it('opens for a beheerder only: who looks at a pupil is not noted', async () => {
    const { oneTimePassword } = await world.call('users.add', { naam: 'Juf Lezer', login: 'lezer', role: 'lezer' });
    await startSafely();
    const failure = await world.fail('session.unlock', { password: oneTimePassword, login: 'lezer' });
    expect(failure.code).toBe('safe-start-beheerder');
    expect(await world.call('session.status', {})).toMatchObject({ state: 'locked' });
  });

  it('still counts wrong passwords', async () => {
    await startSafely();
    for (let time = 0; time < 3; time += 1) await world.fail('session.unlock', { password: 'niet-dit-wachtwoord' });
    expect((await world.call('session.status', {})).waitSeconds).toBeGreaterThan(0);
  });

  it('makes no administration where there is none', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'safe-'));
    const empty = await startTestLas({ dataDir, safe: true });
    expect(await empty.fail('session.create', {} as never)).toMatchObject({ code: 'safe-start' });
    await empty.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
