import { isValidBsn } from '../../shared/domain/pgn.ts';

/** A number that passes the elfproef and begins with a zero, made here so that none stands in the repository. */
export function numberWithZero(from = 12_000_000): string {
  for (let number = from; ; number += 1) {
    const text = String(number).padStart(9, '0');
    if (isValidBsn(text)) return text;
  }
}
