/** Normative number of groups of a school for (V)SO (BBWEC 14), of the school as a whole: there are no groups per vestiging. */
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import { ceilDivide } from '../funding/whole.ts';
import { factorN, type WecOffer } from './factorN.ts';

export interface WecGroups {
  so: number;
  vso: number;
  assumptions: readonly AssumptionCode[];
}

/** Divisible by each N (6, 7, 12, 13): parts of a group are whole numbers of it. */
const PARTS = 1092;

/** Pupils / N, SO and VSO each added up and rounded up (lid 2). Of a soort onderwijs without N there are no groups. */
export function groupsWec(pupils: readonly (WecOffer & { count: number })[]): WecGroups {
  const shares = pupils.flatMap((offer) => {
    const factor = offer.count > 0 ? factorN(offer) : undefined;
    return factor ? [{ ...factor, schoolsoort: offer.schoolsoort, parts: (offer.count * PARTS) / factor.n }] : [];
  });
  const of = (schoolsoort: string) => shares.filter((share) => share.schoolsoort === schoolsoort);
  const groups = (schoolsoort: string) =>
    ceilDivide(
      of(schoolsoort).reduce((sum, { parts }) => sum + parts, 0),
      PARTS,
    );
  return {
    so: groups('1'),
    vso: groups('2'),
    assumptions: assumedWhen({
      wecGroups: true,
      wecFractions: of('1').length > 1 || of('2').length > 1,
      multipleN: shares.some(({ multiple }) => multiple),
    }),
  };
}
