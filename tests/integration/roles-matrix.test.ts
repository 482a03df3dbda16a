import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations, type OperationName } from '../../shared/api/contract.ts';
import { role, rolesWith, type Role } from '../../shared/api/roles.ts';
import { createAdministration, creation, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { addEveryRole, ownPassword, signIn } from '../support/users.ts';

const names = Object.keys(operations) as OperationName[];

/** What an operation answers to an input that none takes: that it is wrong, when the caller may do it, or why he may not. */
async function answers(world: TestLas): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const result = await world.las.invoke(name, { surely: 'not an input of this operation' });
    found[name] = result.ok ? 'ok' : result.error.code;
  }
  return found;
}

const expected = (answer: (name: OperationName) => string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, answer(name)]));

/** Whom an operation is open to before anything is open. */
const always = (name: OperationName) => operations[name].access === 'locked';

let world: TestLas;
let recoveryCode: string;
beforeAll(async () => {
  world = await startTestLas();
  ({ recoveryCode } = await world.call('session.create', creation));
});
afterAll(async () => {
  await world.close();
});

describe('every operation', () => {
  it('waits for the recovery code to be asked back', async () => {
    const allowed: OperationName[] = ['session.confirmRecoveryCode', 'session.newRecoveryCode'];
    expect(await answers(world)).toEqual(
      expected((name) => (always(name) || allowed.includes(name) ? 'invalid-input' : 'recovery-unconfirmed')),
    );
    await world.call('session.confirmRecoveryCode', { recoveryCode });
    await addEveryRole(world);
  });

  it('is closed while the administration is locked, and where there is none', async () => {
    await world.call('session.lock', {});
    const closed = expected((name) => (always(name) ? 'invalid-input' : 'locked'));
    expect(await answers(world)).toEqual(closed);
    const empty = await startTestLas();
    expect(await answers(empty)).toEqual(closed);
    await empty.close();
  });

  it.each(role.options)('is open to a %s exactly where the matrix says so', async (who: Role) => {
    await signIn(world, who === 'beheerder' ? 'secretaresse' : who, who === 'beheerder' ? PASSWORD : ownPassword(who));
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open', role: who });
    expect(await answers(world)).toEqual(
      expected((name) => (rolesWith[operations[name].access].includes(who) ? 'invalid-input' : 'not-allowed')),
    );
  });

  it('waits for a password for one use to be replaced', async () => {
    await signIn(world, 'secretaresse', PASSWORD);
    const { oneTimePassword } = await world.call('users.add', { naam: 'Nieuw', login: 'nieuw', role: 'administratie' });
    await signIn(world, 'nieuw', oneTimePassword);
    expect(await world.call('session.status', {})).toMatchObject({ state: 'password', userName: 'Nieuw' });
    expect(await answers(world)).toEqual(
      expected((name) => {
        if (always(name) || name === 'session.choosePassword') return 'invalid-input';
        return rolesWith[operations[name].access].includes('administratie') ? 'password-to-change' : 'not-allowed';
      }),
    );
  });

  it('holds nobody but the beheerder up while a new recovery code has not been asked back', async () => {
    await signIn(world, 'secretaresse', PASSWORD);
    await world.call('session.newRecoveryCode', {});
    await signIn(world, 'lezer');
    expect(await world.call('session.status', {})).toMatchObject({ state: 'open' });
    await signIn(world, 'secretaresse', PASSWORD);
    expect(await world.call('session.status', {})).toMatchObject({ state: 'recovery' });
  });
});

describe('an administration', () => {
  it('with one user asks no login', async () => {
    const single = await startTestLas();
    await createAdministration(single);
    await single.call('session.lock', {});
    expect(await single.call('session.status', {})).toMatchObject({ state: 'locked', asksLogin: false });
    await world.call('session.lock', {});
    expect(await world.call('session.status', {})).toMatchObject({ state: 'locked', asksLogin: true });
    await single.close();
  });
});
