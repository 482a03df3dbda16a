/** The period in which an indication gives a right, and what of it is assumed (BLGF 11, WEC 28c lid 2). */
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import { lastDayOfIndication } from '../indications.ts';

/** Last day of leerlinggebonden financiering (PvE 4.2.4). */
export const lgfLastDay = '2014-07-31';

export interface Validity {
  from: string;
  /** Last day; left out: as long as the pupil is in school. */
  until?: string;
  assumptions: readonly AssumptionCode[];
}

/**
 * From the day on which it was given for the school years of its onderwijssoort (PvE 7.1.4). Leerlinggebonden financiering (`LGF`) ends
 * on 31-7-2014 in any case; a place in the WEC (`WEC`) is not ended there.
 */
export function validityOf(onderwijssoort: string, given: string, use: 'LGF' | 'WEC'): Validity {
  const untilByTerm = lastDayOfIndication(onderwijssoort, given);
  const beyond = untilByTerm === undefined || untilByTerm > lgfLastDay;
  const until = use === 'LGF' && beyond ? lgfLastDay : untilByTerm;
  return {
    from: given,
    ...(until !== undefined && { until }),
    assumptions: assumedWhen({
      clusterOne: onderwijssoort.startsWith('1'),
      jjiStart: onderwijssoort === '44',
      indicationAfter2014: use === 'WEC' && beyond,
    }),
  };
}
