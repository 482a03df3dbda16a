import { mondayOf } from '../../../shared/aansluiting/werkweken.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { addSchoolDays, type SchoolCalendar } from '../../../shared/domain/schoolYear.ts';
import { randomBetween, type Random } from '../random.ts';
import { PlanningError } from './organisation.ts';

/** The real start lies at most so many weeks before or after the planned week (Stappenplan step 1, C-14). */
const MARGIN_WEEKS = 2;

/** The first school day of the week that begins on a Monday. */
function firstDayOf(monday: string, calendar: SchoolCalendar): string | undefined {
  const day = addSchoolDays(calendar, monday, 0);
  return day !== undefined && day < addDays(monday, 7) ? day : undefined;
}

/**
 * Draws the day of the start: the first school day of a week at most two weeks from the planned one, after today.
 * @throws PlanningError when there is none
 */
export function drawStart(plannedWeek: string, today: string, calendar: SchoolCalendar, random: Random): string {
  const days = Array.from({ length: 2 * MARGIN_WEEKS + 1 }, (_, index) =>
    firstDayOf(addDays(plannedWeek, 7 * (index - MARGIN_WEEKS)), calendar),
  ).filter((day) => day !== undefined && day > today);
  const day = days[randomBetween(random, { from: 0, to: Math.max(days.length - 1, 0) })];
  if (day === undefined) throw new PlanningError('no school day after today lies within two weeks of the planned week');
  return day;
}

/** @throws PlanningError for a start that cannot be */
export function requireStart(start: string, plannedWeek: string, today: string): void {
  const week = mondayOf(start);
  if (week < addDays(plannedWeek, -7 * MARGIN_WEEKS) || week > addDays(plannedWeek, 7 * MARGIN_WEEKS)) {
    throw new PlanningError('the start lies at most two weeks before or after the planned week');
  }
  if (start <= today) throw new PlanningError('the start lies after today');
}
