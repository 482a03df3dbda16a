import { addDays, addYears } from './dates.ts';

/** How long the gegevens of a pupil are kept after the last uitschrijving, in years. */
const KEPT_YEARS = 5;
/** Within so many days of the decision nothing may be left, in backups neither. */
const DESTROYED_DAYS = 8 * 7;

/** The first day on which the gegevens of a pupil who left on `datumUitschrijving` are proposed for destruction. */
export const destroyableFrom = (datumUitschrijving: string): string => addYears(datumUitschrijving, KEPT_YEARS);

/** The last day on which something may be left of what was decided to be destroyed on `day`. */
export const destroyedBy = (day: string): string => addDays(day, DESTROYED_DAYS);

/** Who left on this day or before it is proposed for destruction on `today`. */
export function leftLongAgo(today: string): string {
  // Backwards a leap day has two candidates; the rule itself decides.
  const day = addYears(today, -KEPT_YEARS);
  return destroyableFrom(day) <= today ? day : addDays(day, -1);
}
