import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { LasError } from '../../../shared/api/errors.ts';
import { writeFileAtomic } from '../database/atomicFile.ts';
import { translating } from '../database/errors.ts';
import { checkNewPassword, normalisePassword } from './password.ts';
import { normaliseRecoveryCode } from './recoveryCode.ts';
import type { KdfCost, Wrapping } from './wrapping.ts';
import { unwrapKey, wrapKey, wrappingSchema } from './wrapping.ts';

const hex256 = z.string().regex(/^[0-9a-f]{64}$/);

const keysSchema = z.strictObject({
  version: z.literal(1),
  users: z.array(wrappingSchema.extend({ id: z.string().min(1).max(64) })),
  recovery: wrappingSchema,
  check: hex256,
});

/**
 * The content of keys.json: the key of the database, wrapped for every user and for the recovery code. `check` is an HMAC of
 * the key, so that a wrong password, a damaged keys.json and a damaged database are three different answers.
 */
export type Keys = z.infer<typeof keysSchema>;

const fileSchema = keysSchema.extend({ checksum: hex256 });

const userContext = (userId: string) => `user:${userId}`;
const recoveryContext = 'recovery';

const keyCheck = (key: Buffer): Buffer => createHmac('sha256', key).update('bronwijs key check 1').digest();

/** Whether `key` is the key of the administration that `keys` belongs to. */
export const isKeyOf = (keys: Keys, key: Buffer): boolean =>
  timingSafeEqual(keyCheck(key), Buffer.from(keys.check, 'hex'));

const demandKeyOf = (keys: Keys, key: Buffer): void => {
  if (!isKeyOf(keys, key)) throw new LasError('keys-damaged');
};

/** A damaged wrapping would look like a wrong password; the checksum tells them apart. It protects against accidents only. */
const checksum = ({ version, users, recovery, check }: Keys): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        version,
        users.map(({ id, kdf, wrapped }) => [id, flat({ kdf, wrapped })]),
        flat(recovery),
        check,
      ]),
    )
    .digest('hex');
const flat = ({ kdf, wrapped }: Wrapping) => [
  kdf.version,
  kdf.algorithm,
  kdf.memoryKiB,
  kdf.iterations,
  kdf.parallelism,
  kdf.salt,
  wrapped.iv,
  wrapped.data,
  wrapped.tag,
];

/** Makes a new random key and wraps it for the first user and the recovery code. The caller zeroes `key`. Error: `weak-password`. */
export async function createKeys(
  secrets: { userId: string; password: string; recoveryCode: string },
  cost?: KdfCost,
): Promise<{ keys: Keys; key: Buffer }> {
  const { userId, password, recoveryCode } = secrets;
  checkNewPassword(password);
  const key = randomBytes(32);
  const keys: Keys = {
    version: 1,
    users: [{ id: userId, ...(await wrapKey(key, normalisePassword(password), userContext(userId), cost)) }],
    recovery: await wrapKey(key, demandCode(recoveryCode), recoveryContext, cost),
    check: keyCheck(key).toString('hex'),
  };
  return { keys, key };
}

const demandCode = (typed: string): string => {
  const code = normaliseRecoveryCode(typed);
  if (code === undefined) throw new LasError('wrong-recovery-code');
  return code;
};

/**
 * The key and the user whose password this is; every user is tried in turn unless `userId` names one. The caller zeroes `key`.
 * Errors: `wrong-password`, `keys-damaged`.
 */
export async function unlockWithPassword(
  keys: Keys,
  password: string,
  userId?: string,
): Promise<{ key: Buffer; userId: string }> {
  for (const user of keys.users) {
    if (userId !== undefined && user.id !== userId) continue;
    const key = await unwrapKey(user, normalisePassword(password), userContext(user.id));
    if (!key) continue;
    demandKeyOf(keys, key);
    return { key, userId: user.id };
  }
  throw new LasError('wrong-password');
}

/** The key by the printed recovery code. The caller zeroes it. Errors: `wrong-recovery-code`, `keys-damaged`. */
export async function unlockWithRecoveryCode(keys: Keys, typed: string): Promise<Buffer> {
  const key = await unwrapKey(keys.recovery, demandCode(typed), recoveryContext);
  if (!key) throw new LasError('wrong-recovery-code');
  demandKeyOf(keys, key);
  return key;
}

/** The keys with this password for this user, who is added when new. Errors: `weak-password`, `keys-damaged` (not this key). */
export async function setPassword(
  keys: Keys,
  key: Buffer,
  userId: string,
  password: string,
  cost?: KdfCost,
): Promise<Keys> {
  checkNewPassword(password);
  demandKeyOf(keys, key);
  const user = { id: userId, ...(await wrapKey(key, normalisePassword(password), userContext(userId), cost)) };
  const known = keys.users.some(({ id }) => id === userId);
  return { ...keys, users: known ? keys.users.map((old) => (old.id === userId ? user : old)) : [...keys.users, user] };
}

/** The keys without this user. Somebody who kept the key can still read old copies; only a new key ends that. */
export const removeUser = (keys: Keys, userId: string): Keys => ({
  ...keys,
  users: keys.users.filter(({ id }) => id !== userId),
});

/** The keys with a new recovery code; the old one no longer opens them. Errors: `wrong-recovery-code` (malformed), `keys-damaged`. */
export async function setRecoveryCode(keys: Keys, key: Buffer, recoveryCode: string, cost?: KdfCost): Promise<Keys> {
  demandKeyOf(keys, key);
  return { ...keys, recovery: await wrapKey(key, demandCode(recoveryCode), recoveryContext, cost) };
}

/** Reads keys.json. Errors: `administration-missing` (no such file), `keys-damaged`. */
export function readKeys(file: string): Keys {
  if (!existsSync(file)) throw new LasError('administration-missing');
  const text = translating(() => readFileSync(file, 'utf8'));
  try {
    const { checksum: stored, ...keys } = fileSchema.parse(JSON.parse(text));
    if (stored === checksum(keys)) return keys;
  } catch {
    // What is wrong with it makes no difference to the user, and a parser's message could quote it.
  }
  throw new LasError('keys-damaged');
}

/** Writes keys.json in one step: after a crash it is the old or the new file. Errors: `disk-full`, `folder-not-writable`. */
export function writeKeys(file: string, keys: Keys): void {
  translating(() => writeFileAtomic(file, `${JSON.stringify({ ...keys, checksum: checksum(keys) }, null, 2)}\n`));
}
