/**
 * Special growth of basisscholen, for all schools of a bevoegd gezag together (BBWPO 30): 26 pupils more on 1 May than on 1 April (a),
 * on 1 June than on 1 April when a was not awarded (b), or on 1 June than on 1 May (c). The 103% is left out, and a and c can both be.
 */
import { assumedWhen } from '../funding/assumptions.ts';
import { dutchDay, pupils, shortOf } from '../funding/words.ts';
import { monthsLeft } from './months.ts';
import type { GrowthAward, GrowthOutcome } from './regular.ts';
import rules from './rules.json' with { type: 'json' };

export type SpecialGround = 'a' | 'b' | 'c';

/** One of the grounds on a date. */
export interface GroundOutcome {
  ground: SpecialGround;
  comparedWith: number;
  /** Count from which the ground holds. */
  needed: number;
  /** b after an award on a never does. */
  holds: boolean;
}

export interface SpecialOutcome extends Omit<GrowthOutcome, 'comparedWith' | 'needed' | 'outcome'> {
  grounds: readonly GroundOutcome[];
  award?: GrowthAward & { ground: SpecialGround };
}

export interface SpecialGrowthFacts {
  /** Calendar year of the three dates. */
  year: number;
  /** Pupils of all schools together on 1 April, 1 May and 1 June; left out: not yet counted. */
  april: number;
  may: number;
  june?: number;
}

const STEP = rules.special.growth;

const ground = (name: SpecialGround, count: number, comparedWith: number, applies = true): GroundOutcome => ({
  ground: name,
  comparedWith,
  needed: comparedWith + STEP,
  holds: applies && count >= comparedWith + STEP,
});

const COMPARED_ON: Record<SpecialGround, string> = { a: '1 april', b: '1 april', c: '1 mei' };

function judge(date: string, count: number, grounds: readonly GroundOutcome[]): SpecialOutcome {
  const holding = grounds.filter(({ holds }) => holds);
  const best = holding.reduce<GroundOutcome | undefined>(
    (found, next) => (found && found.comparedWith <= next.comparedWith ? found : next),
    undefined,
  );
  const award = best && {
    ground: best.ground,
    growth: count - best.comparedWith,
    from: date,
    months: monthsLeft(date),
  };
  const sums = grounds.map(({ ground: name, comparedWith, needed, holds }) =>
    !holds && count >= needed
      ? `Grond ${name} geldt niet na een toekenning op 1 mei.`
      : `Grond ${name}: nodig ${comparedWith} (${COMPARED_ON[name]}) + ${STEP} = ${needed}${shortOf(needed, count)}.`,
  );
  const end =
    best && award
      ? `Toegekend op grond ${best.ground}: ${count} - ${best.comparedWith} = ${pupils(award.growth)}, ${award.months} maanden vanaf ${dutchDay(date)}.`
      : 'Geen toekenning.';
  return {
    date,
    count,
    grounds,
    ...(award && { award }),
    assumptions: assumedWhen({ specialOnce: holding.length > 1 }),
    explanation: [`${dutchDay(date)}: ${pupils(count)}.`, ...sums, end].join(' '),
  };
}

/** What 1 May gives, and 1 June when it was counted. */
export function specialGrowth({ year, april, may, june }: SpecialGrowthFacts): SpecialOutcome[] {
  const onMay = judge(`${year}-05-01`, may, [ground('a', may, april)]);
  if (june === undefined) return [onMay];
  const grounds = [ground('b', june, april, !onMay.award), ground('c', june, may)];
  return [onMay, judge(`${year}-06-01`, june, grounds)];
}
