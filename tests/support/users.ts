import { role, type Role } from '../../shared/api/roles.ts';
import { PASSWORD, type TestLas } from './administration.ts';

/** An administration that can be called. */
type Callable = Pick<TestLas, 'call'>;

/** The password that every user of a test has chosen. */
export const ownPassword = (login: string): string => `eigen zin van ${login} zelf`;

/** Adds a user and lets him choose his own password; afterwards the beheerder is at work again. Gives the id. */
export async function addUser(world: Callable, login: string, wanted: Role, naam = `Naam ${login}`): Promise<string> {
  const { id, oneTimePassword } = await world.call('users.add', { naam, login, role: wanted });
  await signIn(world, login, oneTimePassword);
  await world.call('session.choosePassword', { next: ownPassword(login) });
  await signInAsBeheerder(world);
  return id;
}

/** Locks, and unlocks as this user. */
export async function signIn(world: Callable, login: string, password = ownPassword(login)): Promise<void> {
  await world.call('session.lock', {});
  await world.call('session.unlock', { login, password });
}

/** Locks, and unlocks as the user who made the administration. */
export const signInAsBeheerder = (world: Callable): Promise<void> => signIn(world, 'secretaresse', PASSWORD);

/** A user of each other role, with the role for a login. Gives the ids. */
export async function addEveryRole(world: Callable): Promise<Record<Role, string>> {
  const ids = {} as Record<Role, string>;
  for (const wanted of role.options.filter((option) => option !== 'beheerder'))
    ids[wanted] = await addUser(world, wanted, wanted);
  const { users } = await world.call('users.list', {});
  ids.beheerder = users.find(({ self }) => self)?.id ?? '';
  return ids;
}
