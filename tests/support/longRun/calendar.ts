import { addDays } from '../../../shared/domain/dates.ts';
import { startOfDay } from '../../../shared/domain/clock.ts';

/** The Monday on which the school begins; the teldatum of 1 October and the edition of 29 November 2015 lie ahead. */
export const FIRST_DAY = '2015-08-24';
const HOLIDAYS = [
  ['2015-10-17', '2015-10-25'],
  ['2015-12-19', '2016-01-03'],
] as const;

/** A day of the run, and how far it is. */
export interface Day {
  date: string;
  /** Of the run, from 1. */
  week: number;
  /** 1 is Monday. */
  weekday: number;
  atSchool: boolean;
}

const isHoliday = (date: string) => HOLIDAYS.some(([first, last]) => first <= date && date <= last);

/** So many days, weekends and holidays too. */
export const firstDays = (count: number): Day[] =>
  Array.from({ length: count }, (_, index) => {
    const date = addDays(FIRST_DAY, index);
    const weekday = 1 + (index % 7);
    return { date, weekday, week: 1 + Math.floor(index / 7), atSchool: weekday <= 5 && !isHoliday(date) };
  });

/** The instant at which it is so late in the Netherlands, in minutes from midnight. */
export const at = (date: string, minutes: number): Date => new Date(startOfDay(date).getTime() + minutes * 60_000);
