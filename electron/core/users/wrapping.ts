import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';

/** What it costs to try one password. */
export interface KdfCost {
  memoryKiB: number;
  iterations: number;
  parallelism: number;
}

/** The cost of a new wrapping: about half a second on a school PC. */
export const defaultKdfCost: KdfCost = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 1 };

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const saltBytes = 16;

/** Base64 text of exactly this many bytes. */
export const base64Of = (bytes: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, { error: `not ${bytes} bytes` });

/** A 256-bit key that can be had back with one secret. Bounds keep a tampered file from exhausting the computer. */
export const wrappingSchema = z.strictObject({
  kdf: z.strictObject({
    version: z.literal(1),
    algorithm: z.literal('argon2id'),
    memoryKiB: z
      .int()
      .min(8)
      .max(1024 * 1024),
    iterations: z.int().min(1).max(20),
    parallelism: z.int().min(1).max(16),
    salt: base64Of(saltBytes),
  }),
  wrapped: z.strictObject({ iv: base64Of(ivBytes), data: base64Of(keyBytes), tag: base64Of(tagBytes) }),
});
export type Wrapping = z.infer<typeof wrappingSchema>;

async function deriveKey(secret: string, kdf: Wrapping['kdf']): Promise<Buffer> {
  const password = Buffer.from(secret, 'utf8');
  try {
    const derived = await argon2id({
      password,
      salt: Buffer.from(kdf.salt, 'base64'),
      memorySize: kdf.memoryKiB,
      iterations: kdf.iterations,
      parallelism: kdf.parallelism,
      hashLength: keyBytes,
      outputType: 'binary',
    });
    return Buffer.from(derived.buffer, derived.byteOffset, derived.byteLength);
  } finally {
    password.fill(0);
  }
}

/** Wraps `key` with AES-256-GCM under Argon2id of `secret`; `context` says whose wrapping it is and cannot be changed afterwards. */
export async function wrapKey(
  key: Buffer,
  secret: string,
  context: string,
  cost: KdfCost = defaultKdfCost,
): Promise<Wrapping> {
  const kdf = { version: 1, algorithm: 'argon2id', ...cost, salt: randomBytes(saltBytes).toString('base64') } as const;
  const wrappingKey = await deriveKey(secret, kdf);
  try {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', wrappingKey, iv, { authTagLength: tagBytes });
    cipher.setAAD(Buffer.from(context, 'utf8'));
    const data = Buffer.concat([cipher.update(key), cipher.final()]);
    return {
      kdf,
      wrapped: {
        iv: iv.toString('base64'),
        data: data.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
      },
    };
  } finally {
    wrappingKey.fill(0);
  }
}

/** The key inside `wrapping`; undefined when `secret` is not the one it was wrapped with. */
export async function unwrapKey(wrapping: Wrapping, secret: string, context: string): Promise<Buffer | undefined> {
  // Argon2 takes no empty secret, and nothing is ever wrapped with one.
  if (secret === '') return undefined;
  const wrappingKey = await deriveKey(secret, wrapping.kdf);
  try {
    const { iv, data, tag } = wrapping.wrapped;
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(iv, 'base64'), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(context, 'utf8'));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    const start = decipher.update(Buffer.from(data, 'base64'));
    try {
      return Buffer.concat([start, decipher.final()]);
    } catch {
      return undefined;
    } finally {
      start.fill(0);
    }
  } finally {
    wrappingKey.fill(0);
  }
}
