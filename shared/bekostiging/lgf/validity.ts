/** How long an indication for special education is valid (BLGF 11, WEC 28c lid 2). */
import { addYears, schoolYear } from '../../domain/dates.ts';
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import data from './validity.json' with { type: 'json' };

export interface Indication {
  /** Code of the onderwijssoort (PvE 7.1.4). */
  onderwijssoort: string;
  /** Day on which it was given. */
  given: string;
}

export interface Validity {
  from: string;
  /** Last day; left out: as long as the pupil is in school. */
  until?: string;
  assumptions: readonly AssumptionCode[];
}

interface Term {
  years?: number;
  open?: string;
  jji?: boolean;
}
const terms: Readonly<Record<string, Term>> = data.onderwijssoorten;

/**
 * From the day on which it was given for so many school years, with the rest of the running one when it was given during the year.
 * Leerlinggebonden financiering (`LGF`) ends on 31-7-2014 in any case; a place in the WEC (`WEC`) is not ended there. Undefined for an
 * onderwijssoort that is not on the list.
 */
export function validityOf({ onderwijssoort, given }: Indication, use: 'LGF' | 'WEC'): Validity | undefined {
  const term = terms[onderwijssoort];
  if (!term) return undefined;
  const { first, last } = schoolYear(given);
  const untilByTerm =
    term.years === undefined ? undefined : addYears(last, given === first ? term.years - 1 : term.years);
  const beyond = untilByTerm === undefined || untilByTerm > data.lastDay;
  const until = use === 'LGF' && beyond ? data.lastDay : untilByTerm;
  return {
    from: given,
    ...(until !== undefined && { until }),
    assumptions: assumedWhen({
      clusterOne: term.open === 'clusterOne',
      jjiStart: term.jji === true,
      indicationAfter2014: use === 'WEC' && beyond,
    }),
  };
}

/** The indication that holds on a date: the last that was given up to then, when it is still valid. */
export function indicationOn<T extends Indication>(
  indications: readonly T[],
  date: string,
  use: 'LGF' | 'WEC',
): T | undefined {
  const last = indications
    .filter(({ given }) => given <= date)
    .reduce<T | undefined>((found, next) => (found && found.given > next.given ? found : next), undefined);
  const validity = last && validityOf(last, use);
  return validity && (validity.until === undefined || date <= validity.until) ? last : undefined;
}
