import { LasError } from '../../../shared/api/errors.ts';

/** The least number of characters of a password. */
export const minimumPasswordLength = 12;

/** The password as it goes into the key derivation: the same characters typed on another keyboard give the same bytes. */
export const normalisePassword = (password: string): string => password.normalize('NFC');

/** Throws `weak-password` for a password that is too short to be set. */
export function checkNewPassword(password: string, field?: string): void {
  if (Array.from(normalisePassword(password)).length < minimumPasswordLength)
    throw new LasError('weak-password', {}, field);
}
