import { addDays, addYears, schoolYear } from '../domain/dates.ts';
import { inForce } from '../domain/placing.ts';
import indications from './indications.json' with { type: 'json' };

/** An indicatie as a counting sees it. */
export interface Indication {
  onderwijssoort: string;
  /** Datum indicatiestelling. */
  from: string;
  /** Last day on which it is valid; left out: it does not end. */
  until?: string | undefined;
  /** Some voorkomen of ambulante begeleiding stands in it, begun or not. */
  hasGuidance: boolean;
  /** The school of the begeleiding that has begun: who guides (WPO), or where the pupil is (WEC). */
  guidedBy?: string | undefined;
}

interface IndicationPeriod {
  begindatum?: string;
  onderwijssoortIndicatie?: string;
  ambulanteBegeleiding?: { begindatum?: string; brinnummer?: string }[];
}

const schoolYears: Readonly<Record<string, number | undefined>> = indications.schoolYears;

/**
 * The last day on which an indicatie is valid: so many whole school years, after the rest of the school year in which it is given.
 * Undefined when it does not end.
 */
export function lastDayOfIndication(onderwijssoort: string, from: string): string | undefined {
  const years = schoolYears[onderwijssoort];
  if (years === undefined) return undefined;
  const { first, last } = schoolYear(from);
  return addYears(from === first ? addDays(first, -1) : last, years);
}

/** The indicatie that began last on or before a date, whether it is still valid or not. */
export function indicationOn(periods: readonly IndicationPeriod[], date: string): Indication | undefined {
  const period = inForce(periods, date);
  if (!period?.begindatum) return undefined;
  const { begindatum: from, onderwijssoortIndicatie: onderwijssoort = '', ambulanteBegeleiding = [] } = period;
  return {
    onderwijssoort,
    from,
    until: lastDayOfIndication(onderwijssoort, from),
    hasGuidance: ambulanteBegeleiding.length > 0,
    guidedBy: inForce(ambulanteBegeleiding, date)?.brinnummer,
  };
}

/** Whether an indicatie that has begun is valid on a date; with the last day to which the law as a whole lets it be. */
export const isValidOn = ({ until }: Indication, date: string): boolean => until === undefined || date <= until;

/** Whether an onderwijssoort is zml, for which a basisschool gets more from groep 3 on. */
export const isZml = (onderwijssoort: string): boolean => indications.zml.includes(onderwijssoort);
