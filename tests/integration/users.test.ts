import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdministration, creation, PASSWORD, startTestLas, type TestLas } from '../support/administration.ts';
import { addUser, ownPassword, signIn, signInAsBeheerder } from '../support/users.ts';

let world: TestLas;
beforeEach(async () => {
  world = await startTestLas();
  await createAdministration(world);
});
afterEach(async () => {
  await world.close();
});

const jan = { naam: 'Jan Bakker', login: 'jan', role: 'administratie' } as const;
const userOf = async (login: string) => {
  const found = (await world.call('users.list', {})).users.find((user) => user.login === login);
  if (!found) throw new Error(`no user ${login}`);
  return found;
};
/** The lines of the log about users, logins and keys, oldest first. */
const log = async (kind: string) => {
  const { rows } = await world.call('changes.list', { filter: { kind } });
  return rows.map(({ userName, subject, field, old, new: next }) => [userName, subject, field, old, next]).reverse();
};

describe('a user', () => {
  it('comes in with a password for one use, and only works with one of the own choice', async () => {
    const { id, oneTimePassword } = await world.call('users.add', jan);
    expect(await userOf('jan')).toMatchObject({ id, password: 'once', self: false });
    await signIn(world, 'jan', oneTimePassword);
    expect(await world.fail('leerlingen.list', {})).toMatchObject({ code: 'password-to-change' });
    expect(await world.fail('session.choosePassword', { next: 'Jan Bakker 123' })).toMatchObject({
      code: 'guessable-password',
    });
    expect(await world.fail('session.choosePassword', { next: 'De Proef 2009' })).toMatchObject({
      code: 'guessable-password',
    });
    await world.call('session.choosePassword', { next: ownPassword('jan') });
    expect(await world.call('leerlingen.list', {})).toMatchObject({ total: 0 });
    expect(await world.fail('session.choosePassword', { next: 'nog een andere zin' })).toMatchObject({
      code: 'not-allowed',
    });
    await world.call('session.lock', {});
    expect(await world.fail('session.unlock', { login: 'jan', password: oneTimePassword })).toMatchObject({
      code: 'wrong-login',
    });
    await signInAsBeheerder(world);
    expect(await userOf('jan')).toMatchObject({ password: 'own', lastLoginAt: expect.any(String) as string });
  });

  it('has a login of the own, without capitals and spaces, that shows nowhere on disk', async () => {
    await world.call('users.add', { ...jan, login: ' JAN ' });
    expect(await world.fail('users.add', { ...jan, login: 'Jän' })).toMatchObject({
      code: 'login-taken',
      field: 'login',
    });
    expect(await world.fail('users.add', { ...jan, login: 'jan bakker' })).toMatchObject({
      code: 'invalid-input',
      field: 'login',
    });
    const keys = readFileSync(join(world.dataDir, 'keys.json'), 'utf8');
    for (const word of ['jan', 'Bakker', 'secretaresse']) expect(keys).not.toContain(`"${word}`);
  });

  it('gets another name, login and role; an editor who saw an earlier version is told', async () => {
    const id = await addUser(world, 'jan', 'lezer', 'Jan Bakker');
    const { version } = await userOf('jan');
    await world.call('users.change', { id, version, naam: 'Johan Bakker', login: 'johan', role: 'gemachtigde' });
    expect(await world.fail('users.change', { id, version, ...jan })).toMatchObject({ code: 'changed-elsewhere' });
    await world.call('session.lock', {});
    expect(await world.fail('session.unlock', { login: 'jan', password: ownPassword('jan') })).toMatchObject({
      code: 'wrong-login',
    });
    await signIn(world, 'johan', ownPassword('jan'));
    expect(await world.call('session.status', {})).toMatchObject({ userName: 'Johan Bakker', role: 'gemachtigde' });
    await signInAsBeheerder(world);
    expect(await log('user_account')).toEqual(
      expect.arrayContaining([
        ['Secretaresse', 'Johan Bakker', 'role', undefined, 'lezer'],
        ['Secretaresse', 'Johan Bakker', 'role', 'lezer', 'gemachtigde'],
        ['Secretaresse', 'Johan Bakker', 'name', 'Jan Bakker', 'Johan Bakker'],
        ['Johan Bakker', 'Johan Bakker', 'password', undefined, 'eigen'],
      ]),
    );
  });

  it('can be helped with another password for one use, and can be removed; the log still names the user', async () => {
    const id = await addUser(world, 'jan', 'lezer', 'Jan Bakker');
    const { oneTimePassword } = await world.call('users.resetPassword', { id });
    await world.call('session.lock', {});
    expect(await world.fail('session.unlock', { login: 'jan', password: ownPassword('jan') })).toMatchObject({
      code: 'wrong-login',
    });
    await signIn(world, 'jan', oneTimePassword);
    await signInAsBeheerder(world);
    await world.call('users.remove', { id });
    const { users, rekeyAdvised } = await world.call('users.list', {});
    expect(users.map(({ login }) => login)).toEqual(['secretaresse']);
    expect(rekeyAdvised).toMatchObject({ reason: 'user-removed' });
    expect(await log('user_account')).toContainEqual(['Secretaresse', 'Jan Bakker', 'name', 'Jan Bakker', undefined]);
    await world.call('session.lock', {});
    expect(await world.fail('session.unlock', { login: 'jan', password: oneTimePassword })).toMatchObject({
      code: 'wrong-login',
    });
    await signInAsBeheerder(world);
    await world.call('users.add', jan);
    await world.call('users.keepKey', {});
    expect((await world.call('users.list', {})).rekeyAdvised).toBeUndefined();
  });

  it('cannot take from oneself what makes one a beheerder, so that there always is one', async () => {
    const me = await userOf('secretaresse');
    expect(await world.fail('users.remove', { id: me.id })).toMatchObject({ code: 'user-self' });
    expect(await world.fail('users.resetPassword', { id: me.id })).toMatchObject({ code: 'user-self' });
    expect(await world.fail('users.change', { ...change(me), role: 'lezer' })).toMatchObject({ code: 'user-self' });
    await world.call('users.change', { ...change(me), naam: 'Directeur' });
    expect(await world.call('session.status', {})).toMatchObject({ userName: 'Directeur', role: 'beheerder' });
    // A second beheerder may remove the first; then the second is the one who stays.
    await addUser(world, 'tweede', 'beheerder');
    await signIn(world, 'tweede');
    await world.call('users.remove', { id: me.id });
    expect((await world.call('users.list', {})).users).toMatchObject([{ login: 'tweede', self: true }]);
  });

  const change = ({ id, version, naam, login, role }: Awaited<ReturnType<typeof userOf>>) => ({
    id,
    version,
    naam,
    login,
    role,
  });
});

