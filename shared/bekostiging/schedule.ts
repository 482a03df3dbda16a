import type { InschrijvingKind } from '../pve/berichten/kinds.ts';
import type { Aantallen } from './rows/row.ts';
import data from './schedule.json' with { type: 'json' };

/** Whether a GTB is always made, or only when a number differs from the last one of the vestiging. */
export type GtbWhen = 'always' | 'whenChanged';

/** A peildatum for which there can be a GTB. */
export interface GtbDate {
  peildatum: string;
  when: GtbWhen;
}

type ScheduleRow = { on: string } & Partial<Record<InschrijvingKind, string>>;

const dates = data.dates as readonly ScheduleRow[];

/**
 * The peildata of a school year for WPO or WEC, in order (Stappenplan step 12). `schooljaar` as `2009-2010`; without a first school day there is
 * none for it.
 */
export function gtbDates(kind: InschrijvingKind, schooljaar: string, firstSchoolDay?: string): GtbDate[] {
  const [autumn = '', spring = ''] = schooljaar.split('-');
  const dateOf = (on: string) =>
    on === 'firstSchoolDay' ? firstSchoolDay : `${on >= '08-01' ? autumn : spring}-${on}`;
  const found = new Map<string, GtbWhen>();
  for (const { on, ...kinds } of dates) {
    const [peildatum, when] = [dateOf(on), kinds[kind] as GtbWhen | undefined];
    if (peildatum === undefined || when === undefined) continue;
    if (found.get(peildatum) !== 'always') found.set(peildatum, when);
  }
  return [...found]
    .map(([peildatum, when]) => ({ peildatum, when }))
    .sort((a, b) => (a.peildatum < b.peildatum ? -1 : 1));
}

/** Whether a number differs from the last GTB of the vestiging; rows that only one of them has are not compared. */
export const numbersChanged = (before: Aantallen | undefined, now: Aantallen): boolean =>
  before === undefined || Object.entries(now).some(([code, aantal]) => code in before && before[code] !== aantal);

/** Whether a GTB has to be made (Stappenplan step 12). */
export const isGtbMade = (when: GtbWhen, before: Aantallen | undefined, now: Aantallen): boolean =>
  when === 'always' || numbersChanged(before, now);
