import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countRows } from '../../electron/core/database/database.ts';
import type { Input, OperationName } from '../../shared/api/contract.ts';
import { createAdministration, creation, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { catchConnections, type CaughtConnections } from '../support/caughtConnections.ts';
import { atEachStep, growing } from '../support/diskSteps.ts';
import { addPupil, correctInschrijving, testPersons } from '../support/pupils.ts';
import { runLimited } from '../support/runLimited.ts';

const OTHER_PASSWORD = 'een heel ander wachtwoord';
const secret = { password: PASSWORD };
type Call = { [N in OperationName]: [name: N, input: Input<N>] }[OperationName];

let world: TestLas;
let outside: string;
let caught: CaughtConnections;

beforeEach(async () => {
  outside = mkdtempSync(join(tmpdir(), 'bronwijs-vol-'));
  caught = catchConnections();
  world = await startTestLas();
});
afterEach(async () => {
  caught.stop();
  await world.close();
  rmSync(outside, { recursive: true, force: true });
});

describe('a database that cannot grow (SQLITE_FULL)', () => {
  let leerlingId: number;
  beforeEach(async () => {
    await createAdministration(world);
    ({ leerlingId } = await addPupil(world, testPersons.hera));
  });

  const operations: Record<string, () => Promise<Call> | Call> = {
    'saving a pupil': () => ['leerlingen.save', { persoon: { ...testPersons.zeus, roepnaam: 'Zeus' } }],
    'saving an inschrijving': () => ['leerlingen.saveInschrijving', { leerlingId, gegevens: correctInschrijving() }],
    'saving the settings': async () => {
      const settings = await world.call('settings.get', {});
      return [
        'settings.save',
        { ...settings, exchange: { endpoint: '', caPem: rootCertificates.join('\n').slice(0, 90_000) } },
      ];
    },
  };

  it.each(Object.entries(operations))(
    '%s does it wholly or not at all, and again when there is room',
    async (_, make) => {
      const db = caught.administration();
      const call = await make();
      db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
      // The free room inside pages is used up first.
      let before: unknown;
      let failed: string | undefined;
      for (let count = 0; failed === undefined && count < 500; count += 1) {
        before = countRows(db);
        const result = await world.las.invoke(call[0], call[1]);
        if (!result.ok) failed = result.error.code;
      }
      expect(failed).toBe('disk-full');
      expect(countRows(db)).toEqual(before);
      db.pragma('max_page_count = 1000000');
      expect(await world.las.invoke(call[0], call[1])).toMatchObject({ ok: true });
    },
  );
});

describe('a full disk', () => {
  it('keeps no card closed; that its number was seen is noted when there is room', async () => {
    await createAdministration(world);
    const { leerlingId: id } = await addPupil(world, testPersons.hera);
    const db = caught.administration();
    const noted = () => db.prepare("SELECT at FROM change_log WHERE entity = 'view' ORDER BY seq").pluck().all();
    db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
    let looks = 0;
    while (noted().length === looks && looks < 500) {
      world.clock.set(new Date(world.clock.now().getTime() + 3_600_000));
      await world.call('leerlingen.get', { id });
      looks += 1;
    }
    const seen = world.clock.now().toISOString().slice(0, 13);
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    await world.call('leerlingen.get', { id });
    expect(noted()).toHaveLength(looks - 1);
    expect(readFileSync(join(world.dataDir, 'log', 'bronwijs.log'), 'utf8')).toContain('look-not-noted');
    db.pragma('max_page_count = 1000000');
    await world.call('session.lock', {});
    await world.call('session.unlock', secret);
    const { rows } = await world.call('changes.list', { filter: { kind: 'view', leerlingId: id }, limit: 500 });
    expect(rows).toHaveLength(looks);
    expect(rows[0]?.at).toContain(seen);
  });
});

describe('a disk that is full at one write of a file', () => {
  const enospc = () => Object.assign(new Error('no space left'), { code: 'ENOSPC' });

  /** Does `work` with a disk that is full from each step on, and calls `after` each time; ends when it was done without. */
  async function eachStep(work: () => Promise<string>, after: (step: number) => Promise<void>): Promise<number> {
    for (let full = 1; ; full += 1) {
      const undo = atEachStep(
        (step) => {
          if (step >= full) throw enospc();
        },
        { below: world.dataDir, only: growing },
      );
      const code = await work().finally(undo);
      if (code === 'ok') return full - 1;
      expect(code).toBe('disk-full');
      await after(full);
    }
  }
  const codeOf = async <N extends OperationName>(name: N, input: Input<N>): Promise<string> => {
    const result = await world.las.invoke(name, input);
    return result.ok ? 'ok' : result.error.code;
  };
  const reopen = async () => {
    await world.call('session.lock', {});
    const older = await world.las.invoke('session.unlock', secret);
    if (!older.ok) await world.call('session.unlock', { password: OTHER_PASSWORD });
    return older.ok;
  };

  it('makes no half administration', async () => {
    const steps = await eachStep(
      () => codeOf('session.create', creation),
      async () => expect((await world.call('session.status', {})).state).toBe('none'),
    );
    expect(steps).toBeGreaterThan(1);
  });

  it('changes the password wholly or not at all', async () => {
    await createAdministration(world);
    const steps = await eachStep(
      () => codeOf('session.changePassword', { current: PASSWORD, next: OTHER_PASSWORD }),
      async () => expect(await reopen()).toBe(true),
    );
    expect(steps).toBeGreaterThan(3);
    expect(await reopen()).toBe(false);
  });

  it('restores wholly or not at all', async () => {
    await createAdministration(world);
    await addPupil(world, testPersons.hera);
    const backup = join(outside, 'kopie.reservekopie');
    await world.call('backup.make', { target: world.grant(backup, 'write') });
    await addPupil(world, testPersons.zeus);
    const steps = await eachStep(
      async () => {
        const { draft } = await world.call('restore.inspect', { file: world.grant(backup, 'read') });
        const preview = await codeOf('restore.preview', { draft, secret });
        return preview === 'ok' ? codeOf('restore.commit', { draft, secret }) : preview;
      },
      async () => {
        await reopen();
        const { total } = await world.call('leerlingen.list', {});
        expect([1, 2]).toContain(total);
      },
    );
    expect(steps).toBeGreaterThan(5);
    expect(await world.call('leerlingen.list', {})).toMatchObject({ total: 1 });
  });
});

describe('files that may not grow beyond a limit (RLIMIT_FSIZE)', () => {
  it('leave no half backup, no half restore and no half pupil', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no RLIMIT_FSIZE');
    await createAdministration(world);
    const backup = join(outside, 'kopie.reservekopie');
    for (let count = 0; count < 30; count += 1) await addPupil(world, testPersons.hera);
    await world.call('backup.make', { target: world.grant(backup, 'write') });
    await world.call('backup.make', {});
    const kept = readdirSync(join(world.dataDir, 'backups'));
    const bytes = readFileSync(backup);
    await world.las.close();
    const size = statSync(join(world.dataDir, 'administratie.db')).size / 1024;

    const saves = Array.from(
      { length: 60 },
      (_, count) => ['leerlingen.save', { persoon: { ...testPersons.zeus, roepnaam: `Zeus ${count}` } }] as const,
    );
    const codes = await runLimited(world.dataDir, size / 2, [
      ['backup.make', {}],
      ['backup.make', { target: `write:${backup}` }],
      ['restore.inspect', { file: `read:${backup}` }],
      ['restore.preview', { secret }],
      ...saves,
    ]);
    expect(codes.slice(0, 5)).toEqual(['ok', 'disk-failed', 'disk-failed', 'ok', 'disk-failed']);
    const saved = codes.slice(5).filter((code) => code === 'ok').length;
    expect(codes.slice(5 + saved)).toEqual(Array.from({ length: 60 - saved }, () => 'disk-failed'));
    expect(saved).toBeLessThan(60);

    expect(readdirSync(join(world.dataDir, 'backups'))).toEqual(kept);
    expect(readFileSync(backup).equals(bytes)).toBe(true);
    expect(readdirSync(outside)).toEqual(['kopie.reservekopie']);
    world.las = (await startTestLas({ dataDir: world.dataDir })).las;
    expect(await world.call('session.unlock', secret)).toMatchObject({ readOnly: false });
    expect(await world.call('leerlingen.list', { limit: 1 })).toMatchObject({ total: 30 + saved });
    expect(await world.call('backup.make', {})).toMatchObject({ leerlingen: 30 + saved });
  });
});
