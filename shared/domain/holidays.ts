/** What a school can take over when it enters a school year: the prescribed holidays of its region, and the public holidays. */
import schoolvakanties from '../../resources/tables/schoolvakanties.json' with { type: 'json' };
import { addDays } from './dates.ts';
import { isSchoolDay, schooljaarBounds, shiftSchooljaar, type Holiday, type SchoolYearDays } from './schoolYear.ts';

export const vakantieregios = ['noord', 'midden', 'zuid'] as const;
export type Vakantieregio = (typeof vakantieregios)[number];

interface Row extends Holiday {
  schooljaar: string;
  vakantieregio?: string;
}
const rows: readonly Row[] = schoolvakanties.rows;

const SUMMER = 'Zomervakantie';

/** The holidays prescribed for a region in a school year, by date; empty for a year that the table does not have. */
export const prescribedHolidays = (schooljaar: string, regio: Vakantieregio): Holiday[] =>
  rows
    .filter((row) => row.schooljaar === schooljaar && (row.vakantieregio ?? regio) === regio)
    .map(({ naam, first, last }) => ({ naam, first, last }));

/** Easter Sunday of a calendar year (Gauss, in the form of Meeus, Jones and Butcher). */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const moon = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const sunday = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - moon - (c % 4)) % 7;
  const late = Math.floor((a + 11 * moon + 22 * sunday) / 451);
  return addDays(`${year}-03-22`, moon + sunday - 7 * late);
}

/** The King's birthday; until 2013 the Queen's. On a Sunday it is kept a day earlier, until 1979 a day later. */
function royalBirthday(year: number): Holiday {
  const [naam, date] = year < 2014 ? ['Koninginnedag', `${year}-04-30`] : ['Koningsdag', `${year}-04-27`];
  const kept = new Date(`${date}T00:00:00Z`).getUTCDay() === 0 ? addDays(date, year < 1980 ? 1 : -1) : date;
  return { naam, first: kept, last: kept };
}

/** The public holidays in the second half of a school year on which no school teaches (Algemene termijnenwet, art. 3). */
export function publicHolidays(schooljaar: string): Holiday[] {
  const year = Number(schooljaar.slice(5));
  const sunday = easter(year);
  const day = (naam: string, date: string): Holiday => ({ naam, first: date, last: date });
  return [
    day('Tweede paasdag', addDays(sunday, 1)),
    royalBirthday(year),
    day('Hemelvaartsdag', addDays(sunday, 39)),
    day('Tweede pinksterdag', addDays(sunday, 50)),
  ];
}

/**
 * What can be filled in of a school year before the school looks at it: its region's prescribed holidays, the public holidays
 * outside them, and the first and last school day where the summer holidays around it are prescribed.
 */
export function proposedSchoolYear(schooljaar: string, regio: Vakantieregio): SchoolYearDays {
  const prescribed = prescribedHolidays(schooljaar, regio);
  const before = prescribedHolidays(shiftSchooljaar(schooljaar, -1), regio).find(({ naam }) => naam === SUMMER);
  const summer = prescribed.find(({ naam }) => naam === SUMMER);
  const { first, last } = schooljaarBounds(schooljaar);
  const free = [{ schooljaar, holidays: prescribed }];
  const holidays = [...prescribed, ...publicHolidays(schooljaar).filter((day) => isSchoolDay(free, day.first))].sort(
    (a, b) => a.first.localeCompare(b.first),
  );
  const firstDay = before && before.last >= first ? addDays(before.last, 1) : undefined;
  const lastDay = summer && summer.first <= last ? addDays(summer.first, -1) : undefined;
  return { schooljaar, ...(firstDay ? { firstDay } : {}), ...(lastDay ? { lastDay } : {}), holidays };
}
