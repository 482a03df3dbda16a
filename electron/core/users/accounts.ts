import { LasError } from '../../../shared/api/errors.ts';
import type { Role } from '../../../shared/api/roles.ts';
import type { Connection } from '../database/database.ts';

/** A user as the database knows him; the password is in keys.json only. */
export interface Account {
  id: string;
  /** Stands for the user where the log of changes wants a number. */
  number: number;
  version: number;
  name: string;
  login: string;
  role: Role;
  /** The password was given by a beheerder and has to be replaced at its first use. */
  one_time_password: 0 | 1;
  last_login_at: string | null;
}

const columns = 'id, number, version, name, login, role, one_time_password, last_login_at';

/** Everybody who was not removed, by name. */
export const listAccounts = (db: Connection): Account[] =>
  db
    .prepare<[], Account>(
      `SELECT ${columns} FROM user_account WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE, number`,
    )
    .all();

/** @throws LasError not-found, also when the user was removed */
export function readAccount(db: Connection, id: string): Account {
  const account = db
    .prepare<[string], Account>(`SELECT ${columns} FROM user_account WHERE id = ? AND removed_at IS NULL`)
    .get(id);
  if (!account) throw new LasError('not-found');
  return account;
}

/** The names of a user and of the school: what a password must not be made of. */
export function namesAround(db: Connection, { name, login }: Pick<Account, 'name' | 'login'>): string[] {
  const school = db.prepare<[], string | null>('SELECT name FROM school').pluck().get();
  return [name, login, ...(school ? [school] : [])];
}

/** @throws LasError login-taken */
export function demandFreeLogin(db: Connection, login: string, exceptId?: string): void {
  const taken = listAccounts(db).some((account) => account.login === login && account.id !== exceptId);
  if (taken) throw new LasError('login-taken', {}, 'login');
}

/** Adds a user; gives the number. Call it in a transaction, after `demandFreeLogin`. */
export function insertAccount(
  db: Connection,
  user: Pick<Account, 'id' | 'name' | 'login' | 'role' | 'one_time_password'> & { at: string },
): number {
  const { number } = db
    .prepare<[], { number: number }>('SELECT coalesce(max(number), 0) + 1 AS number FROM user_account')
    .get() as { number: number };
  db.prepare(
    `INSERT INTO user_account (id, number, name, login, role, one_time_password, created_at)
     VALUES (@id, @number, @name, @login, @role, @one_time_password, @at)`,
  ).run({ ...user, number });
  return number;
}
