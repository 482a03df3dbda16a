import { errorTexts, failure, type ErrorCode } from '../../../shared/api/errors.ts';
import { describeSignaal } from '../../../shared/pve/signalen/signalen.ts';

/** The Dutch sentence of the code that is kept with a message: one of ours, or a signaalcode of BRON. */
export function sentenceOfCode(code: string): string {
  if (code in errorTexts) {
    const { message } = failure(code as ErrorCode, { host: 'het adres van BRON' });
    // Only the code is kept: what it was filled with is left out.
    return message.replace(/ \((?:HTTP )?\)/, '');
  }
  return `${describeSignaal(code).title} [${code}].`;
}
