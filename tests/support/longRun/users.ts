import { PASSWORD } from '../administration.ts';
import { ownPassword } from '../users.ts';
import { ProgramFault, type LongRun } from './world.ts';

export const BEHEERDER = 'secretaresse';
const OFFICE = [BEHEERDER, BEHEERDER, 'gemachtigde', 'administratie'] as const;
const READERS = ['leerkracht', 'lezer'] as const;

const passwordOf = (login: string) => (login === BEHEERDER ? PASSWORD : ownPassword(login));

export const unlockAs = (run: LongRun, login: string = BEHEERDER) =>
  run.call('session.unlock', { login, password: passwordOf(login) });

/** Somebody of the office begins to work, now and then with a slip of the fingers. */
export async function unlockInOffice(run: LongRun): Promise<string> {
  const login = run.random.pick(OFFICE);
  if (run.random.chance(15)) {
    const { error } = (await run.invoke('session.unlock', { login, password: 'verkeerd' })) as { error?: unknown };
    if (!error) throw new ProgramFault('a wrong password opened the administration');
    run.tally.count('wrong password');
  }
  await unlockAs(run, login);
  return login;
}

/** Somebody who may only read looks for a pupil, and cannot change it. */
export async function readerLooks(run: LongRun): Promise<void> {
  const login = run.random.pick(READERS);
  await run.call('session.lock', {});
  await unlockAs(run, login);
  const { rows } = await run.call('leerlingen.list', { limit: 10 });
  const row = rows[0];
  const card = row && (await run.attempt('leerlingen.get', { id: row.id }));
  if (card) {
    const { id, version, persoon } = card;
    if (await run.attempt('leerlingen.save', { id, version, persoon }))
      throw new ProgramFault(`somebody with the role ${login} saved a pupil`);
  }
  await run.call('session.lock', {});
  run.tally.count('readers');
}
