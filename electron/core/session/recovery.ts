import { LasError } from '../../../shared/api/errors.ts';
import { foldLogin } from '../../../shared/domain/login.ts';
import type { Connection } from '../database/database.ts';
import { listAccounts, type Account } from '../users/accounts.ts';

/** The setting that says whether the recovery code has been asked back. */
export const RECOVERY_CONFIRMED = 'recoveryConfirmed';

/** Whose password the recovery code replaces: of the beheerder with this login, or of the first one. @throws LasError beheerder-unknown */
export function demandBeheerder(db: Connection, login = ''): Account {
  const beheerders = listAccounts(db)
    .filter(({ role }) => role === 'beheerder')
    .sort((a, b) => a.number - b.number);
  const wanted = foldLogin(login);
  const found = wanted === '' ? beheerders[0] : beheerders.find((account) => account.login === wanted);
  if (!found) throw new LasError('beheerder-unknown', {}, 'login');
  return found;
}
