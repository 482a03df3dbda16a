import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdministration, creation, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';

/** What two windows, or an impatient person, can ask at the same moment. */
let world: TestLas;
beforeEach(async () => {
  world = await startTestLas();
});
afterEach(async () => {
  await world.close();
});

const NEXT = 'een-nieuw-wachtwoord';

describe('at the same moment', () => {
  it('two windows make an administration: one is made, and its recovery code and password open it', async () => {
    const [first, second] = await Promise.all([
      world.las.invoke('session.create', creation),
      world.las.invoke('session.create', creation),
    ]);
    if (!first.ok) throw new Error('the first failed');
    expect(second).toMatchObject({ ok: false, error: { code: 'administration-exists' } });
    const { recoveryCode } = first.value as { recoveryCode: string };
    await world.call('session.confirmRecoveryCode', { recoveryCode });
    await world.call('session.lock', {});
    expect(await world.call('session.unlock', { password: PASSWORD })).toMatchObject({ state: 'open' });
    await world.call('session.lock', {});
    await world.call('session.unlockWithRecoveryCode', { recoveryCode, newPassword: NEXT });
  });

  it('two windows unlock: the administration is opened once, and locked at once for both', async () => {
    await createAdministration(world);
    await world.call('session.lock', {});
    const opened = () => world.events.filter(({ event }) => event === 'session.changed').length;
    const before = opened();
    await Promise.all([
      world.call('session.unlock', { password: PASSWORD }),
      world.call('session.unlock', { password: PASSWORD }),
    ]);
    expect(opened() - before).toBe(1);
    await world.call('session.lock', {});
    expect(await world.call('session.status', {})).toMatchObject({ state: 'locked' });
  });

  it('the password is changed and the administration locks: the old or the new password opens it', async () => {
    await createAdministration(world);
    const changing = world.las.invoke('session.changePassword', { current: PASSWORD, next: NEXT });
    for (let tick = 0; tick < 6; tick += 1) await new Promise((resolve) => setImmediate(resolve));
    await world.call('session.lock', {});
    const { ok } = await changing;
    expect(await world.call('session.unlock', { password: ok ? NEXT : PASSWORD })).toMatchObject({ state: 'open' });
  });

  it('a new recovery code is made and the administration locks: the old or the new code opens it', async () => {
    const { recoveryCode: old } = await world.call('session.create', creation);
    await world.call('session.confirmRecoveryCode', { recoveryCode: old });
    const [made] = await Promise.all([world.las.invoke('session.newRecoveryCode', {}), world.call('session.lock', {})]);
    const recoveryCode = made.ok ? (made.value as { recoveryCode: string }).recoveryCode : old;
    await world.call('session.unlockWithRecoveryCode', { recoveryCode, newPassword: NEXT });
    expect(made).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open' });
  });

  it('the password is changed and a new recovery code is made: both hold', async () => {
    await createAdministration(world);
    const [{ recoveryCode }] = await Promise.all([
      world.call('session.newRecoveryCode', {}),
      world.call('session.changePassword', { current: PASSWORD, next: NEXT }),
    ]);
    await world.call('session.confirmRecoveryCode', { recoveryCode });
    await world.call('session.lock', {});
    expect(await world.call('session.unlock', { password: NEXT })).toMatchObject({ state: 'open' });
  });
});