describe('unlocking', () => {
  it('goes into the log, with the number of wrong passwords before it', async () => {
    await world.call('session.lock', {});
    for (let i = 0; i < 2; i += 1) await world.fail('session.unlock', { login: 'x', password: 'verkeerd' });
    await signInAsBeheerder(world);
    expect(await log('login')).toEqual([
      ['Secretaresse', undefined, 'by', undefined, 'created'],
      ['Secretaresse', undefined, 'by', undefined, 'password'],
      ['Secretaresse', undefined, 'failures', undefined, '2'],
    ]);
  });

  it('with the recovery code gives the first beheerder, or the one named, another password and advises a new key', async () => {
    const { recoveryCode } = await world.call('session.newRecoveryCode', {});
    await world.call('session.confirmRecoveryCode', { recoveryCode });
    await addUser(world, 'tweede', 'beheerder');
    await addUser(world, 'jan', 'lezer');
    await world.call('session.lock', {});
    const next = 'een nieuwe zin hier';
    const use = { recoveryCode, newPassword: next };
    expect(await world.fail('session.unlockWithRecoveryCode', { ...use, login: 'jan' })).toMatchObject({
      code: 'beheerder-unknown',
    });
    expect(await world.fail('session.unlockWithRecoveryCode', { ...use, newPassword: 'Naam tweede' })).toMatchObject({
      code: 'weak-password',
    });
    await world.call('session.unlockWithRecoveryCode', { ...use, login: 'Tweede' });
    expect(await world.call('session.status', {})).toMatchObject({ login: 'tweede', role: 'beheerder' });
    expect((await world.call('users.list', {})).rekeyAdvised).toMatchObject({ reason: 'recovery-code-used' });
    await signInAsBeheerder(world);
    await signIn(world, 'tweede', next);
    await world.call('session.lock', {});
    await world.call('session.unlockWithRecoveryCode', use);
    expect(await world.call('session.status', {})).toMatchObject({ login: 'secretaresse' });
  });
});

describe('making an administration', () => {
  it('refuses a password that is made of the names around it', async () => {
    const empty = await startTestLas();
    const user = { naam: 'Secretaresse', password: 'De Proef secretaresse' };
    expect(await empty.fail('session.create', { ...creation, user })).toMatchObject({ code: 'guessable-password' });
    await empty.call('session.create', { ...creation, user: { naam: 'Mieke', login: 'MdV', password: PASSWORD } });
    expect(await empty.call('session.status', {})).toMatchObject({ login: 'mdv' });
    await empty.close();
  });
});
