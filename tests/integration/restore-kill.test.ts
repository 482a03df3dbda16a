import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBackupFile } from '../../electron/core/backup/format.ts';
import { createAdministration, PASSWORD, startTestLas } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

const NEWER_PASSWORD = 'het wachtwoord van daarna';
/** So many programs run at once; a group in which one came to its end is the last. */
const AT_ONCE = 3;

let folder: string;
let template: string;
let backup: string;

/** An administration that went on after its backup, under another password: which of the two stands there shows by what opens it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bronwijs-kill-'));
  template = join(folder, 'template');
  backup = join(folder, 'kopie.reservekopie');
  const world = await startTestLas({ dataDir: template });
  await createAdministration(world);
  await addPupil(world, testPersons.hera);
  await world.call('backup.make', { target: world.grant(backup, 'write') });
  await addPupil(world, testPersons.zeus);
  await world.call('session.changePassword', { current: PASSWORD, next: NEWER_PASSWORD });
  await world.las.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens what stands in a folder: by the older password the backup, by the newer what was there before. */
async function whatStands(dataDir: string): Promise<'backup' | 'before'> {
  const world = await startTestLas({ dataDir });
  try {
    const older = await world.las.invoke('session.unlock', { password: PASSWORD });
    if (!older.ok) await world.call('session.unlock', { password: NEWER_PASSWORD });
    const { total } = await world.call('leerlingen.list', {});
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open', readOnly: false });
    expect(total).toBe(older.ok ? 1 : 2);
    for (const left of ['restore', 'restore.tmp']) expect(existsSync(join(dataDir, left))).toBe(false);
    return older.ok ? 'backup' : 'before';
  } finally {
    await world.las.close();
  }
}

/** Restores in a program that is killed at `step`; tells whether it was, and what stands afterwards. */
async function killedAt(step: number): Promise<{ killed: boolean; stands: 'backup' | 'before' }> {
  const dataDir = join(folder, `run-${step}`);
  cpSync(template, dataDir, { recursive: true });
  const script = join(import.meta.dirname, '../support/dyingRestore.mts');
  const run = spawn(process.execPath, [script, dataDir, backup, PASSWORD, String(step)], { stdio: 'ignore' });
  const [code, signal] = (await once(run, 'exit')) as [number | null, NodeJS.Signals | null];
  const killed = signal === 'SIGKILL';
  if (!killed) expect(code).toBe(0);
  const stands = await whatStands(dataDir);
  const kept = readdirSync(join(dataDir, 'backups')).map((name) => readBackupFile(join(dataDir, 'backups', name)));
  expect(kept.every(({ whole }) => whole)).toBe(true);
  rmSync(dataDir, { recursive: true, force: true });
  return { killed, stands };
}

it('a restore that is killed at whatever step leaves the one administration or the other, whole', async () => {
  const stood: string[] = [];
  for (let step = 1, going = true; going; step += AT_ONCE) {
    const group = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => killedAt(step + index)));
    stood.push(...group.map(({ stands }) => stands));
    going = group.every(({ killed }) => killed);
  }
  // First all of them the old one, then all of them the new one: there is one moment of decision.
  expect(stood.indexOf('backup')).toBeGreaterThan(5);
  expect(stood.lastIndexOf('before')).toBe(stood.indexOf('backup') - 1);
  expect(stood.length - stood.indexOf('backup')).toBeGreaterThan(5);
}, 300_000);
