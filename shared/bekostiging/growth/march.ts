/**
 * Whether 1 March replaces 1 October as basis of the materiële instandhouding of a basisschool (WPO 134 lid 4b and 6, BBWPO 14 lid 6).
 */
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import { pupils, shortOf } from '../funding/words.ts';
import { schoolBase } from './base.ts';
import rules from './rules.json' with { type: 'json' };

export interface MarchFacts {
  /** Pupils of the school on 1 October before, and on 1 March. */
  october: number;
  march: number;
  /** Normative groups of all vestigingen on both dates; in March by the ages of 1 October (BBWPO 14 lid 3c). Left out: not known. */
  groups?: { october: number; march: number };
}

export interface MarchOutcome {
  /** `depends`: enough pupils, but whether the funding becomes lower is not known. */
  outcome: 'march' | 'october' | 'depends';
  /** Number on 1 March from which it can replace October. */
  needed: number;
  /** Pupils that the funding rests on; left out when it depends. */
  basis?: number;
  assumptions: readonly AssumptionCode[];
  explanation: string;
}

/** Which of the two dates is the basis: October raised to 103% and rounded down, or the bare March number. */
export function marchBasis({ october, march, groups }: MarchFacts): MarchOutcome {
  const { rounded } = schoolBase(october);
  const needed = rounded + rules.march.growth;
  const sum = `1 maart: ${pupils(march)}. Nodig: ${rounded} + ${rules.march.growth} = ${needed}${shortOf(needed, march)}.`;
  if (march < needed) {
    const explanation = `${sum} De grondslag blijft 1 oktober: ${pupils(rounded)}.`;
    return { outcome: 'october', needed, basis: rounded, assumptions: [], explanation };
  }
  const assumptions = assumedWhen({ marchFunding: true });
  if (groups && groups.march >= groups.october) {
    const explanation = `${sum} 1 maart vervangt 1 oktober; de grondslag is ${pupils(march)}.`;
    return { outcome: 'march', needed, basis: march, assumptions, explanation };
  }
  const why = groups
    ? `Het aantal groepen daalt van ${groups.october} naar ${groups.march}`
    : 'Het aantal groepen is niet bekend';
  const explanation = `${sum} ${why}: 1 maart vervangt 1 oktober alleen als de bekostiging daardoor niet lager wordt.`;
  return { outcome: 'depends', needed, assumptions, explanation };
}
