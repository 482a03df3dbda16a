import type { LasFailure } from '../../shared/api/errors.ts';

/** The failure as a person reads it: an input that was refused names what is wrong, not the path of the field. */
export function plainFailure(failure: LasFailure): LasFailure {
  const { code, field, message } = failure;
  if (code !== 'invalid-input' || field === undefined) return failure;
  const plain = message
    .replace(`${field}: `, '')
    .replace(/Te lang: [^<]*<=\s*(\d+) tekens[^.]*/, 'een tekst is langer dan $1 tekens');
  return { ...failure, message: plain, remedy: 'Verbeter het veld en probeer het opnieuw.' };
}
