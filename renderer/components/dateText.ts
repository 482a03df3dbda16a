import { formatDutchDate, parseDutchDate } from '../../shared/domain/dates.ts';

/** What a date field keeps and says of a typed text. */
export interface TypedDate {
  /** The date `yyyy-mm-dd` when the text is one; otherwise the text itself, because wrong data must be storable. */
  value: string;
  /** Why it is no date, one Dutch sentence. */
  reason?: string;
}

/** Reads what was typed in a date field on `today` (`yyyy-mm-dd`). An empty field is no mistake; no birth date is `vandaag`. */
export function readTypedDate(typed: string, today: string, partial: boolean): TypedDate {
  if (typed.trim() === '') return { value: '' };
  const year = Number(today.slice(0, 4));
  const { date, reason } = parseDutchDate(typed, year, partial ? { partial } : { today });
  return date === undefined ? { value: typed.trim(), reason } : { value: date };
}

/** A kept value as the field shows it. */
export const shownDate = (value: string | undefined): string => formatDutchDate(value ?? '');
