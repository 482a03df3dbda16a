import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { headerOf, readBackupFile } from '../../electron/core/backup/format.ts';
import type { Input } from '../../shared/api/contract.ts';
import { createAdministration, creation, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { addPupil, changePersoon, testPersons } from '../support/pupils.ts';
import { addUser, ownPassword, signIn } from '../support/users.ts';

const OTHER_PASSWORD = 'een heel ander wachtwoord';
const NEW_PASSWORD = 'nog weer een ander wachtwoord';

let worlds: TestLas[];
let outside: string;
let world: TestLas;
let backup: string;
let recoveryCode: string;

async function newWorld(): Promise<TestLas> {
  const made = await startTestLas();
  worlds.push(made);
  return made;
}

/** An administration with one pupil, backed up, after which the pupil changes and another comes. */
beforeEach(async () => {
  worlds = [];
  outside = mkdtempSync(join(tmpdir(), 'bronwijs-elders-'));
  backup = join(outside, 'kopie.reservekopie');
  world = await newWorld();
  ({ recoveryCode } = await world.call('session.create', creation));
  await world.call('session.confirmRecoveryCode', { recoveryCode });
  const { leerlingId } = await addPupil(world, testPersons.hera);
  await world.call('backup.make', { target: world.grant(backup, 'write') });
  world.clock.set(new Date(world.clock.now().getTime() + 60_000));
  await changePersoon(world, leerlingId, { roepnaam: 'Iris' });
  await addPupil(world, testPersons.zeus);
});
afterEach(async () => {
  for (const one of worlds) await one.close();
  rmSync(outside, { recursive: true, force: true });
});

const names = async (of: TestLas) => (await of.call('leerlingen.list', {})).rows.map(({ naam }) => naam).sort();

const inspect = (of: TestLas, file = backup) => of.call('restore.inspect', { file: of.grant(file, 'read') });

async function restore(of: TestLas, secret: Input<'restore.commit'>['secret'], file = backup): Promise<void> {
  const { draft } = await inspect(of, file);
  await of.call('restore.preview', { draft, secret });
  await of.call('restore.commit', { draft, secret });
}

describe('restoring into the administration it came from', () => {
  it('shows first what it would mean, and changes nothing by that', async () => {
    expect(await inspect(world)).toMatchObject({ leerlingen: 1, day: '2009-11-02', kind: 'oefen' });
    const { draft } = await inspect(world);
    const preview = await world.call('restore.preview', { draft, secret: { password: PASSWORD } });
    expect(preview).toMatchObject({
      schoolName: 'Basisschool De Proef',
      leerlingen: 1,
      other: false,
      replaces: true,
      present: { leerlingen: 2, sentAfter: 0 },
      certificateNewer: false,
    });
    expect(await names(world)).toHaveLength(2);
    await world.call('restore.cancel', { draft });
    expect(await world.fail('restore.commit', { draft, secret: { password: PASSWORD } })).toMatchObject({
      code: 'backup-draft-gone',
    });
  });

  it('brings what was there, open, with sending held and what stood here kept as a backup', async () => {
    await restore(world, { password: PASSWORD });
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open', sendingHeld: true, readOnly: false });
    expect(await names(world)).toEqual([expect.stringContaining('Hera')]);
    expect(await world.fail('exchange.send', {})).toMatchObject({ code: 'sending-held' });
    const { backups } = await world.call('backup.list', {});
    expect(backups).toMatchObject([{ reason: 'restore', leerlingen: 2 }]);
    const kept = backups[0];
    if (!kept) throw new Error('nothing kept');
    const { draft } = await world.call('restore.inspect', { name: kept.name });
    await world.call('restore.preview', { draft, secret: { password: PASSWORD } });
    await world.call('restore.commit', { draft, secret: { password: PASSWORD } });
    expect(await names(world)).toHaveLength(2);
  });

  it('keeps all that was saved until it took over, and lets nothing be saved that would be lost', async () => {
    const { draft } = await inspect(world);
    const secret = { password: PASSWORD };
    await world.call('restore.preview', { draft, secret });
    const restored = new AbortController();
    const restoring = world.call('restore.commit', { draft, secret }).finally(() => restored.abort());
    let saved = 0;
    while (!restored.signal.aborted) {
      const { ok } = await world.las.invoke('leerlingen.save', { persoon: { achternaam: `Jager ${saved}` } });
      if (ok) saved += 1;
      await new Promise(setImmediate);
    }
    await restoring;
    const { backups } = await world.call('backup.list', {});
    expect(backups).toMatchObject([{ reason: 'restore', leerlingen: 2 + saved }]);
    expect(await names(world)).toHaveLength(1);
  });

  it('leaves open what stands here when the backup cannot take its place', async () => {
    const { draft } = await inspect(world);
    await world.call('restore.preview', { draft, secret: { password: PASSWORD } });
    const wrong = { draft, secret: { password: OTHER_PASSWORD } };
    expect(await world.fail('restore.commit', wrong)).toMatchObject({ code: 'wrong-password' });
    expect(await names(world)).toHaveLength(2);
  });

  it('works while it is locked, and when the password was changed since', async () => {
    await world.call('session.changePassword', { current: PASSWORD, next: OTHER_PASSWORD });
    await world.call('session.lock', {});
    const { draft } = await inspect(world);
    const wrong = { draft, secret: { password: OTHER_PASSWORD } };
    expect(await world.fail('restore.preview', wrong)).toMatchObject({ code: 'wrong-password' });
    const preview = await world.call('restore.preview', { draft, secret: { password: PASSWORD } });
    expect(preview.present).toBeUndefined();
    await world.call('restore.commit', { draft, secret: { password: PASSWORD } });
    expect(await names(world)).toHaveLength(1);
    // It could not be opened with the secret given: its files were kept as they were.
    const [aside = ''] = readdirSync(join(world.dataDir, 'set-aside'));
    expect(readdirSync(join(world.dataDir, 'set-aside', aside))).toEqual(
      expect.arrayContaining(['administratie.db', 'keys.json']) as string[],
    );
  });
});

describe('restoring on an empty machine', () => {
  it('opens with only the password, with the same content', async () => {
    const machine = await newWorld();
    await restore(machine, { password: PASSWORD });
    expect(await names(machine)).toEqual([expect.stringContaining('Hera')]);
    expect(await machine.call('settings.get', {})).toEqual(await world.call('settings.get', {}));
    await machine.restart();
    expect(await names(machine)).toHaveLength(1);
  });

  it('opens with only the recovery code, which gives a new password', async () => {
    const machine = await newWorld();
    const { draft } = await inspect(machine);
    const weak = { draft, secret: { recoveryCode, newPassword: 'kort' } };
    expect(await machine.fail('restore.preview', weak)).toMatchObject({ code: 'weak-password' });
    const wrong = {
      draft,
      secret: {
        recoveryCode: recoveryCode.replace(/^./, (first) => (first === 'Z' ? 'Y' : 'Z')),
        newPassword: NEW_PASSWORD,
      },
    };
    expect(await machine.fail('restore.preview', wrong)).toMatchObject({ code: 'wrong-recovery-code' });
    await restore(machine, { recoveryCode, newPassword: NEW_PASSWORD });
    expect(await names(machine)).toHaveLength(1);
    await machine.call('session.lock', {});
    expect(await machine.fail('session.unlock', { password: PASSWORD })).toMatchObject({ code: 'wrong-password' });
    await machine.call('session.unlock', { password: NEW_PASSWORD });
  });
});

describe('restoring an administration of several users', () => {
  const file = () => join(outside, 'gebruikers.reservekopie');
  beforeEach(async () => {
    await addUser(world, 'juf', 'leerkracht');
    await addUser(world, 'baas', 'beheerder');
    await world.call('backup.make', { target: world.grant(file(), 'write') });
  });
  const opened = async (secret: Input<'restore.commit'>['secret']) => {
    const machine = await newWorld();
    await restore(machine, secret, file());
    return machine;
  };

  it('opens by the password of any beheerder, with the login or without; for everybody afterwards', async () => {
    for (const secret of [{ password: ownPassword('baas') }, { password: PASSWORD, login: 'Secretaresse' }]) {
      const machine = await opened(secret);
      expect(await names(machine)).toHaveLength(2);
      await signIn(machine, 'juf');
      expect(await machine.call('session.status', {})).toMatchObject({ state: 'open', role: 'leerkracht' });
    }
  });

  it('asks who it is, and is for a beheerder only', async () => {
    const machine = await newWorld();
    const { draft, asksLogin } = await inspect(machine, file());
    expect(asksLogin).toBe(true);
    for (const [secret, code] of [
      [{ password: ownPassword('juf') }, 'restore-needs-beheerder'],
      [{ password: PASSWORD, login: 'juf' }, 'wrong-login'],
    ] as const)
      expect(await machine.fail('restore.preview', { draft, secret })).toMatchObject({ code });
  });

  it('with the recovery code gives the first beheerder another password, and refuses one made of names before anything goes', async () => {
    const machine = await newWorld();
    const { draft } = await inspect(machine, file());
    const guessable = { draft, secret: { recoveryCode, newPassword: 'Basisschool De Proef' } };
    await machine.call('restore.preview', guessable);
    expect(await machine.fail('restore.commit', guessable)).toMatchObject({ code: 'guessable-password' });
    expect(await machine.call('session.status', {})).toMatchObject({ state: 'none' });
    const secret = { recoveryCode, newPassword: NEW_PASSWORD };
    await machine.call('restore.preview', { draft, secret });
    expect(await machine.call('restore.commit', { draft, secret })).toMatchObject({ login: 'secretaresse' });
    await signIn(machine, 'baas');
  });

  it('made before a new key was given, brings its own keys; the log of the present one is not missed', async () => {
    await world.call('users.rekey', {});
    await restore(world, { password: PASSWORD, login: 'secretaresse' }, file());
    await world.restart();
    expect((await world.call('session.status', {})).logCut).toBeUndefined();
    expect(await world.call('changes.verify', {})).toMatchObject({ intact: true });
    await signIn(world, 'juf');
  });
});

describe('a backup that is refused', () => {
  const damage = (change: (bytes: Buffer) => void) => {
    const bytes = readFileSync(backup);
    change(bytes);
    writeFileSync(backup, bytes);
  };
  const inspecting = (of: TestLas) => of.fail('restore.inspect', { file: of.grant(backup, 'read') });

  it('is of another school, or of another kind', async () => {
    const other = await newWorld();
    await createAdministration(other, { ...creation, school: { ...creation.school, brinnummer: '99XX' } });
    expect(await inspecting(other)).toMatchObject({
      code: 'backup-other-school',
      message: 'Deze reservekopie is van een andere administratie (99ZZ 00, oefen); hier staat 99XX 00, oefen.',
    });
    await other.call('session.lock', {});
    expect(await inspecting(other)).toMatchObject({ code: 'backup-other-school' });
  });

  it('is not, when another administration of the same school stands here; then that is said', async () => {
    const other = await newWorld();
    await createAdministration(other);
    const { draft } = await inspect(other);
    const secret = { password: PASSWORD };
    expect(await other.call('restore.preview', { draft, secret })).toMatchObject({ other: true });
    await other.call('restore.commit', { draft, secret });
    // What is kept of the one that went is never taken for a backup of the one that came.
    const known = async () =>
      (await other.call('restore.known', {})).backups.map(({ reason, other }) => [reason, other]);
    expect(await known()).toEqual([['restore', true]]);
    expect((await other.call('backup.state', {})).lastAt).toBeUndefined();
    other.clock.set(new Date(other.clock.now().getTime() + 60_000));
    await other.call('backup.make', {});
    expect(await known()).toEqual([
      ['manual', false],
      ['restore', true],
    ]);
    await other.call('session.lock', {});
    expect(await known()).toHaveLength(2);
  });

  it('is of a newer program, half, damaged, or no backup', async () => {
    const whole = join(outside, 'whole');
    cpSync(backup, whole);
    const { manifest, offset } = readBackupFile(backup);
    const newer = headerOf({ ...manifest, schema: manifest.schema + 1 });
    writeFileSync(backup, Buffer.concat([newer, readFileSync(whole).subarray(offset)]));
    expect(await inspecting(world)).toMatchObject({ code: 'backup-newer' });
    cpSync(whole, backup);
    truncateSync(backup, readFileSync(whole).length - 4096);
    expect(await inspecting(world)).toMatchObject({ code: 'backup-incomplete' });
    cpSync(whole, backup);
    damage((bytes) => bytes.fill(0, bytes.length - 3000, bytes.length - 2000));
    const { draft } = await inspect(world);
    const opening = { draft, secret: { password: PASSWORD } };
    expect(await world.fail('restore.preview', opening)).toMatchObject({ code: 'backup-damaged' });
    expect(await world.fail('restore.commit', opening)).toMatchObject({ code: 'backup-draft-gone' });
    writeFileSync(backup, 'iets anders');
    expect(await inspecting(world)).toMatchObject({ code: 'backup-unknown' });
    expect(await names(world)).toHaveLength(2);
  });
});
