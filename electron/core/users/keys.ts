import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { LasError } from '../../../shared/api/errors.ts';
import { foldLogin } from '../../../shared/domain/login.ts';
import { checkNewPassword, normalisePassword } from './password.ts';
import { createRecoveryCode, normaliseRecoveryCode } from './recoveryCode.ts';
import { createKeyPair, seal, sealedSchema, unseal } from './sealing.ts';
import type { KdfCost } from './wrapping.ts';
import { base64Of, unwrapKey, wrapKey, wrappingSchema } from './wrapping.ts';

export const hex256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Somebody who can open the administration with a secret. Under the secret lies a private key, and the key of the database is
 * sealed to the public key: so a new database key reaches everybody without anybody's secret. Without `box` (written by the
 * first version of the program) the key of the database itself lies under the secret.
 */
const holderSchema = wrappingSchema.extend({
  box: z.strictObject({ publicKey: base64Of(32), sealed: sealedSchema }).optional(),
});
type Holder = z.infer<typeof holderSchema>;

const userSchema = holderSchema.extend({
  id: z.string().min(1).max(64),
  /** Keyed hash of the login, by which the right wrapping is found; absent as long as the user has none. */
  name: hex256.optional(),
});

export const keysSchema = z.strictObject({
  version: z.union([z.literal(1), z.literal(2)]),
  nameSalt: hex256,
  users: z.array(userSchema),
  recovery: holderSchema,
  check: hex256,
});

/**
 * The content of keys.json: the key of the database for every user and for the recovery code. `check` is an HMAC by that key
 * over who the receivers are, so that a wrong password, a damaged keys.json and a damaged database are three different answers,
 * and nobody can slip in a receiver who did not have the key already.
 */
export type Keys = z.infer<typeof keysSchema>;

/** A user with what the person has to know. */
export interface Secret {
  userId: string;
  login: string;
  password: string;
}

/** A password that is to be set: it must not be made of the names in `about`. */
export interface NewSecret extends Secret {
  about?: readonly string[];
}

const userContext = (userId: string) => `user:${userId}`;
const recoveryContext = 'recovery';

/** What the key is checked on. A file of the first version knew no receivers; it gets them with the first change. */
const checkedText = ({ version, nameSalt, users, recovery }: Keys): string =>
  version === 1
    ? 'bronwijs key check 1'
    : JSON.stringify([
        'bronwijs key check 2',
        nameSalt,
        users.map(({ id, name, box }) => [id, name ?? null, box?.publicKey ?? null]),
        recovery.box?.publicKey ?? null,
      ]);

const checkOf = (keys: Keys, key: Buffer): Buffer => createHmac('sha256', key).update(checkedText(keys)).digest();

/** Whether `key` is the key of the administration that `keys` belongs to. */
export const isKeyOf = (keys: Keys, key: Buffer): boolean =>
  timingSafeEqual(checkOf(keys, key), Buffer.from(keys.check, 'hex'));

const demandKeyOf = (keys: Keys, key: Buffer): void => {
  if (!isKeyOf(keys, key)) throw new LasError('keys-damaged');
};

/** The key that was unwrapped, zeroed when it is not that of the administration. */
function proved(keys: Keys, key: Buffer): Buffer {
  if (isKeyOf(keys, key)) return key;
  key.fill(0);
  throw new LasError('keys-damaged');
}

/** The keys with these changes, in the newest form and checked by `key`. */
function changed(keys: Keys, key: Buffer, change: Partial<Pick<Keys, 'users' | 'recovery'>>): Keys {
  const next: Keys = { ...keys, ...change, version: 2 };
  return { ...next, check: checkOf(next, key).toString('hex') };
}

const nameOf = (nameSalt: string, login: string): string =>
  createHmac('sha256', Buffer.from(nameSalt, 'hex')).update(foldLogin(login)).digest('hex');

