import { isValidBsn } from '../../shared/domain/pgn.ts';
import type { Random } from './random.mts';

/** So many test BSNs (9999xxxxx) in a random order, none of them in `taken`. */
export function drawBsns(random: Random, count: number, taken: ReadonlySet<string>): string[] {
  const all = Array.from({ length: 100_000 }, (_, index) => `9999${String(index).padStart(5, '0')}`);
  return random.shuffled(all.filter((bsn) => isValidBsn(bsn) && !taken.has(bsn))).slice(0, count);
}

/** A number that passes the check of an onderwijsnummer (PvE 4.2.7) and that BRON has not given out in the demo. */
export function unknownOnderwijsnummer(start: number): string {
  for (let base = start; ; base += 1) {
    const sum = [...String(base)].reduce((total, digit, index) => total + (9 - index) * Number(digit), 0) % 11;
    if (sum >= 5) return `${base}${sum - 5}`;
  }
}
