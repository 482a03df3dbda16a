import { isDate } from '../dates.ts';

/** When a pupil is enrolled somewhere; the datum uitschrijving is the last day (PvE 4.1.3). */
export interface Enrolled {
  datumInschrijving?: string | undefined;
  datumUitschrijving?: string | undefined;
}

/** The same at a school that BRON names. */
export interface EnrolledAt extends Enrolled {
  brinnummer?: string | undefined;
}

/** The first and the last day that two inschrijvingen run together; without `to` as long as neither ends. */
export interface Together {
  from: string;
  to?: string;
}

const ALWAYS = '1900-01-01';
const OPEN_END = '9999-12-31';

const periodOf = ({ datumInschrijving, datumUitschrijving }: Enrolled) => ({
  // What cannot be read may be any day: nothing is called solved because of it.
  from: isDate(datumInschrijving) ? datumInschrijving : ALWAYS,
  to: isDate(datumUitschrijving) ? datumUitschrijving : OPEN_END,
});

/** The gezamenlijke inschrijfperiode (PvE 5.6.15) of two inschrijvingen; undefined when no day is in both. */
export function togetherOf(one: Enrolled, other: Enrolled): Together | undefined {
  const [a, b] = [periodOf(one), periodOf(other)];
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  if (from > to) return undefined;
  return to === OPEN_END ? { from } : { from, to };
}

/** The days that an inschrijving elsewhere has in common with those of one school, the first such period first. */
export const togetherWith = (elsewhere: Enrolled, own: readonly Enrolled[]): Together[] =>
  own
    .map((one) => togetherOf(one, elsewhere))
    .filter((found) => found !== undefined)
    .sort((a, b) => (a.from < b.from ? -1 : 1));

const isSame = (one: EnrolledAt, other: EnrolledAt): boolean =>
  one.brinnummer === other.brinnummer &&
  one.datumInschrijving === other.datumInschrijving &&
  one.datumUitschrijving === other.datumUitschrijving;

/** Whether BRON names no school and no date that it did not name before: in any order, and whoever is to be called there. */
export const repeatsDouble = (before: readonly EnrolledAt[], now: readonly EnrolledAt[]): boolean =>
  now.every((one) => before.some((other) => isSame(one, other)));