/** Makes a holder with a new key pair, and seals the key of the database to it. */
async function createHolder(key: Buffer, secret: string, context: string, cost?: KdfCost): Promise<Holder> {
  const { publicKey, privateKey } = createKeyPair();
  try {
    const wrapping = await wrapKey(privateKey, secret, context, cost);
    return { ...wrapping, box: { publicKey: publicKey.toString('base64'), sealed: seal(key, publicKey) } };
  } finally {
    privateKey.fill(0);
  }
}

/** The key of the database; undefined when `secret` is not that of this holder. Costs one key derivation. */
async function openHolder(holder: Holder, secret: string, context: string): Promise<Buffer | undefined> {
  const wrapped = await unwrapKey(holder, secret, context);
  if (!wrapped || !holder.box) return wrapped;
  const { publicKey, sealed } = holder.box;
  const key = unseal(sealed, { publicKey: Buffer.from(publicKey, 'base64'), privateKey: wrapped });
  wrapped.fill(0);
  if (!key) throw new LasError('keys-damaged');
  return key;
}

const createUser = async (
  nameSalt: string,
  key: Buffer,
  { userId, login, password }: Secret,
  cost?: KdfCost,
): Promise<Keys['users'][number]> => {
  const holder = await createHolder(key, normalisePassword(password), userContext(userId), cost);
  return { id: userId, name: nameOf(nameSalt, login), ...holder };
};

const demandCode = (typed: string): string => {
  const code = normaliseRecoveryCode(typed);
  if (code === undefined) throw new LasError('wrong-recovery-code');
  return code;
};

/** Makes a new random key for the first user and the recovery code. The caller zeroes `key`. Errors: `weak-password`, `guessable-password`. */
export async function createKeys(
  { recoveryCode, ...user }: NewSecret & { recoveryCode: string },
  cost?: KdfCost,
): Promise<{ keys: Keys; key: Buffer }> {
  checkNewPassword(user.password, user.about);
  const code = demandCode(recoveryCode);
  const key = randomBytes(32);
  const nameSalt = randomBytes(32).toString('hex');
  const users = [await createUser(nameSalt, key, user, cost)];
  const recovery = await createHolder(key, code, recoveryContext, cost);
  const empty: Keys = { version: 2, nameSalt, users, recovery, check: '' };
  return { keys: changed(empty, key, {}), key };
}

/** Whose password it can be: an unknown login gives a holder that nothing opens, so that it costs and says the same as a wrong password. */
export function candidatesFor(keys: Keys, login: string | undefined): Keys['users'] {
  if (login === undefined) return keys.users;
  const name = nameOf(keys.nameSalt, login);
  const named = keys.users.filter((user) => user.name === name);
  if (named.length > 0) return named;
  const unnamed = keys.users.filter((user) => user.name === undefined);
  const { kdf, wrapped } = keys.users[0] ?? keys.recovery;
  return unnamed.length > 0 ? unnamed : [{ id: '-', kdf, wrapped }];
}

/**
 * The key and the user whose password this is: the user with this login, by one key derivation; or, without login, each user in
 * turn. The caller zeroes `key`. Errors: `wrong-password` or, with a login, `wrong-login`; `keys-damaged`.
 */
export async function unlockWithPassword(
  keys: Keys,
  password: string,
  login?: string,
): Promise<{ key: Buffer; userId: string }> {
  for (const user of candidatesFor(keys, login)) {
    const key = await openHolder(user, normalisePassword(password), userContext(user.id));
    if (key) return { key: proved(keys, key), userId: user.id };
  }
  throw new LasError(login === undefined ? 'wrong-password' : 'wrong-login');
}

/** Proves that a password is that of this user. Errors: `wrong-password`, `keys-damaged`. */
export async function provePassword(keys: Keys, userId: string, password: string): Promise<void> {
  const { key } = await unlockWithPassword({ ...keys, users: keys.users.filter(({ id }) => id === userId) }, password);
  key.fill(0);
}

