import { addDays } from '../domain/dates.ts';
import { addSchoolDays, type SchoolCalendar } from '../domain/schoolYear.ts';

/** The fase aansluiting lasts so many werkweken for every school (Stappenplan, Inleiding). */
export const WERKWEKEN = 10;

/** A calendar week in which the school teaches, with its first and last school day, `yyyy-mm-dd`. */
export interface Werkweek {
  /** From 1. */
  week: number;
  first: string;
  last: string;
}

/** The Monday of the week, from Monday to Sunday, that a date lies in. */
export const mondayOf = (date: string): string => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/**
 * The werkweken from a day on (assumed: a werkweek is a calendar week with a school day of the own school, and that of the day itself
 * counts when there is a school day left in it). Fewer than `count` when the calendar has no more.
 */
export function werkwekenFrom(calendar: SchoolCalendar, day: string, count = WERKWEKEN): Werkweek[] {
  const weeks: Werkweek[] = [];
  let first = addSchoolDays(calendar, day, 0);
  while (first !== undefined && weeks.length < count) {
    const next = addDays(mondayOf(first), 7);
    weeks.push({ week: weeks.length + 1, first, last: addSchoolDays(calendar, next, -1) ?? first });
    first = addSchoolDays(calendar, next, 0);
  }
  return weeks;
}

/** How many of these weeks are still to end on a date, the one that is going on among them. */
export const weeksLeft = (weeks: readonly Werkweek[], date: string): number =>
  weeks.filter(({ last }) => last >= date).length;

/** The number of the werkweek that a date lies in, weekend and all; undefined before, after, and in a holiday. */
export const weekOn = (weeks: readonly Werkweek[], date: string): number | undefined =>
  weeks.find(({ first, last }) => first <= date && mondayOf(date) === mondayOf(last))?.week;
