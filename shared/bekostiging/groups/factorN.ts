/** Factor N of the WEC: pupils in a group, by soort onderwijs and schoolsoort (BBWEC 14 lid 1). Instellingen have none. */
import data from './factorN.json' with { type: 'json' };

/** Education that a school gives: soort onderwijs (PvE 7.1) in a schoolsoort, `1` SO or `2` VSO. */
export interface WecOffer {
  soortOnderwijs: string;
  schoolsoort: string;
}

interface FactorN {
  n: number;
  /** Meervoudig gehandicapt: another N may have been decided for the school. */
  multiple: boolean;
}

/** N of an offer; undefined when it has none. */
export function factorN({ soortOnderwijs, schoolsoort }: WecOffer): FactorN | undefined {
  const found = data.factors.find((factor) => factor.soortOnderwijs === soortOnderwijs);
  if (!found || !['1', '2'].includes(schoolsoort)) return undefined;
  return { n: schoolsoort === '1' ? found.so : found.vso, multiple: found.multiple === true };
}

/** The smallest N that applies to a school, on which its growth is tested (BBWEC 37, 38); undefined when none does. */
export function smallestN(offers: readonly WecOffer[]): FactorN | undefined {
  const factors = offers.flatMap((offer) => factorN(offer) ?? []);
  if (factors.length === 0) return undefined;
  return { n: Math.min(...factors.map(({ n }) => n)), multiple: factors.some(({ multiple }) => multiple) };
}
