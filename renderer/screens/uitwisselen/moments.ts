import { dayOf, timeOf } from '../../texts/format.ts';

const timeZone = 'Europe/Amsterdam';
const date = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const sortable = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });

/** A date `yyyy-mm-dd` in full: "16 november 2009". A text that is no date comes back as it is. */
export const longDate = (value: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? date.format(new Date(value)) : value;

/** An instant in words, shorter when it is today: "vandaag om 10:05", "2 november 2009 om 10:05". */
export function momentOf(instant: string, now?: string): string {
  const at = new Date(instant);
  const isToday = now !== undefined && sortable.format(at) === sortable.format(new Date(now));
  return `${isToday ? 'vandaag' : dayOf(instant)} om ${timeOf(instant)}`;
}

/** When the next attempt is, as part of a sentence: "vandaag om 10:05", "zo meteen". */
export const attemptOf = (instant: string | undefined, now: string): string =>
  instant !== undefined && instant > now ? momentOf(instant, now) : 'zo meteen';

/** Whole days from the date of an instant to a date `yyyy-mm-dd`; negative when that is past. */
export const daysUntil = (value: string, now: string): number =>
  Math.round((Date.parse(value) - Date.parse(sortable.format(new Date(now)))) / 86_400_000);

/** How far off a date is: "vandaag", "morgen", "over 5 dagen", "3 dagen geleden". */
export function distanceTo(value: string, now: string): string {
  const days = daysUntil(value, now);
  if (days === 0) return 'vandaag';
  if (days === 1) return 'morgen';
  if (days === -1) return 'gisteren';
  return days > 0 ? `over ${days} dagen` : `${-days} dagen geleden`;
}

/** The time that is left in minutes and seconds: "4:09"; undefined when there is none. */
export function countdown(until: string, now: number): string | undefined {
  const seconds = Math.ceil((Date.parse(until) - now) / 1000);
  if (seconds <= 0) return undefined;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
