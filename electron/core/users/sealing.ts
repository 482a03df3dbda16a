import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';
import { base64Of } from './wrapping.ts';

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** A 256-bit secret that only the holder of a private key can read: X25519 with a key pair for once, HKDF-SHA256, AES-256-GCM. */
export const sealedSchema = z.strictObject({
  ephemeral: base64Of(keyBytes),
  iv: base64Of(ivBytes),
  data: base64Of(keyBytes),
  tag: base64Of(tagBytes),
});
export type Sealed = z.infer<typeof sealedSchema>;

/** The two halves of an X25519 key pair, 32 bytes each. */
export interface KeyPair {
  publicKey: Buffer;
  privateKey: Buffer;
}

const okp = { kty: 'OKP', crv: 'X25519' } as const;
const bytes = (text: string | undefined) => Buffer.from(text ?? '', 'base64url');

const toPublic = (publicKey: Buffer): KeyObject =>
  createPublicKey({ format: 'jwk', key: { ...okp, x: publicKey.toString('base64url') } });

const toPrivate = ({ publicKey, privateKey }: KeyPair): KeyObject =>
  createPrivateKey({
    format: 'jwk',
    key: { ...okp, x: publicKey.toString('base64url'), d: privateKey.toString('base64url') },
  });

/** A new key pair. The caller zeroes the private key. */
export function createKeyPair(): KeyPair {
  const { d, x } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return { publicKey: bytes(x), privateKey: bytes(d) };
}

/** Both public keys go into the key that is derived: a sealed secret opens for one receiver and in one file only. */
function sharedKey(own: KeyObject, other: KeyObject, ephemeral: Buffer, receiver: Buffer): Buffer {
  const secret = diffieHellman({ privateKey: own, publicKey: other });
  try {
    return Buffer.from(hkdfSync('sha256', secret, Buffer.concat([ephemeral, receiver]), 'bronwijs seal 1', keyBytes));
  } finally {
    secret.fill(0);
  }
}

/** Seals a 256-bit secret for whoever holds the private key to `publicKey`; nothing secret is needed for it. */
export function seal(secret: Buffer, publicKey: Buffer): Sealed {
  const once = createKeyPair();
  const key = sharedKey(toPrivate(once), toPublic(publicKey), once.publicKey, publicKey);
  try {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
    const data = Buffer.concat([cipher.update(secret), cipher.final()]);
    return {
      ephemeral: once.publicKey.toString('base64'),
      iv: iv.toString('base64'),
      data: data.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    };
  } finally {
    once.privateKey.fill(0);
    key.fill(0);
  }
}

/** The secret that was sealed for this key pair; undefined when it was sealed for another or was altered. */
export function unseal({ ephemeral, iv, data, tag }: Sealed, pair: KeyPair): Buffer | undefined {
  const once = Buffer.from(ephemeral, 'base64');
  try {
    const key = sharedKey(toPrivate(pair), toPublic(once), once, pair.publicKey);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: tagBytes });
      decipher.setAuthTag(Buffer.from(tag, 'base64'));
      const start = decipher.update(Buffer.from(data, 'base64'));
      try {
        return Buffer.concat([start, decipher.final()]);
      } finally {
        start.fill(0);
      }
    } finally {
      key.fill(0);
    }
  } catch {
    return undefined;
  }
}
