import { createHash, randomInt } from 'node:crypto';

/** Gives whole numbers from 0 up to (not including) `below`. */
export type Random = (below: number) => number;

/** Numbers that depend only on `seed` and on how often `next` has given a counter; without a seed they cannot be guessed. */
export function createRandom(seed: string | undefined, next: () => number): Random {
  if (seed === undefined) return (below) => randomInt(below);
  return (below) => createHash('sha256').update(`${seed}:${next()}`).digest().readUInt32BE(0) % below;
}

/** A text of `length` characters out of `alphabet`. */
export const randomText = (random: Random, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(random(alphabet.length))).join('');
