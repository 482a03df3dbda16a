import { addDays } from '../dates.ts';

/** From this day on datum inschrijving and datum uitschrijving must be with BRON sooner (Regeling structuur en inrichting art. 4). */
const SHORTER_FROM = '2013-08-01';
const DAYS = 14;
const DAYS_OF_DATES = 7;

/** What a change is about: the begin or end of an inschrijving, or anything else. */
export type ChangeKind = 'dates' | 'other';

/** Days after processing within which BRON must have a change: 14 (Stappenplan step 13); 7 for in- and uitschrijving from 1-8-2013. */
export const deliveryDays = (kind: ChangeKind, changedOn: string): number =>
  kind === 'dates' && changedOn >= SHORTER_FROM ? DAYS_OF_DATES : DAYS;

/** The last day by which BRON must have what was changed on `changedOn`. Both are `yyyy-mm-dd`. */
export const deliverBy = (kind: ChangeKind, changedOn: string): string =>
  addDays(changedOn, deliveryDays(kind, changedOn));

/** How a change that BRON does not have yet stands: within its term, past the half of it, or past its last day. */
export const ageings = ['onTime', 'soon', 'late'] as const;
export type Ageing = (typeof ageings)[number];

/**
 * How what was changed on `changedOn` stands on `day`, both `yyyy-mm-dd`, as long as BRON does not have it. Assumed: half a term is when
 * the school is reminded. A change of a later day (the clock was set back) is on time.
 */
export function ageingOf(kind: ChangeKind, changedOn: string, day: string): Ageing {
  if (day > deliverBy(kind, changedOn)) return 'late';
  return day > addDays(changedOn, Math.floor(deliveryDays(kind, changedOn) / 2)) ? 'soon' : 'onTime';
}
