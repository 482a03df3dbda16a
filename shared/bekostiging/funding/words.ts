/** Words of the explanations: dates and numbers as a Dutch reader writes them. */
const dayFormat = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** `1 november 2009` of `2009-11-01`. */
export const dutchDay = (date: string): string => dayFormat.format(new Date(`${date}T00:00:00Z`));

/** `1 leerling`, `2 leerlingen`. */
export const pupils = (count: number): string => `${count} ${count === 1 ? 'leerling' : 'leerlingen'}`;

/** `, dus nog 4 leerlingen` when a count is short of what is needed, otherwise nothing. */
export const shortOf = (needed: number, count: number): string =>
  count < needed ? `, dus nog ${pupils(needed - count)}` : '';

/** `8,4300` of 84300 ten-thousandths. */
export const tenThousandths = (value: number): string => {
  const digits = String(value).padStart(5, '0');
  return `${digits.slice(0, -4)},${digits.slice(-4)}`;
};
