/** Dates are texts `yyyy-mm-dd`. A partial date may have 00 for the day, or for month and day (PvE 4.2.7). */

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
/** A date that exists in some year, if its month has that many days. */
const POSSIBLE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const IN_EVERY_MONTH = '28';
/** First and last date that a message can carry (PvE 5.6). */
const FIRST = '1900-01-01';
const LAST = '2199-12-31';

const pad = (value: number, length: number) => String(value).padStart(length, '0');
const text = (year: number, month: number, day: number) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
const parts = (date: string): [number, number, number] | undefined =>
  SHAPE.test(date) ? [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))] : undefined;

const daysIn = (year: number, month: number) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** Whether `value` is an existing date `yyyy-mm-dd` from 1900 to 2199 (PvE 5.6). */
export function isDate(value: string | undefined): value is string {
  if (value === undefined || value < FIRST || value > LAST || !POSSIBLE.test(value)) return false;
  const day = value.slice(8);
  return day <= IN_EVERY_MONTH || Number(day) <= daysIn(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

/** Whether `value` is an existing date, or one of which the day, or month and day, is 00 (PvE 4.2.7, 742). */
export const isPartialDate = (value: string | undefined): value is string =>
  value !== undefined && isDate(value.replace(/-00-00$/, '-01-01').replace(/-00$/, '-01'));

/** The date with which is reckoned: unknown month and day count as 01-01, an unknown day as 01 (PvE 4.2.8.1). */
export const reckonedDate = (partial: string): string => partial.replace(/-00-00$/, '-01-01').replace(/-00$/, '-01');

/** The date `days` later (or earlier). */
export function addDays(date: string, days: number): string {
  const [year, month, day] = parts(date) ?? [0, 1, 1];
  const moved = new Date(Date.UTC(year, month - 1, day + days));
  return text(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** The date `months` later; where that month lacks the day, the first of the month after it (reading R8, assumed). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parts(date) ?? [0, 1, 1];
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  if (day <= daysIn(toYear, toMonth)) return text(toYear, toMonth, day);
  return toMonth === 12 ? text(toYear + 1, 1, 1) : text(toYear, toMonth + 1, 1);
}

/** The date `years` later; 29 February becomes 1 March in a common year (reading R8, assumed). */
export const addYears = (date: string, years: number): string => addMonths(date, 12 * years);

/** Full years of age on `date`; who was born on 29 February completes a year on 1 March in a common year (reading R8). */
export function ageOn(birthDate: string, date: string): number {
  const born = reckonedDate(birthDate);
  const years = Number(date.slice(0, 4)) - Number(born.slice(0, 4));
  return born.slice(5) <= date.slice(5) ? years : years - 1;
}

/** First and last day of the school year that `date` lies in: 1 August to 31 July (PvE 4.2.8.1). */
export function schoolYear(date: string): { first: string; last: string } {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '08-01' ? 1 : 0);
  return { first: `${pad(year, 4)}-08-01`, last: `${pad(year + 1, 4)}-07-31` };
}

/**
 * Whether a delivered partial date agrees with a registered one: equal, or richer where the registered one has 00 (PvE 4.2.7).
 */
export function agreesWith(delivered: string, registered: string): boolean {
  const [d, r] = [delivered.split('-'), registered.split('-')];
  return (
    d.length === 3 && r.length === 3 && r.every((part, index) => (index > 0 && part === '00') || part === d[index])
  );
}

const MONTHS = [
  ['januari', 'jan'],
  ['februari', 'feb', 'febr'],
  ['maart', 'mrt'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['augustus', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const monthNumber = (name: string): number | undefined => {
  if (/^\d{1,2}$/.test(name)) return Number(name);
  const index = MONTHS.findIndex((names) =>
    (names as readonly string[]).includes(name.replace(/\.$/, '').toLowerCase()),
  );
  return index < 0 ? undefined : index + 1;
};

/** Two digits: the year that lies less than ten years ahead of the reference year, otherwise in the century before it. */
function fullYear(year: string, referenceYear: number): number {
  if (year.length === 4) return Number(year);
  const candidate = Math.floor(referenceYear / 100) * 100 + Number(year);
  if (candidate >= referenceYear + 10) return candidate - 100;
  return candidate + 100 < referenceYear + 10 ? candidate + 100 : candidate;
}

type Triple = [day: number, month: number, year: number];

/** Days that are called by their distance from today. */
const DISTANCES: ReadonlyMap<string, number> = new Map([
  ['eergisteren', -2],
  ['gisteren', -1],
  ['vandaag', 0],
  ['morgen', 1],
  ['overmorgen', 2],
]);

/** What is the same to a person: every kind of dash, and the apostrophe before a short year. */
const plainly = (input: string): string =>
  input
    .trim()
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/['\u2018\u2019](?=\d\d$)/g, '');

/** A day and a month without a year. */
const WITHOUT_YEAR = /^\d{1,2}(?:[-/.\s]+|(?=\p{L}))(\d{1,2}|\p{L}+\.?)[-/.\s]*$/u;

function read(typed: string, referenceYear: number): Triple | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (iso) return [Number(iso[3]), Number(iso[2]), Number(iso[1])];
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (digits) {
    const [, day = '', month = '', year = ''] = digits;
    const backwards = /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
    // Read as ddmmyyyy, a text yyyymmdd has a year before 1900.
    if (backwards && Number(year) < 1900) return [Number(backwards[3]), Number(backwards[2]), Number(backwards[1])];
    return [Number(day), Number(month), fullYear(year, referenceYear)];
  }
  const spoken = /^(\d{1,2})(?:[-/.\s]+|(?=\p{L}))(\d{1,2}|\p{L}+\.?)(?:[-/.\s]+|(?<=\p{L}))(\d{4}|\d{2})$/u.exec(
    typed,
  );
  const month = spoken && monthNumber(spoken[2] ?? '');
  return spoken && month !== undefined && month !== null
    ? [Number(spoken[1]), month, fullYear(spoken[3] ?? '', referenceYear)]
    : undefined;
}

/** What `parseDutchDate` makes of a text: the date, or a Dutch sentence that says why it is none. */
export type ParsedDate = { date: string; reason?: undefined } | { date?: undefined; reason: string };

export interface DateReading {
  /** Day, or day and month, may be 00. */
  partial?: boolean;
  /** Today, `yyyy-mm-dd`: then `vandaag`, `gisteren` and the like are dates too. */
  today?: string | undefined;
}

/**
 * Reads a date as a Dutch person types it: `1-9-2002`, `01092002`, `1 sep 2002`, `2002-09-01`, `1-9-'02`. Two-digit years lie
 * less than ten years after `referenceYear`. A year is never guessed.
 */
export function parseDutchDate(input: string, referenceYear: number, options: DateReading = {}): ParsedDate {
  const typed = plainly(input);
  const distance = DISTANCES.get(typed.toLowerCase());
  if (distance !== undefined && options.today !== undefined) return { date: addDays(options.today, distance) };
  const found = read(typed, referenceYear);
  if (!found) {
    const dayAndMonth = WITHOUT_YEAR.exec(typed)?.[1];
    return dayAndMonth !== undefined && monthNumber(dayAndMonth) !== undefined
      ? { reason: `Het jaar ontbreekt. Typ bijvoorbeeld 1-9-2002.` }
      : { reason: 'Dit is geen datum. Typ bijvoorbeeld 1-9-2002.' };
  }
  const [day, month, year] = found;
  const date = text(year, month, day);
  if (isDate(date) || (options.partial === true && isPartialDate(date))) return { date };
  if (year < 1900 || year > 2199)
    return { reason: `Het jaar ${year} kan hier niet. Het moet tussen 1900 en 2199 liggen.` };
  return { reason: `De datum ${day}-${month}-${year} bestaat niet.` };
}

/** A date as it is shown: `1-9-2002`; unknown parts stay 00. A text that is no date comes back as it is. */
export function formatDutchDate(date: string): string {
  if (!SHAPE.test(date)) return date;
  const shown = (digits: string) => (digits !== '00' && digits.startsWith('0') ? digits.slice(1) : digits);
  return `${shown(date.slice(8))}-${shown(date.slice(5, 7))}-${date.slice(0, 4)}`;
}
