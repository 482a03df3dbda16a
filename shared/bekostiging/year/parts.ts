import type { AssumptionCode } from '../funding/assumptions.ts';
import type { SchoolSoort } from '../../pve/berichten/kinds.ts';
import { schooljaarBounds, shiftSchooljaar } from '../../domain/schoolYear.ts';
import type { Aantallen } from '../rows/row.ts';

export const fundingParts = ['regular', 'special', 'march', 'january', 'october', 'groups', 'nnca'] as const;

/** What a rule gives in a school year. */
export interface FundingPart {
  key: (typeof fundingParts)[number];
  /** Dutch. */
  title: string;
  /** What the rule is, in a Dutch sentence, and by which article. */
  rule: string;
  source: string;
  /** The next date of the rule, and the number of pupils from which it gives something; left out when there is none, or it is not known. */
  next?: { date: string; needed: number };
  lines: readonly FundingLine[];
  assumptions: readonly AssumptionCode[];
}

/** What a date gives. `depends`: that cannot be said. `none`: the rule gives nothing on it. `value`: a number, no award. */
export const fundingOutcomes = ['awarded', 'none', 'depends', 'value'] as const;

export interface FundingLine {
  date: string;
  /** Pupils that count on it. */
  count: number;
  outcome: (typeof fundingOutcomes)[number];
  /** Pupils that are paid for, or what the rule comes to: groups, pupils above four. */
  result?: number;
  /** The sum in Dutch. */
  explanation: string;
}

/** What was counted on a date, per vestiging. */
export interface DayCount {
  vestigingsvolgnummer: string;
  aantallen: Aantallen;
}

export interface FundingFacts {
  soort: SchoolSoort;
  /** An instelling for visually handicapped pupils. */
  instelling: boolean;
  schooljaar: string;
  /** `yyyy-mm-dd`: no date after it is judged. */
  today: string;
  firstSchoolDay?: string;
  /** Whether the school entered that day itself; else it is the first weekday. */
  firstSchoolDayEntered: boolean;
  /** By date; of every date of {@link fundingDates} that is past. */
  counts: ReadonlyMap<string, readonly DayCount[]>;
}

const REGULAR = ['09-01', '10-01', '11-01', '12-01', '01-01', '02-01', '03-01', '04-01'];
const SPECIAL = ['05-01', '06-01'];

/** A day of a school year by its `mm-dd`. */
export const dayIn = (schooljaar: string, monthDay: string): string => {
  const { first, last } = schooljaarBounds(schooljaar);
  return `${(monthDay >= '08-01' ? first : last).slice(0, 4)}-${monthDay}`;
};

/** 1 October of the school year before. */
export const octoberOfBefore = (schooljaar: string): string => dayIn(shiftSchooljaar(schooljaar, -1), '10-01');
/** 16 January of the school year before. */
export const januaryOfBefore = (schooljaar: string): string => dayIn(shiftSchooljaar(schooljaar, -1), '01-16');

/** The dates of regular growth of a school year, in order. */
export function growthDates(schooljaar: string, firstSchoolDay: string | undefined): string[] {
  const months = REGULAR.map((day) => dayIn(schooljaar, day));
  return [...new Set([...(firstSchoolDay ? [firstSchoolDay] : []), ...months])].sort();
}

/** Every date that has to be counted for a school year, in order. */
export function fundingDates({
  soort,
  schooljaar,
  firstSchoolDay,
}: Pick<FundingFacts, 'soort' | 'schooljaar'> & { firstSchoolDay?: string | undefined }): string[] {
  const own: Record<SchoolSoort, string[]> = {
    BAO: [...growthDates(schooljaar, firstSchoolDay), ...SPECIAL.map((day) => dayIn(schooljaar, day))],
    SBAO: [dayIn(schooljaar, '10-01')],
    TREKKEND: [],
    WEC: [januaryOfBefore(schooljaar), dayIn(schooljaar, '10-01'), dayIn(schooljaar, '01-16')],
  };
  const dates = own[soort];
  return dates.length === 0 || soort === 'SBAO' ? dates : [octoberOfBefore(schooljaar), ...dates].sort();
}

/** Number of a row on a date, of all vestigingen together; undefined when the date was not counted. */
export const sumOn = ({ counts }: Pick<FundingFacts, 'counts'>, date: string, code = 'totaal'): number | undefined =>
  counts.get(date)?.reduce((sum, { aantallen }) => sum + (aantallen[code] ?? 0), 0);

/** What the next of these dates asks, when one is still to come and what it is compared with is known. */
export function nextOf(
  { today }: Pick<FundingFacts, 'today'>,
  dates: readonly string[],
  needed: number | undefined,
): Pick<FundingPart, 'next'> {
  const date = dates.find((day) => day > today);
  return date === undefined || needed === undefined ? {} : { next: { date, needed } };
}
