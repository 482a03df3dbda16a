import { isCause } from '../../../shared/api/causes.ts';
import { errorTexts, failure, type ErrorCode, type ErrorParams, type LasFailure } from '../../../shared/api/errors.ts';
import { describeSignaal } from '../../../shared/pve/signalen/signalen.ts';

/** Codes that earlier versions kept with a message; what they stood for is several causes now. */
const formerCodes: Readonly<Record<string, string>> = {
  'endpoint-timeout': 'BRON antwoordde niet binnen 30 seconden.',
  'endpoint-unknown-ca': 'Het servercertificaat van het adres van BRON is uitgegeven door een onbekende instantie.',
  'endpoint-certificate': 'Het servercertificaat van het adres van BRON klopt niet.',
  'endpoint-refused-certificate': 'BRON aanvaardt het certificaat van deze administratie niet.',
  'endpoint-http': 'BRON gaf een technische fout.',
  'answer-invalid': 'Het antwoord van BRON voldoet niet aan de afspraken en is terzijde gelegd.',
};

/** Only the code is kept with a message: what its sentence was filled with is left out. */
const GENERAL = { host: 'het adres van BRON', proxy: 'van de school' };

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorTexts, code);

/** The status is not kept with a message either. */
const withoutStatus = (text: string) => text.replace(/ \((?:HTTP )?\)/, '');

/** The cause that a code kept with a message stands for, with the text for whoever can solve it; undefined when it is none. */
export function causeOfCode(code: string, params: ErrorParams): LasFailure | undefined {
  const cause = [code, `signaal-${code}`].find(isCause);
  if (!cause) return undefined;
  const { message, tell = '', ...rest } = failure(cause, { ...GENERAL, ...params });
  return { ...rest, message: withoutStatus(message), tell: withoutStatus(tell) };
}

/** The Dutch sentence of the code that is kept with a message: one of ours, or a signaalcode of BRON. */
export function sentenceOfCode(code: string): string {
  if (isErrorCode(code)) return withoutStatus(failure(code, GENERAL).message);
  return formerCodes[code] ?? `${describeSignaal(code).title} [${code}].`;
}
