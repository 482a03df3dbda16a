import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { LasError } from '../../../shared/api/errors.ts';
import { writeFileAtomic } from '../database/atomicFile.ts';
import { translating } from '../database/errors.ts';
import { hex256, keysSchema, type Keys } from './keys.ts';
import { wrappingSchema, type Wrapping } from './wrapping.ts';

const newestVersion = 2;

const fileSchema = keysSchema.extend({ version: z.literal(newestVersion), checksum: hex256 });

/** The form of the first version: the key of the database wrapped for each, and nobody with a name. */
const firstSchema = z.strictObject({
  version: z.literal(1),
  users: z.array(wrappingSchema.extend({ id: z.string().min(1).max(64) })),
  recovery: wrappingSchema,
  check: hex256,
  checksum: hex256,
});

/** Objects with their properties in one order, whoever made them. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex');

/** A damaged wrapping would look like a wrong password; the checksum tells them apart. It protects against accidents only. */
const checksumOf = (keys: Keys): string => sha256(keys);

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

function readFirst(value: unknown): Keys | undefined {
  const { checksum: stored, ...keys } = firstSchema.parse(value);
  const { version, users, recovery, check } = keys;
  const expected = sha256([version, users.map((user) => [user.id, flat(user)]), flat(recovery), check]);
  return stored === expected ? { ...keys, nameSalt: randomBytes(32).toString('hex') } : undefined;
}

function readNewest(value: unknown): Keys | undefined {
  const { checksum: stored, ...keys } = fileSchema.parse(value);
  return stored === checksumOf(keys) ? keys : undefined;
}

const versionOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;

/** The keys in the text of a keys.json, of this version or an earlier one. Errors: `administration-newer`, `keys-damaged`. */
export function parseKeys(text: string): Keys {
  let version: unknown;
  try {
    const value: unknown = JSON.parse(text);
    version = versionOf(value);
    const keys = version === 1 ? readFirst(value) : readNewest(value);
    if (keys) return keys;
  } catch {
    // What is wrong with it makes no difference to the user, and a parser's message could quote it.
  }
  const newer = typeof version === 'number' && Number.isInteger(version) && version > newestVersion;
  throw new LasError(newer ? 'administration-newer' : 'keys-damaged');
}

/** Reads keys.json. Errors: `administration-missing` (no such file), and those of `parseKeys`. */
export function readKeys(file: string): Keys {
  if (!existsSync(file)) throw new LasError('administration-missing');
  return parseKeys(translating(() => readFileSync(file, 'utf8')));
}

/** Writes keys.json in one step: after a crash it is the old or the new file. Errors: `disk-full`, `folder-not-writable`. */
export function writeKeys(file: string, keys: Keys): void {
  translating(() => writeFileAtomic(file, `${JSON.stringify({ ...keys, checksum: checksumOf(keys) }, null, 2)}\n`));
}
