import type { Output } from '../../../shared/api/contract.ts';
import { isDate } from '../../../shared/domain/dates.ts';
import { proposedSchoolYear, type Vakantieregio } from '../../../shared/domain/holidays.ts';
import {
  firstSchoolDay,
  lastSchoolDay,
  schoolDaysBetween,
  schooljaarBounds,
  schoolWeeksBetween,
  type Holiday,
} from '../../../shared/domain/schoolYear.ts';

type Entered = Output<'schoolYears.list'>;

/** A school year as it is typed: dates are texts that need not be dates yet. */
export interface SchoolYearDraft {
  vakantieregio: string;
  firstDay: string;
  lastDay: string;
  holidays: readonly Holiday[];
}

/** What is saved of a school year. */
export function savedDraft(
  { vakantieregio = '', years }: Pick<Entered, 'years'> & { vakantieregio?: string | undefined },
  schooljaar: string,
): SchoolYearDraft {
  const year = years.find((item) => item.schooljaar === schooljaar);
  return {
    vakantieregio,
    firstDay: year?.firstDay ?? '',
    lastDay: year?.lastDay ?? '',
    holidays: year?.holidays ?? [],
  };
}

/** The draft with what is prescribed or public filled in where nothing stands; what is there stays. */
export function withProposal(draft: SchoolYearDraft, schooljaar: string): SchoolYearDraft {
  const proposal = proposedSchoolYear(schooljaar, draft.vakantieregio as Vakantieregio);
  const names = new Set(draft.holidays.map(({ naam }) => naam.trim().toLowerCase()));
  const added = proposal.holidays.filter(({ naam }) => !names.has(naam.toLowerCase()));
  return {
    ...draft,
    firstDay: draft.firstDay || (proposal.firstDay ?? ''),
    lastDay: draft.lastDay || (proposal.lastDay ?? ''),
    holidays: [...draft.holidays, ...added].sort((a, b) => a.first.localeCompare(b.first)),
  };
}

/** What is wrong with a holiday, or with its naam; undefined when it can be saved. */
export function holidayMistake({ naam, first, last }: Holiday): string | undefined {
  if (naam.trim() === '') return 'Vul een naam in.';
  if (!isDate(first) || !isDate(last)) return 'Vul de eerste en de laatste vrije dag in.';
  return last < first ? 'De laatste vrije dag ligt voor de eerste.' : undefined;
}

/** What is wrong with the first or last school day; undefined when it can be saved. */
export function dayMistake(day: string, schooljaar: string): string | undefined {
  if (day === '') return undefined;
  const { first, last } = schooljaarBounds(schooljaar);
  return isDate(day) && (day < first || day > last) ? `Deze dag ligt niet in het schooljaar ${schooljaar}.` : undefined;
}

/** Whether a draft can be saved. */
export const isComplete = ({ firstDay, lastDay, holidays }: SchoolYearDraft, schooljaar: string): boolean =>
  holidays.every((holiday) => holidayMistake(holiday) === undefined) &&
  [firstDay, lastDay].every((day) => day === '' || (isDate(day) && dayMistake(day, schooljaar) === undefined)) &&
  !(firstDay && lastDay && lastDay < firstDay);

/** How many school days and weeks the draft comes to, with the other years that were entered. */
export function schoolDaysOf(
  draft: SchoolYearDraft,
  schooljaar: string,
  { years }: Pick<Entered, 'years'>,
): { days: number; weeks: number } {
  const { firstDay, lastDay } = draft;
  const own = {
    schooljaar,
    holidays: draft.holidays,
    ...(firstDay ? { firstDay } : {}),
    ...(lastDay ? { lastDay } : {}),
  };
  const calendar = [...years.filter((year) => year.schooljaar !== schooljaar), own];
  const [from, to] = [firstSchoolDay(calendar, schooljaar), lastSchoolDay(calendar, schooljaar)];
  if (from === undefined || to === undefined) return { days: 0, weeks: 0 };
  return { days: schoolDaysBetween(calendar, from, to), weeks: schoolWeeksBetween(calendar, from, to) };
}
