import type { Output } from '../../../shared/api/contract.ts';
import { assumption } from '../../../shared/bekostiging/funding/assumptions.ts';
import { fundingYear } from '../../../shared/bekostiging/year/fundingYear.ts';
import { fundingDates, type DayCount } from '../../../shared/bekostiging/year/parts.ts';
import { today } from '../../../shared/domain/clock.ts';
import { schoolFactsOf } from '../../../shared/domain/schoolSoort.ts';
import { firstSchoolDay, schooljaarOf } from '../../../shared/domain/schoolYear.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { readSchoolYears } from '../school/schoolYears.ts';
import { readSchool } from '../school/settings.ts';
import { Countings } from './keeper.ts';

async function yearOf(
  { db, clock }: Administration,
  countings: Countings,
  asked: string | undefined,
): Promise<Output<'funding.year'>> {
  const school = schoolFactsOf(readSchool(db));
  const day = today(clock);
  const schooljaar = asked ?? schooljaarOf(day);
  const calendar = readSchoolYears(db);
  const first = firstSchoolDay(calendar, schooljaar);
  const counts = new Map<string, readonly DayCount[]>();
  for (const date of fundingDates({ soort: school.soort, schooljaar, firstSchoolDay: first }))
    if (date <= day) counts.set(date, (await countings.on(date)).own);
  const parts = fundingYear({
    ...{ soort: school.soort, instelling: school.vgk !== undefined, schooljaar, today: day, counts },
    ...(first ? { firstSchoolDay: first } : {}),
    firstSchoolDayEntered: calendar.some((year) => year.schooljaar === schooljaar && year.firstDay !== undefined),
  });
  return {
    ...{ schooljaar, today: day },
    parts: parts.map(({ lines, assumptions, ...part }) => ({
      ...part,
      lines: [...lines],
      assumptions: assumptions.map((code) => assumption(code).sentence),
    })),
  };
}

/** The operation on growth and special funding. */
export function fundingHandlers(administration: Administration): HandlersOf<'funding'> {
  const countings = new Countings(administration);
  return { 'funding.year': ({ schooljaar }) => yearOf(administration, countings, schooljaar) };
}
