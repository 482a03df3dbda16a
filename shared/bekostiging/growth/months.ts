/** Months of a school year, which ends on 31 July. */

/** First day of the month that a date lies in. */
export const monthStart = (date: string): string => `${date.slice(0, 7)}-01`;

/** Whole months from the month of a date to the end of its school year: 12 for August, 1 for July (BBWPO 29 lid 5). */
export const monthsLeft = (date: string): number => {
  const month = Number(date.slice(5, 7));
  return month > 7 ? 20 - month : 8 - month;
};
