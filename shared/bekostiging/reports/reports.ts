import { addDays } from '../../domain/dates.ts';
import { shiftSchooljaar } from '../../domain/schoolYear.ts';
import { kindOfSchool, type SchoolSoort } from '../../pve/berichten/kinds.ts';
import { gtbRows } from '../rows.ts';
import type { CountRow, RowGroup } from '../rows/row.ts';
import { gtbDates } from '../schedule.ts';
import type { FundingPart } from '../year/parts.ts';
import data from './reports.json' with { type: 'json' };

/** A sheet with numbers that the school counts itself. */
export interface Report {
  key: string;
  /** Dutch. */
  title: string;
  /** The form of before BRON that asked for these numbers (Stappenplan, "De belangrijkste veranderingen"). */
  replaces?: string;
  /** What has to be known of it, Dutch. */
  note?: string;
  soorten: readonly SchoolSoort[];
  /** `day`: the rows of one date. `year`: how many pupils count on each date of a school year. */
  shape: 'day' | 'year';
  /** Days of a school year as `mm-dd`; left out: those of the GTBs. */
  on?: readonly string[];
  /** What is on it; left out: every row of the GTB. */
  groups?: readonly RowGroup[];
  codes?: readonly string[];
  /** Last date that it was asked for. */
  until?: string;
  /** Rules of growth and special funding whose outcome stands below the numbers. */
  funding?: readonly FundingPart['key'][];
  /** It is signed and handed in. */
  signed?: boolean;
}

const reports = data as readonly Report[];

/** The sheets of a school of this soort, in the order in which they are shown. */
export const reportsOf = (soort: SchoolSoort): readonly Report[] =>
  reports.filter(({ soorten }) => soorten.includes(soort));

/**
 * The dates of a sheet in a school year (`2009-2010`), in order; without a first school day there is none for it. The date of the number
 * that growth is compared with lies in the school year before.
 */
export function datesOf(
  { on, until = '9999' }: Report,
  soort: SchoolSoort,
  schooljaar: string,
  firstSchoolDay?: string,
): string[] {
  if (!on) return gtbDates(kindOfSchool(soort), schooljaar, firstSchoolDay).map(({ peildatum }) => peildatum);
  const [autumn = '', spring = ''] = schooljaar.split('-');
  const dates = on.flatMap((day) => {
    if (day === 'firstSchoolDay') return firstSchoolDay ?? [];
    const [monthDay = '', before] = day.split(' ');
    if (before) return `${shiftSchooljaar(schooljaar, -1).slice(0, 4)}-${monthDay}`;
    return `${monthDay >= '08-01' ? autumn : spring}-${monthDay}`;
  });
  return [...new Set(dates)].filter((date) => date <= until).sort();
}

/** The rows of a sheet on a date, in their order. */
export const reportRows = ({ groups, codes }: Report, soort: SchoolSoort, peildatum: string): CountRow[] =>
  gtbRows(soort, peildatum).filter(
    ({ group, code }) => (groups?.includes(group) ?? true) && (codes?.includes(code) ?? true),
  );

/** The last day on which the maandopgave of the first of a month can be handed in: before the 15th (BBWPO 36a, BBWEC 58a). */
export const handInBy = (peildatum: string): string => addDays(`${peildatum.slice(0, 7)}-15`, -1);
