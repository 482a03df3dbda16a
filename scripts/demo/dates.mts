import { addDays } from '../../shared/domain/dates.ts';

/** The year in which the school year of `date` began (1 August to 31 July). */
export const schoolYearOf = (date: string): number => Number(date.slice(0, 4)) - (date.slice(5) < '08-01' ? 1 : 0);

/** The first day at school on or after `date`: no weekend and no holiday. The first day of a school year counts as 1 August. */
export function firstSchoolDay(date: string): string {
  const [year, day] = [date.slice(0, 4), date.slice(5)];
  if (day >= '07-04' && day <= '08-01') return `${year}-08-01`;
  if (day > '08-01' && day < '08-24') return firstSchoolDay(`${year}-08-24`);
  if (day >= '12-19') return firstSchoolDay(`${Number(year) + 1}-01-04`);
  if (day < '01-04') return firstSchoolDay(`${year}-01-04`);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? firstSchoolDay(addDays(date, 1)) : date;
}
