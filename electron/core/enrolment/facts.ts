import type { VerzorgerFacts } from '../../../shared/domain/enrolment/background.ts';
import { isDate } from '../../../shared/domain/dates.ts';
import { schooljaarOf, type SchoolYearDays } from '../../../shared/domain/schoolYear.ts';
import type { Connection } from '../database/database.ts';
import { verzorgersOf } from '../gezin/repository.ts';
import { readSchoolYears } from '../school/schoolYears.ts';

const levels: readonly (string | undefined)[] = ['1', '2', '3'];
const isLevel = (text: string | undefined): text is '1' | '2' | '3' => levels.includes(text);

/**
 * What is kept of the verzorgers on whom gewicht and NNCA rest: those with parental authority, or all of them when nobody is
 * marked so. Others on the card are called in an emergency and do not count.
 */
export function verzorgerFactsOf(db: Connection, leerlingId: number): VerzorgerFacts[] {
  const all = verzorgersOf(db, leerlingId);
  const gezagsdragers = all.filter(({ link }) => link.gegevens.gezagsdrager === 'true');
  return (gezagsdragers.length > 0 ? gezagsdragers : all).map(({ verzorger: { gegevens } }) => ({
    ...(isLevel(gegevens.opleiding) ? { opleiding: gegevens.opleiding } : {}),
    ...(gegevens.geboorteland ? { geboorteland: gegevens.geboorteland } : {}),
  }));
}

/** First and last school day as they were entered of the school year that a date lies in. */
export function schoolDaysAround(
  db: Connection,
  date: string | undefined,
): Pick<SchoolYearDays, 'firstDay' | 'lastDay'> {
  if (!isDate(date)) return {};
  const schooljaar = schooljaarOf(date);
  return readSchoolYears(db).find((year) => year.schooljaar === schooljaar) ?? {};
}
