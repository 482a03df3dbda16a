import { formatDutchDate, isDate, isPartialDate, parseDutchDate } from '../../dates.ts';

/** A date of a file: `yyyy-mm-dd`, with a Dutch sentence where it did not stand there in that form, or where it is none at all. */
export interface ReadDate {
  date?: string;
  sentence?: string;
}

/** XML Schema allows a time zone behind a date, and some programs write a time. */
const tail = /(Z|[+-]\d{2}:\d{2}|T\d{2}:\d{2}.*)$/;

/**
 * Reads a date, written as EDEXML asks or as a Dutch person types it, the year in full: a century is not guessed. With
 * `partial`, day and month may be 00.
 */
export function readDate(name: string, text: string, partial = false): ReadDate {
  const own = text.trim();
  const bare = own.replace(tail, '');
  if (isDate(bare) || (partial && isPartialDate(bare))) return { date: bare };
  const { date } = /\d{4}/.test(bare) ? parseDutchDate(bare, 2000, { partial }) : {};
  if (date === undefined) return { sentence: `De ${name} "${own}" is geen datum en is niet overgenomen.` };
  return { date, sentence: `De ${name} "${own}" is gelezen als ${formatDutchDate(date)}.` };
}
