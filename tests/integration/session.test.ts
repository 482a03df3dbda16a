import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../shared/domain/clock.ts';
import {
  createAdministration,
  creation,
  PASSWORD,
  startConnected,
  startTestLas,
  type TestLas,
} from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

let world: TestLas;
beforeEach(async () => {
  world = await startTestLas();
});
afterEach(async () => {
  await world.close();
});

describe('making an administration', () => {
  it('asks the recovery code back before anything else is possible', async () => {
    expect(await world.call('session.status', {})).toMatchObject({ state: 'none' });
    const { recoveryCode } = await world.call('session.create', creation);
    expect(await world.call('session.status', {})).toMatchObject({ state: 'recovery' });
    expect(await world.fail('leerlingen.list', {})).toMatchObject({ code: 'recovery-unconfirmed' });
    expect(await world.fail('session.confirmRecoveryCode', { recoveryCode: 'AAAAA' })).toMatchObject({
      code: 'wrong-recovery-code',
    });
    await world.call('session.confirmRecoveryCode', { recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' ') });
    expect(await world.call('session.status', {})).toMatchObject({
      state: 'open',
      kind: 'oefen',
      brinnummer: '99ZZ',
      aanleverpunt: '00',
    });
  });

  it('gives a new recovery code when the program ended before it was asked back', async () => {
    await world.call('session.create', creation);
    await world.restart();
    expect(await world.call('session.status', {})).toMatchObject({ state: 'recovery' });
    const { recoveryCode } = await world.call('session.newRecoveryCode', {});
    await world.call('session.confirmRecoveryCode', { recoveryCode });
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open' });
  });

  it('refuses a second one in the same folder, a short password and a malformed BRIN', async () => {
    const short = { ...creation, user: { naam: 'X', password: 'kort' } };
    expect(await world.fail('session.create', short)).toMatchObject({ code: 'weak-password' });
    const wrongBrin = { ...creation, school: { ...creation.school, brinnummer: '9ZZZ' } };
    expect(await world.fail('session.create', wrongBrin)).toMatchObject({
      code: 'invalid-input',
      field: 'school.brinnummer',
    });
    await createAdministration(world);
    expect(await world.fail('session.create', creation)).toMatchObject({ code: 'administration-exists' });
  });

  it('refuses an echte administratie on a moved clock', async () => {
    expect(await world.fail('session.create', { ...creation, kind: 'echt' })).toMatchObject({ code: 'clock-refused' });
    const real = await startTestLas({ clock: createClock() });
    await createAdministration(real, { ...creation, kind: 'echt' });
    const settings = await real.call('settings.get', {});
    const exchange = { endpoint: 'https://127.0.0.1:6914/POKANAAL/', caPem: '' };
    expect(await real.fail('settings.save', { ...settings, exchange })).toMatchObject({ code: 'loopback-refused' });
    await real.close();
  });
});

describe('locking and unlocking', () => {
  it('needs the password, with a growing wait after wrong ones that outlives a restart', async () => {
    await createAdministration(world);
    await world.call('session.lock', {});
    expect(await world.call('session.status', {})).toMatchObject({ state: 'locked' });
    expect((await world.call('session.status', {})).schoolName).toBeUndefined();
    expect(await world.fail('leerlingen.list', {})).toMatchObject({ code: 'locked' });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await world.fail('session.unlock', { password: 'verkeerd wachtwoord' })).toMatchObject({
        code: 'wrong-password',
      });
    }
    expect(await world.fail('session.unlock', { password: PASSWORD })).toMatchObject({ code: 'wait-before-retry' });
    const { waitSeconds } = await world.call('session.status', {});
    expect(waitSeconds).toBeGreaterThan(0);
    world.clock.set(new Date(world.clock.now().getTime() + waitSeconds * 1000));
    expect(await world.call('session.unlock', { password: PASSWORD })).toMatchObject({ state: 'open' });
  });

  it('opens with the recovery code and a new password', async () => {
    const { recoveryCode } = await world.call('session.create', creation);
    await world.call('session.confirmRecoveryCode', { recoveryCode });
    await world.call('session.lock', {});
    await world.call('session.unlockWithRecoveryCode', { recoveryCode, newPassword: 'een-nieuw-wachtwoord' });
    await world.call('session.lock', {});
    expect(await world.fail('session.unlock', { password: PASSWORD })).toMatchObject({ code: 'wrong-password' });
    expect(await world.call('session.unlock', { password: 'een-nieuw-wachtwoord' })).toMatchObject({ state: 'open' });
  });

  it('refuses a second program on the same folder', async () => {
    await createAdministration(world);
    const second = await startTestLas({ dataDir: world.dataDir });
    expect(await second.fail('session.status', {})).toMatchObject({ code: 'folder-in-use' });
    await second.las.close();
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open' });
  });
});

describe('what stands on disk', () => {
  const filesBelow = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });

  it('holds no BSN, name or password in the clear: not in the database, its WAL, keys or log', async () => {
    const line = await startConnected();
    await addPupil(line.world, { ...testPersons.hera, voornamen: 'Hera Proefje' });
    await line.world.call('exchange.send', {});
    await line.world.call('exchange.requestTerugkoppelingen', {});
    await line.world.fail('session.unlock', { password: 'x'.repeat(2000) });
    const files = filesBelow(line.world.dataDir);
    expect(files.some((path) => path.endsWith('.db-wal'))).toBe(true);
    expect(files.some((path) => path.endsWith('.log'))).toBe(true);
    const secrets = [
      '999992533',
      'Jager',
      'Hera',
      'Proefje',
      '2548AE',
      PASSWORD,
      'Secretaresse',
      'De Proef',
      'PRIVATE KEY',
    ];
    for (const path of files) {
      const bytes = readFileSync(path);
      for (const secret of secrets) {
        expect(bytes.includes(secret), `${path} holds ${secret}`).toBe(false);
        expect(bytes.includes(Buffer.from(secret, 'utf16le')), `${path} holds ${secret} in UTF-16`).toBe(false);
      }
    }
    await line.close();
  });
});
