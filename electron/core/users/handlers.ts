import { randomUUID } from 'node:crypto';
import type { Output, Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { noteChanges, noteEvent } from '../changes/note.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { readSetting, writeSetting } from '../school/settings.ts';
import { demandFreeLogin, insertAccount, listAccounts, readAccount, type Account } from './accounts.ts';
import type { Keyring } from './keyring.ts';
import { removeUser, setLogin, setPassword } from './keys.ts';
import { createOneTimePassword } from './password.ts';

type RekeyAdvice = NonNullable<Output<'users.list'>['rekeyAdvised']>;

const REKEY_ADVISED = 'rekeyAdvised';

/** Advises a new key from now on, until there is one or a beheerder decides against it. */
export const adviseRekey = ({ db, clock }: Pick<Administration, 'db' | 'clock'>, reason: RekeyAdvice['reason']): void =>
  writeSetting(db, REKEY_ADVISED, { reason, since: clock.now().toISOString() } satisfies RekeyAdvice);

/** Takes the advice back. */
export const withdrawRekeyAdvice = (db: Administration['db']): void => writeSetting(db, REKEY_ADVISED, undefined);

const passwordOf = (account: Account, withKeys: ReadonlySet<string>) =>
  !withKeys.has(account.id) ? 'none' : account.one_time_password ? 'once' : 'own';

function list({ db, caller }: Administration, keyring: Keyring): Output<'users.list'> {
  const withKeys = new Set(keyring.read().users.map(({ id }) => id));
  const users = listAccounts(db).map((account) => ({
    id: account.id,
    version: account.version,
    naam: account.name,
    login: account.login,
    role: account.role,
    self: account.id === caller.userId,
    password: passwordOf(account, withKeys),
    ...(account.last_login_at ? { lastLoginAt: account.last_login_at } : {}),
  })) satisfies Output<'users.list'>['users'];
  const rekeyAdvised = readSetting<RekeyAdvice>(db, REKEY_ADVISED);
  return { users, ...(rekeyAdvised ? { rekeyAdvised } : {}) };
}

const entity = 'user_account';

/** The account comes before its key: when the program ends between the two, the user is there without password. */
function add(administration: Administration, { naam, login, role }: Parsed<'users.add'>): string {
  const { db, clock } = administration;
  const id = randomUUID();
  db.transaction(() => {
    demandFreeLogin(db, login);
    const at = clock.now().toISOString();
    const number = insertAccount(db, { id, name: naam, login, role, one_time_password: 1, at });
    noteChanges(administration, { entity, entityId: number }, [
      { field: 'name', old: null, new: naam },
      { field: 'login', old: null, new: login },
      { field: 'role', old: null, new: role },
    ]);
  }).immediate();
  return id;
}

function change(administration: Administration, { id, version, naam, login, role }: Parsed<'users.change'>): void {
  const { db, caller } = administration;
  db.transaction(() => {
    const before = readAccount(db, id);
    if (before.version !== version) throw new LasError('changed-elsewhere');
    if (id === caller.userId && role !== before.role) throw new LasError('user-self', {}, 'role');
    demandFreeLogin(db, login, id);
    db.prepare('UPDATE user_account SET name = ?, login = ?, role = ?, version = version + 1 WHERE id = ?').run(
      naam,
      login,
      role,
      id,
    );
    noteChanges(administration, { entity, entityId: before.number }, [
      { field: 'name', old: before.name, new: naam },
      { field: 'login', old: before.login, new: login },
      { field: 'role', old: before.role, new: role },
    ]);
  }).immediate();
}

/** Gives a user a password for one use, and gives it back to be handed over. */
async function giveOneTimePassword(administration: Administration, keyring: Keyring, id: string): Promise<string> {
  const { db } = administration;
  const { login, number } = readAccount(db, id);
  const password = createOneTimePassword();
  db.transaction(() => {
    db.prepare('UPDATE user_account SET one_time_password = 1 WHERE id = ?').run(id);
    noteEvent(administration, { entity, entityId: number }, 'password', 'eenmalig');
  }).immediate();
  await keyring.change((keys, key, cost) => setPassword(keys, key, { userId: id, login, password }, cost));
  return password;
}

/** The key goes before the account: when the program ends between the two, the user is there without password. */
function remove(administration: Administration, keyring: Keyring, id: string): Promise<void> {
  const { db, clock } = administration;
  const account = readAccount(db, id);
  const noteRemoval = db.transaction(() => {
    for (const table of ['groep_leerkracht', 'draft']) db.prepare(`DELETE FROM ${table} WHERE user_id = ?`).run(id);
    db.prepare('UPDATE user_account SET removed_at = ? WHERE id = ?').run(clock.now().toISOString(), id);
    noteChanges(administration, { entity, entityId: account.number }, [
      { field: 'name', old: account.name, new: null },
      { field: 'role', old: account.role, new: null },
    ]);
    adviseRekey(administration, 'user-removed');
  });
  return keyring.change((keys, key) => removeUser(keys, key, id), noteRemoval);
}

/** The operations on users, but for the new key, for which the administration closes. */
export function userHandlers(
  administration: Administration,
  keyring: Keyring,
): Omit<HandlersOf<'users'>, 'users.rekey'> {
  const { db, emit, caller } = administration;
  const changed = () => emit('data.changed', { topics: ['users', 'changes'] });
  const notOneself = (id: string) => {
    if (id === caller.userId) throw new LasError('user-self');
  };
  return {
    'users.list': () => list(administration, keyring),
    'users.add': async (input) => {
      const id = add(administration, input);
      const oneTimePassword = await giveOneTimePassword(administration, keyring, id);
      changed();
      return { id, oneTimePassword };
    },
    'users.change': async (input) => {
      change(administration, input);
      await keyring.change((keys, key) => setLogin(keys, key, input.id, input.login));
      changed();
      if (input.id === caller.userId) emit('session.changed', {});
      return { version: input.version + 1 };
    },
    'users.resetPassword': async ({ id }) => {
      notOneself(id);
      const oneTimePassword = await giveOneTimePassword(administration, keyring, id);
      changed();
      return { oneTimePassword };
    },
    'users.remove': async ({ id }) => {
      notOneself(id);
      await remove(administration, keyring, id);
      changed();
      return {};
    },
    'users.keepKey': () => {
      withdrawRekeyAdvice(db);
      noteEvent(administration, { entity: 'key' }, 'kept', 'ja');
      changed();
      return {};
    },
  };
}
