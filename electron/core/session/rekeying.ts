import { noteEvent } from '../changes/note.ts';
import { closeDatabase } from '../database/database.ts';
import type { DataFolder } from '../database/dataFolder.ts';
import { placeNext, prepareNext } from '../database/rekey.ts';
import { writeSetting } from '../school/settings.ts';
import { listAccounts } from '../users/accounts.ts';
import { withdrawRekeyAdvice } from '../users/handlers.ts';
import type { Keyring } from '../users/keyring.ts';
import { rekey } from '../users/keys.ts';
import { writeKeys } from '../users/keysFile.ts';
import type { KdfCost } from '../users/wrapping.ts';
import type { OpenSession } from './session.ts';
import { RECOVERY_CONFIRMED } from './recovery.ts';

/**
 * Lets a copy of the open administration under the key `next` take its place; the database is closed afterwards, or still open
 * when that failed early. Gives the names of users of the first version of the program, who need a new password. `settleNext`
 * finishes or clears away what a failure leaves; after it keys.json says which key holds.
 */
export async function rekeyFolder(
  folder: DataFolder,
  { db, key, clock, caller, chainHead }: OpenSession,
  next: Buffer,
  keyring: Keyring,
  kdfCost?: KdfCost,
): Promise<string[]> {
  const { keys, left, recoveryKept } = await rekey(keyring.read(), key, next, kdfCost);
  const names = listAccounts(db)
    .filter(({ id }) => left.includes(id))
    .map(({ name }) => name);
  prepareNext(folder, key, next, (copy) => {
    if (!recoveryKept) writeSetting(copy, RECOVERY_CONFIRMED, false);
    withdrawRekeyAdvice(copy);
    noteEvent({ db: copy, clock, caller }, { entity: 'key' }, 'database', 'nieuw');
  });
  writeKeys(folder.nextKeys, keys);
  chainHead?.stop();
  closeDatabase(db);
  placeNext(folder);
  return names;
}
