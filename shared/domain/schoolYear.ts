/**
 * School years and school days. A school year is named by its two calendar years (`2014-2015`) and runs from 1 August to
 * 31 July (PvE 4.2.8.1). A school day is a weekday between its first and last school day on which there is no holiday.
 */
import { addDays, isDate, schoolYear } from './dates.ts';

/** A holiday or other day off: first and last day, both included, `yyyy-mm-dd`. */
export interface Holiday {
  naam: string;
  first: string;
  last: string;
}

/** What the school entered of one school year. Without first or last day only the holidays bound it. */
export interface SchoolYearDays {
  schooljaar: string;
  firstDay?: string | undefined;
  lastDay?: string | undefined;
  holidays: readonly Holiday[];
}

/** The school years that were entered. Of another year every weekday is a school day. */
export type SchoolCalendar = readonly SchoolYearDays[];

/** Whether a text names a school year: two calendar years after one another. */
export function isSchooljaar(text: string): boolean {
  const found = /^(\d{4})-(\d{4})$/.exec(text);
  return found !== null && Number(found[2]) === Number(found[1]) + 1 && isDate(`${found[1]}-08-01`);
}

/** The name of the school year that begins in a calendar year. */
const startingIn = (year: number) => `${String(year).padStart(4, '0')}-${String(year + 1).padStart(4, '0')}`;

/** The name of the school year that a date lies in. */
export const schooljaarOf = (date: string): string => startingIn(Number(schoolYear(date).first.slice(0, 4)));

/** The school year `years` later, or earlier. */
export const shiftSchooljaar = (schooljaar: string, years: number): string =>
  startingIn(Number(schooljaar.slice(0, 4)) + years);

/** 1 August and 31 July of a school year. */
export const schooljaarBounds = (schooljaar: string): { first: string; last: string } =>
  schoolYear(`${schooljaar.slice(0, 4)}-08-01`);

/** 0 for Sunday to 6 for Saturday. */
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Whether the school teaches on a date. */
export function isSchoolDay(calendar: SchoolCalendar, date: string): boolean {
  const day = weekday(date);
  if (day === 0 || day === 6) return false;
  // A summer holiday ends in the school year after the one it was entered with.
  if (calendar.some(({ holidays }) => holidays.some(({ first, last }) => first <= date && date <= last))) return false;
  const schooljaar = schooljaarOf(date);
  const year = calendar.find((entered) => entered.schooljaar === schooljaar);
  return (!year?.firstDay || date >= year.firstDay) && (!year?.lastDay || date <= year.lastDay);
}

/** The dates from `from` to `to`, both included, that are school days. */
function* schoolDays(calendar: SchoolCalendar, from: string, to: string): Generator<string> {
  for (let date = from; date <= to; date = addDays(date, 1)) if (isSchoolDay(calendar, date)) yield date;
}

/** How many school days lie between two dates, both included. */
export const schoolDaysBetween = (calendar: SchoolCalendar, from: string, to: string): number =>
  [...schoolDays(calendar, from, to)].length;

/** How many weeks from Monday to Sunday have a school day between two dates, both included. */
export const schoolWeeksBetween = (calendar: SchoolCalendar, from: string, to: string): number =>
  new Set([...schoolDays(calendar, from, to)].map((date) => addDays(date, -weekday(date)))).size;

/**
 * The `days`-th school day after a date, or before it when negative; with 0 the date itself, or the first school day after it
 * when it is none. Undefined when the calendar has no such day before the dates end (PvE 5.6: 1900 to 2199).
 */
export function addSchoolDays(calendar: SchoolCalendar, date: string, days: number): string | undefined {
  const step = days < 0 ? -1 : 1;
  let left = Math.max(Math.abs(days), 1);
  for (let at = days === 0 ? date : addDays(date, step); isDate(at); at = addDays(at, step)) {
    if (isSchoolDay(calendar, at)) left -= 1;
    if (left === 0) return at;
  }
  return undefined;
}

/** The first day of a school year on which the school teaches; undefined when it never does. */
export function firstSchoolDay(calendar: SchoolCalendar, schooljaar: string): string | undefined {
  const { first, last } = schooljaarBounds(schooljaar);
  const day = addSchoolDays(calendar, first, 0);
  return day !== undefined && day <= last ? day : undefined;
}

/** The last day of a school year on which the school teaches; undefined when it never does. */
export function lastSchoolDay(calendar: SchoolCalendar, schooljaar: string): string | undefined {
  const { first, last } = schooljaarBounds(schooljaar);
  const day = addSchoolDays(calendar, addDays(last, 1), -1);
  return day !== undefined && day >= first ? day : undefined;
}