/** The key by the printed recovery code. The caller zeroes it. Errors: `wrong-recovery-code`, `keys-damaged`. */
export async function unlockWithRecoveryCode(keys: Keys, typed: string): Promise<Buffer> {
  const key = await openHolder(keys.recovery, demandCode(typed), recoveryContext);
  if (!key) throw new LasError('wrong-recovery-code');
  return proved(keys, key);
}

/** The keys with this password for this user, who is added when new. Errors: `weak-password`, `guessable-password`, `keys-damaged` (not this key). */
export async function setPassword(keys: Keys, key: Buffer, secret: NewSecret, cost?: KdfCost): Promise<Keys> {
  checkNewPassword(secret.password, secret.about);
  return renewUser(keys, key, secret, cost);
}

/** The keys with a holder in the newest form for this user, whose password stays what it is. Error: `keys-damaged` (not this key). */
export async function renewUser(keys: Keys, key: Buffer, secret: Secret, cost?: KdfCost): Promise<Keys> {
  demandKeyOf(keys, key);
  const user = await createUser(keys.nameSalt, key, secret, cost);
  const known = keys.users.some(({ id }) => id === user.id);
  const users = known ? keys.users.map((old) => (old.id === user.id ? user : old)) : [...keys.users, user];
  return changed(keys, key, { users });
}

/** The keys with another login for this user. Error: `keys-damaged` (not this key). */
export function setLogin(keys: Keys, key: Buffer, userId: string, login: string): Keys {
  demandKeyOf(keys, key);
  const name = nameOf(keys.nameSalt, login);
  return changed(keys, key, { users: keys.users.map((user) => (user.id === userId ? { ...user, name } : user)) });
}

/** The keys without this user. Somebody who kept the key can still read old copies; only a new key ends that. Error: `keys-damaged`. */
export function removeUser(keys: Keys, key: Buffer, userId: string): Keys {
  demandKeyOf(keys, key);
  return changed(keys, key, { users: keys.users.filter(({ id }) => id !== userId) });
}

/** The keys with a new recovery code; the old one no longer opens them. Errors: `wrong-recovery-code` (malformed), `keys-damaged`. */
export async function setRecoveryCode(keys: Keys, key: Buffer, recoveryCode: string, cost?: KdfCost): Promise<Keys> {
  demandKeyOf(keys, key);
  return changed(keys, key, { recovery: await createHolder(key, demandCode(recoveryCode), recoveryContext, cost) });
}

/**
 * The keys for `next`, the new key of the database: sealed to everybody's public key, so that passwords and recovery code stay.
 * Who still has a holder of the first version gets none (`left`, ids), and such a recovery code no longer opens
 * (`recoveryKept`: false). Error: `keys-damaged` (`current` is not the present key).
 */
export async function rekey(
  keys: Keys,
  current: Buffer,
  next: Buffer,
  cost?: KdfCost,
): Promise<{ keys: Keys; left: string[]; recoveryKept: boolean }> {
  demandKeyOf(keys, current);
  const resealed = <H extends Holder>(holder: H): H | undefined =>
    holder.box && {
      ...holder,
      box: { ...holder.box, sealed: seal(next, Buffer.from(holder.box.publicKey, 'base64')) },
    };
  const users = keys.users.flatMap((user) => resealed(user) ?? []);
  const kept = resealed(keys.recovery);
  const recovery = kept ?? (await createHolder(next, createRecoveryCode(), recoveryContext, cost));
  return {
    keys: changed(keys, next, { users, recovery }),
    left: keys.users.filter(({ box }) => !box).map(({ id }) => id),
    recoveryKept: kept !== undefined,
  };
}

/** Whether this user still has a holder of the first version, or another login than this. */
export const isOutdated = (keys: Keys, userId: string, login: string): boolean =>
  keys.users.some(({ id, box, name }) => id === userId && (!box || name !== nameOf(keys.nameSalt, login)));
