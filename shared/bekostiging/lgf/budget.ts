/**
 * Who gets the leerlinggebonden budget of a pupil, and from when (WPO 70a lid 2 and 3). The budget goes by school year: the school that
 * has it keeps it to the end of the year in which the pupil leaves.
 */
import { addDays, addMonths, schoolYear } from '../../domain/dates.ts';
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';

/** A period, first and last day included; open when `until` is left out. */
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
  until?: string;
  assumptions: readonly AssumptionCode[];
}

const firstOfNextMonth = (date: string) => addMonths(`${date.slice(0, 7)}-01`, 1);
const earliest = (...dates: (string | undefined)[]): string | undefined =>
  dates.reduce((least, next) => (next === undefined || (least !== undefined && least <= next) ? least : next));
const latest = (one: string, other: string) => (one > other ? one : other);

/** Periods that overlap or follow at once, as one: a renewed indication goes on. */
function joined(periods: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const period of [...periods].sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = spans.at(-1);
    if (last && (last.until === undefined || period.from <= addDays(last.until, 1))) {
      if (last.until !== undefined && (period.until === undefined || period.until > last.until))
        spans[spans.length - 1] = { from: last.from, ...(period.until !== undefined && { until: period.until }) };
    } else spans.push(period);
  }
  return spans;
}

/** First day of the budget at a school, given what was given before. */
function start(available: string, stay: Stay, earlier: readonly Budget[]): { from: string; summerMove: boolean } {
  const { first, last } = schoolYear(available);
  const paid = earlier.some(({ until }) => until === undefined || until >= first);
  if (paid) return { from: addDays(last, 1), summerMove: false };
  const moved = earlier.some(({ brinnummer, until }) => brinnummer !== stay.brinnummer && until === addDays(first, -1));
  if (moved && stay.from === first) return { from: first, summerMove: true };
  return { from: firstOfNextMonth(available), summerMove: false };
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
      const available = latest(span.from, stay.from);
      const { from, summerMove } = start(available, stay, budgets);
      const stayEnds = earliest(stay.until, span.until);
      if (stayEnds !== undefined && from > stayEnds) continue;
      const until = earliest(stay.until && schoolYear(stay.until).last, span.until);
      budgets.push({
        brinnummer: stay.brinnummer,
        from,
        ...(until !== undefined && { until }),
        assumptions: assumedWhen({ summerMove }),
      });
    }
  }
  return budgets;
}
