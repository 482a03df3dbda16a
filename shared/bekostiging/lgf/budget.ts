/**
 * Who gets the leerlinggebonden budget of a pupil, and from when (WPO 70a lid 2 and 3). The budget goes by school year: the school that
 * has it keeps it to the end of the year in which the pupil leaves.
 */
import { addDays, addMonths, schoolYear } from '../../domain/dates.ts';
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import { lgfLastDay } from './validity.ts';

/** A period, first and last day included; to the end of leerlinggebonden financiering when `until` is left out. */
interface Span {
  from: string;
  until?: string;
}

/** Time that a pupil is enrolled at a school. */
export interface Stay extends Span {
  brinnummer: string;
}

export interface Budget {
  brinnummer: string;
  from: string;
  until: string;
  assumptions: readonly AssumptionCode[];
}

const firstOfNextMonth = (date: string) => addMonths(`${date.slice(0, 7)}-01`, 1);
const earliest = (one: string, other: string) => (one < other ? one : other);
const latest = (one: string, other: string) => (one > other ? one : other);
const endOf = ({ until = lgfLastDay }: Span) => earliest(until, lgfLastDay);

/** Periods that overlap or follow at once, as one: a renewed indication goes on. */
function joined(periods: readonly Span[]): { from: string; until: string }[] {
  const spans: { from: string; until: string }[] = [];
  for (const period of [...periods].sort((one, other) => one.from.localeCompare(other.from))) {
    const last = spans.at(-1);
    if (last && period.from <= addDays(last.until, 1)) last.until = latest(last.until, endOf(period));
    else spans.push({ from: period.from, until: endOf(period) });
  }
  return spans;
}

/** First day of the budget of a stay, given what was given before. */
function start(available: string, stay: Stay, earlier: readonly Budget[]): { from: string; summerMove: boolean } {
  const { first, last } = schoolYear(available);
  if (earlier.some(({ until }) => until >= first)) return { from: addDays(last, 1), summerMove: false };
  const summerMove = stay.from === first && earlier.some(({ until }) => until === addDays(first, -1));
  return { from: summerMove ? first : firstOfNextMonth(available), summerMove };
}

/**
 * The budgets of a pupil in order: per time at a school in which an indication holds, from the first of the month after the pupil came or
 * the indication was given; after a move in a school year that another school was paid for, from the next school year.
 * @param indications periods in which an indication holds (`validityOf` for LGF)
 * @param stays in order of date
 */
export function lgfBudgets(indications: readonly Span[], stays: readonly Stay[]): Budget[] {
  const budgets: Budget[] = [];
  for (const span of joined(indications)) {
    for (const stay of stays) {
      const { from, summerMove } = start(latest(span.from, stay.from), stay, budgets);
      const leaves = endOf(stay);
      if (from > earliest(leaves, span.until)) continue;
      const until = earliest(schoolYear(leaves).last, span.until);
      budgets.push({ brinnummer: stay.brinnummer, from, until, assumptions: assumedWhen({ summerMove }) });
    }
  }
  return budgets;
}
