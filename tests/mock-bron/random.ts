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

/** The same things in any order, each order as likely. */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const result = [...things];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/** From one number to another, both included. */
export interface Range {
  from: number;
  to: number;
}

/** A whole number of a range. */
export const randomBetween = (random: Random, { from, to }: Range): number => from + random(to - from + 1);
