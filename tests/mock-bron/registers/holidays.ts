import { z } from 'zod';
import { vakantieregios, type Vakantieregio } from '../../../shared/domain/holidays.ts';
import { schooljaarOf, type SchoolCalendar, type SchoolYearDays } from '../../../shared/domain/schoolYear.ts';
import { readRegister } from './read.ts';

const holidaysFile = z.object({
  rows: z.array(
    z.object({
      naam: z.string(),
      first: z.iso.date(),
      last: z.iso.date(),
      vakantieregio: z.enum(vakantieregios).optional(),
    }),
  ),
});

/** The school holidays of each region. */
export type Holidays = (regio: Vakantieregio) => SchoolCalendar;

/** The school holidays out of a file like `resources/tables/schoolvakanties.json`. @throws RegisterFileError */
export function readHolidays(file: string): Holidays {
  const { rows } = readRegister('school holidays', file, holidaysFile);
  return (regio) => {
    const years = new Map<string, SchoolYearDays & { holidays: { naam: string; first: string; last: string }[] }>();
    for (const { naam, first, last, vakantieregio = regio } of rows) {
      if (vakantieregio !== regio) continue;
      const schooljaar = schooljaarOf(first);
      const year = years.get(schooljaar) ?? { schooljaar, holidays: [] };
      year.holidays.push({ naam, first, last });
      years.set(schooljaar, year);
    }
    return [...years.values()];
  };
}
