const zone = { timeZone: 'Europe/Amsterdam' } as const;
const longFormat = new Intl.DateTimeFormat('nl-NL', {
  ...zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const timeFormat = new Intl.DateTimeFormat('nl-NL', { ...zone, hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('nl-NL', { ...zone, day: 'numeric', month: 'long', year: 'numeric' });

/** `maandag 2 november 2009, 09:00` of an ISO instant, in Dutch time. */
export const longMoment = (instant: string): string =>
  `${longFormat.format(new Date(instant))}, ${timeFormat.format(new Date(instant))}`;

/** `2 november 2009, 09:00` of an ISO instant, in Dutch time. */
export const moment = (instant: string): string =>
  `${dayFormat.format(new Date(instant))}, ${timeFormat.format(new Date(instant))}`;

/** `2 november 2009` of an ISO instant, in Dutch time. */
export const dayOf = (instant: string): string => dayFormat.format(new Date(instant));

/** `09:00` of an ISO instant, in Dutch time. */
export const timeOf = (instant: string): string => timeFormat.format(new Date(instant));

/** `1 leerling`, `2 leerlingen`, `geen leerlingen`. */
export const countOf = (count: number, one: string, more: string): string =>
  `${count === 0 ? 'geen' : count.toLocaleString('nl-NL')} ${count === 1 ? one : more}`;
