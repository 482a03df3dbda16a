import { randomBytes } from 'node:crypto';

/** Crockford's base32: without I, L, O and U, so that a printed code can be copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;
const wellFormed = new RegExp(`^[${alphabet}]{${length}}$`);
const groupSizes = [5, 5, 5, 5, 6];

/** A new recovery code: 26 random characters (130 bits), without dashes. */
export function createRecoveryCode(): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** The code in groups, as it is printed: `XXXXX-XXXXX-XXXXX-XXXXX-XXXXXX`. */
export function formatRecoveryCode(code: string): string {
  let start = 0;
  return groupSizes.map((size) => code.slice(start, (start += size))).join('-');
}

/** The code that was typed, without dashes and spaces, in upper case and with look-alikes read as digits; undefined if it cannot be one. */
export function normaliseRecoveryCode(typed: string): string | undefined {
  const code = typed
    .replace(/[\s\-\u2010-\u2015\u2212.]/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return wellFormed.test(code) ? code : undefined;
}
