import { randomInt } from 'node:crypto';
import { LasError } from '../../../shared/api/errors.ts';
import { passwordProblem } from '../../../shared/domain/password.ts';

/** The password as it goes into the key derivation: the same characters typed on another keyboard give the same bytes. */
export const normalisePassword = (password: string): string => password.normalize('NFC');

/** Throws `weak-password` or `guessable-password` for one that must not be set; `about` are the names it must not be made of. */
export function checkNewPassword(password: string, about: readonly string[] = []): void {
  const problem = passwordProblem(password, about);
  if (problem) throw new LasError(problem === 'short' ? 'weak-password' : 'guessable-password');
}

/** Without what looks alike when it is read from paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for one use: four groups of four random characters (79 bits), easy to read out and to type. */
export const createOneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join(
    '-',
  );
