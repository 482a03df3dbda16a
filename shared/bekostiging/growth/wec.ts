/**
 * Growth of schools for (V)SO, per school, tested on its smallest factor N; instellingen are excluded, and only pupils that count
 * (toelaatbaar) are in the numbers. 16 January: half of N more than on 1 October (BBWEC 37). 1 October: N more than on the teldatum, which
 * is 1 October of the previous school year, or than on 16 January when that gave an award (BBWEC 38).
 */
import { schooljaarBounds, shiftSchooljaar } from '../../domain/schoolYear.ts';
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import { ceilDivide } from '../funding/whole.ts';
import { dutchDay, pupils, shortOf } from '../funding/words.ts';
import { smallestN, type WecOffer } from '../groups/factorN.ts';
import type { GrowthAward } from './regular.ts';
import rules from './rules.json' with { type: 'json' };

export interface WecSchool {
  /** A school for visually handicapped pupils (VGK). */
  instelling: boolean;
  /** What it may teach. */
  offers: readonly WecOffer[];
}

export interface WecGrowth {
  outcome: 'awarded' | 'notEnough' | 'excluded';
  /** Count from which there is an award; left out when the rule does not hold for the school. */
  needed?: number;
  award?: GrowthAward;
  assumptions: readonly AssumptionCode[];
  explanation: string;
}

interface Comparison {
  school: WecSchool;
  date: string;
  count: number;
  comparedWith: number;
  /** Words of the date of the number compared with. */
  comparedOn: string;
  /** Part of N that is needed: all of it, or a half. */
  part: 1 | 2;
  from: string;
  months: number;
}

const excluded = (explanation: string): WecGrowth => ({ outcome: 'excluded', assumptions: [], explanation });

function partOfN(n: number, part: 1 | 2): string {
  if (part === 1) return `${n} is de kleinste N`;
  const rounded = n % 2 === 1 ? ', naar boven afgerond' : '';
  return `${ceilDivide(n, 2)} is de helft van de kleinste N (${n})${rounded}`;
}

function compare({ school, date, count, comparedWith, comparedOn, part, from, months }: Comparison): WecGrowth {
  if (school.instelling) return excluded('Voor een instelling geldt deze regeling niet.');
  const smallest = smallestN(school.offers);
  if (!smallest)
    return excluded(
      'Van de school is geen onderwijssoort met een factor N bekend. Vul de toestemmingen van de school in.',
    );
  const step = ceilDivide(smallest.n, part);
  const needed = comparedWith + step;
  const sum =
    `${dutchDay(date)}: ${pupils(count)}. Nodig: ${comparedWith} (${comparedOn}) + ${step} = ${needed}; ` +
    `${partOfN(smallest.n, part)}${shortOf(needed, count)}.`;
  const assumptions = assumedWhen({ multipleN: smallest.multiple });
  if (count < needed) return { outcome: 'notEnough', needed, assumptions, explanation: `${sum} Geen toekenning.` };
  const growth = count - comparedWith;
  const explanation = `${sum} Toegekend: ${count} - ${comparedWith} = ${pupils(growth)}, ${months} maanden vanaf ${dutchDay(from)}.`;
  return { outcome: 'awarded', needed, award: { growth, from, months }, assumptions, explanation };
}

/** Calendar year in which a school year begins. */
const startYear = (schooljaar: string) => Number(schooljaar.slice(0, 4));

/** 16 January of a school year against 1 October of it (of a new school: its own teldatum); paid from the next school year. */
export const januaryGrowth = (facts: {
  schooljaar: string;
  school: WecSchool;
  october: number;
  january: number;
}): WecGrowth =>
  compare({
    school: facts.school,
    date: `${startYear(facts.schooljaar) + 1}-01-16`,
    count: facts.january,
    comparedWith: facts.october,
    comparedOn: '1 oktober',
    part: 2,
    from: schooljaarBounds(shiftSchooljaar(facts.schooljaar, 1)).first,
    months: rules.january.months,
  });

/** 1 October of a school year against the year before; `january` only when 16 January gave an award (lid 2). Paid from 1 January. */
export const octoberGrowth = (facts: {
  schooljaar: string;
  school: WecSchool;
  teldatum: number;
  january?: number;
  october: number;
}): WecGrowth => {
  const year = startYear(facts.schooljaar);
  return compare({
    school: facts.school,
    date: `${year}-10-01`,
    count: facts.october,
    comparedWith: facts.january ?? facts.teldatum,
    comparedOn: dutchDay(facts.january === undefined ? `${year - 1}-10-01` : `${year}-01-16`),
    part: 1,
    from: `${year + 1}-01-01`,
    months: rules.october.months,
  });
};
