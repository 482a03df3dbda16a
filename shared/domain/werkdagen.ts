/** Werkdagen of a government service: Monday to Friday, but not the algemeen erkende feestdagen (Algemene termijnenwet, art. 3). */
import { addDays } from './dates.ts';
import { publicHolidays } from './holidays.ts';
import { schooljaarOf } from './schoolYear.ts';

/** Feestdagen on the same day every year. */
const FIXED = ['01-01', '05-05', '12-25', '12-26'];

function isFeestdag(date: string): boolean {
  if (FIXED.includes(date.slice(5))) return true;
  const movable = publicHolidays(schooljaarOf(date));
  const easterMonday = movable.find(({ naam }) => naam === 'Tweede paasdag');
  // Goede Vrijdag is put on a par with the feestdagen.
  return movable.some(({ first }) => first === date) || (easterMonday && addDays(easterMonday.first, -3)) === date;
}

/** Whether a date `yyyy-mm-dd` is a werkdag. */
export function isWerkdag(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isFeestdag(date);
}

/** The `days`-th werkdag after a date. */
export function addWerkdagen(date: string, days: number): string {
  let at = date;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (isWerkdag(at)) left -= 1;
  }
  return at;
}
