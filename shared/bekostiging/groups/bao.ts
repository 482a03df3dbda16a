/** Normative number of groups of a vestiging of a basisschool (BBWPO 14). */
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import { roundDivide } from '../funding/whole.ts';
import { tenThousandths } from '../funding/words.ts';
import factors from './bao.json' with { type: 'json' };

export interface BaoGroupsFacts {
  /** Pupils of 4 to 7, and of 8 and older; for 1 March by the age on 1 October before, who was 3 then among the younger (lid 3c). */
  younger: number;
  older: number;
  schoolgewicht: number;
}

export interface BaoGroups {
  groups: number;
  /** A + B + C + D in ten-thousandths, not rounded. */
  total: number;
  assumptions: readonly AssumptionCode[];
  explanation: string;
}

/** Groups of a vestiging: A + B + C + D, rounded half up (lid 2 and 5). Those of a school are the sum over its vestigingen (lid 4). */
export function groupsBao({ younger, older, schoolgewicht }: BaoGroupsFacts): BaoGroups {
  const all = younger + older;
  if (all === 0)
    return {
      groups: 0,
      total: 0,
      assumptions: assumedWhen({ emptyVestiging: true }),
      explanation: 'Geen leerlingen, dus geen groepen.',
    };
  const parts = [
    factors.perYounger * younger,
    factors.perOlder * older,
    Math.max(0, factors.small - factors.smallPerPupil * all),
    factors.perSchoolgewicht * schoolgewicht,
  ];
  const total = parts.reduce((sum, part) => sum + part, 0);
  const groups = roundDivide(total, 10_000);
  const explanation = `${parts.map(tenThousandths).join(' + ')} = ${tenThousandths(total)}, afgerond ${groups}`;
  return { groups, total, assumptions: [], explanation };
}
