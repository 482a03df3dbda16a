import { hash as hashOf, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { LasError } from '../../../../shared/api/errors.ts';

/** What a key or a MAC is made of besides the password. */
export interface Derivation {
  hash: string;
  salt: Buffer;
  iterations: number;
  /** In bytes. */
  length: number;
}

/** For what the key is (RFC 7292, appendix B.3). */
export const KEY = 1;
export const IV = 2;
export const MAC = 3;

/** A file that asks for more would keep the program busy for a minute and longer; none in use comes near it. */
const MOST_ITERATIONS = 10_000_000;
/** Rounds before others get their turn: a few milliseconds. */
const SLICE = 2_000;

const inThread = promisify(pbkdf2);
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

function demandSensible(iterations: number): void {
  if (iterations < 1 || iterations > MOST_ITERATIONS) throw new LasError('certificate-encoding');
}

/** A key by PBKDF2 (RFC 8018), made in a thread of its own. Overwrites the bytes of the password; the caller overwrites the key. */
export async function pkcs5Key(password: Buffer, { salt, iterations, length, hash }: Derivation): Promise<Buffer> {
  try {
    demandSensible(iterations);
    return await inThread(password, salt, iterations, length, hash);
  } finally {
    password.fill(0);
  }
}

/** `bytes` over and over, to a whole number of blocks. */
function fill(bytes: Buffer, block: number): Buffer {
  return bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

/** Adds `by` and one to each block of `target`, as numbers with the big end first. */
function addToBlocks(target: Buffer, by: Buffer): void {
  for (let start = 0; start < target.length; start += by.length) {
    let carry = 1;
    for (let index = by.length - 1; index >= 0; index -= 1) {
      carry += (target[start + index] ?? 0) + (by[index] ?? 0);
      target[start + index] = carry & 0xff;
      carry >>= 8;
    }
  }
}

/**
 * A key by the way of PKCS#12 itself (RFC 7292, appendix B.2). Overwrites the bytes of the password; the caller overwrites the key.
 * @param password as `bmpBytes` gives it
 * @param purpose KEY, IV or MAC
 * @param block bytes in one block of the hash
 */
export async function pkcs12Key(
  password: Buffer,
  purpose: number,
  { hash, salt, iterations, length, block }: Derivation & { block: number },
): Promise<Buffer> {
  const diversifier = Buffer.alloc(block, purpose);
  const filled = fill(password, block);
  const input = Buffer.concat([diversifier, fill(salt, block), filled]);
  const secrets = [password, filled, input];
  try {
    demandSensible(iterations);
    const pieces: Buffer[] = [];
    for (let made = 0; made < length; made += pieces.at(-1)?.length ?? 0) {
      let piece = hashOf(hash, input, 'buffer');
      for (let round = 1; round < iterations; round += 1) {
        piece = hashOf(hash, piece, 'buffer');
        if (round % SLICE === 0) await pause();
      }
      pieces.push(piece);
      secrets.push(piece);
      addToBlocks(input.subarray(block), Buffer.alloc(block, piece));
    }
    return Buffer.concat(pieces, length);
  } finally {
    for (const secret of secrets) secret.fill(0);
  }
}
