import { z } from 'zod';
import { causes, isCause, OPENING } from './causes.ts';
import { aansluitingErrors } from './errorTexts/aansluiting.ts';
import { accessErrors } from './errorTexts/access.ts';
import { administrationErrors } from './errorTexts/administration.ts';
import { backupErrors } from './errorTexts/backup.ts';
import { causeErrors } from './errorTexts/causes.ts';
import { certificateErrors } from './errorTexts/certificate.ts';
import { demoErrors } from './errorTexts/demo.ts';
import { exchangeErrors } from './errorTexts/exchange.ts';
import { proposalsErrors } from './errorTexts/proposals.ts';
import { removalErrors } from './errorTexts/removal.ts';
import { exportingErrors } from './errorTexts/exporting.ts';
import { groupsErrors } from './errorTexts/groups.ts';
import { importingErrors } from './errorTexts/importing.ts';
import { mijnBronErrors } from './errorTexts/mijnBron.ts';
import { programErrors } from './errorTexts/program.ts';
import { pupilsErrors } from './errorTexts/pupils.ts';

/**
 * Every way in which an operation can fail: one Dutch sentence that says what is wrong and one that says what to do next.
 * Placeholders in braces are filled from the error's parameters. Parameters never hold names or numbers of persons.
 */
export const errorTexts = {
  ...programErrors,
  ...administrationErrors,
  ...accessErrors,
  ...pupilsErrors,
  ...groupsErrors,
  ...aansluitingErrors,
  ...certificateErrors,
  ...exchangeErrors,
  ...removalErrors,
  ...proposalsErrors,
  ...causeErrors,
  ...importingErrors,
  ...exportingErrors,
  ...mijnBronErrors,
  ...backupErrors,
  ...demoErrors,
} as const;

export type ErrorCode = keyof typeof errorTexts;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** What the contract gives back when an operation fails, and what a run says of what went wrong in it. */
export const lasFailure = z.strictObject({
  code: z.enum(Object.keys(errorTexts) as ErrorCode[]),
  /** One Dutch sentence: what is wrong. */
  message: z.string(),
  /** One Dutch sentence: what to do next. */
  remedy: z.string(),
  /** Of a cause: a Dutch text for whoever can solve it (`causes.ts`), without data of persons. */
  tell: z.string().optional(),
  /** The input field concerned, as a path in the operation's input. */
  field: z.string().optional(),
});
export type LasFailure = z.infer<typeof lasFailure>;

export type Result<T> = { ok: true; value: T } | { ok: false; error: LasFailure };

/** Fills the placeholders of a text. */
export const fill = (text: string, params: ErrorParams) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''));

/** The failure for `code`, with its Dutch sentences filled in from `params`. */
export function failure(code: ErrorCode, params: ErrorParams = {}, field?: string): LasFailure {
  const [message, remedy] = errorTexts[code];
  return {
    code,
    message: fill(message, params),
    remedy: fill(remedy, params),
    ...(isCause(code) ? { tell: fill(`${OPENING} ${causes[code].tell}`, params) } : {}),
    ...(field ? { field } : {}),
  };
}

/** Thrown inside the core and the rules; the contract's wrapper turns it into a `Result`. */
export class LasError extends Error {
  readonly failure: LasFailure;
  constructor(code: ErrorCode | LasFailure, params: ErrorParams = {}, field?: string) {
    const made = typeof code === 'string' ? failure(code, params, field) : code;
    super(made.message);
    this.name = 'LasError';
    this.failure = made;
  }
}
