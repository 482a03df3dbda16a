/**
 * Regular growth of basisscholen, for all schools of a bevoegd gezag together (BBWPO 29 in the text of April 2011). The first award
 * is on the first school day or the first of a month from September to April, later ones only on the first of such a month, each
 * for what there is above the number on which the last award rests.
 */
import { schooljaarBounds } from '../../domain/schoolYear.ts';
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import { dutchDay, pupils, shortOf } from '../funding/words.ts';
import { schoolBase, type SchoolBase } from './base.ts';
import { monthsLeft, monthStart } from './months.ts';
import rules from './rules.json' with { type: 'json' };

/** Pupils of all schools together that count on a date. */
export interface GrowthCount {
  date: string;
  count: number;
}

export interface RegularGrowthFacts {
  schooljaar: string;
  /**
   * Per basisschool that the bevoegd gezag has on 1 August: pupils on 1 October of the previous school year, of a merged school the
   * sum of the merged ones (WPO 121 lid 3); undefined when it was not there yet.
   */
  octobers: readonly (number | undefined)[];
  /** First school day of the school year; left out: not known. */
  firstSchoolDay?: string;
  /** In order of date. */
  counts: readonly GrowthCount[];
}

/** What is awarded on a date. */
export interface GrowthAward {
  /** Pupils that are paid for. */
  growth: number;
  /** First day of the claim, and months paid up to the end of the school year. */
  from: string;
  months: number;
}

export interface GrowthOutcome extends GrowthCount {
  outcome: 'awarded' | 'notEnough' | 'noGrowthDate';
  /** Number that the count is compared with: the base, or the number of the last award. */
  comparedWith: number;
  /** Count from which there is an award: on this date, or the next one when it is awarded here. */
  needed: number;
  award?: GrowthAward;
  assumptions: readonly AssumptionCode[];
  /** The sum in Dutch. */
  explanation: string;
}

export interface RegularGrowth {
  /** Per school, in the order given. */
  schools: readonly SchoolBase[];
  /** Sum of 103% per school, rounded down. */
  base: number;
  dates: readonly GrowthOutcome[];
}

const { growth: STEP, firstMonth, lastMonth, textFrom } = rules.regular;

/** The first of a month from September to April. */
const isMonthDate = (date: string): boolean => {
  const month = Number(date.slice(5, 7));
  return date.endsWith('-01') && (month >= firstMonth || month <= lastMonth);
};

/** A first school day in September gives a claim from 1 August (lid 3). */
function awardOn(date: string, growth: number, firstSchoolDay: boolean): GrowthAward {
  const inSeptember = firstSchoolDay && date.slice(5, 7) === '09';
  const from = inSeptember ? `${date.slice(0, 4)}-08-01` : monthStart(date);
  return { growth, from, months: monthsLeft(from) };
}

function noDateReason(awardedBefore: boolean): string {
  const first = awardedBefore
    ? 'Na een toekenning telt alleen'
    : 'Voor reguliere groei telt alleen de eerste schooldag of';
  return `${first} de eerste dag van een maand van september tot en met april.`;
}

/** What each date of a school year gives, one after the other. */
export function regularGrowth(facts: RegularGrowthFacts): RegularGrowth {
  const schools = facts.octobers.map((october) => schoolBase(october ?? 0));
  const base = schools.reduce((sum, { rounded }) => sum + rounded, 0);
  const { first, last } = schooljaarBounds(facts.schooljaar);
  const general = {
    growthBefore2010: first < textFrom,
    newSchool: facts.octobers.includes(undefined),
  };
  let lastAwarded: number | undefined;

  const judge = ({ date, count }: GrowthCount): GrowthOutcome => {
    const isFirstDay = date === facts.firstSchoolDay;
    const comparedWith = lastAwarded ?? base;
    const threshold = comparedWith + STEP;
    const told = { date, count, comparedWith };
    const counted = `${dutchDay(date)}: ${pupils(count)}.`;
    const counts = date >= first && date <= last && (isMonthDate(date) || (isFirstDay && lastAwarded === undefined));
    if (!counts) {
      const explanation = `${counted} ${noDateReason(lastAwarded !== undefined)} Geen toekenning.`;
      return { ...told, outcome: 'noGrowthDate', needed: threshold, assumptions: assumedWhen(general), explanation };
    }
    const sum = `${counted} Nodig: ${comparedWith} + ${STEP} = ${threshold}`;
    if (count < threshold) {
      const explanation = `${sum}${shortOf(threshold, count)}. Geen toekenning.`;
      return { ...told, outcome: 'notEnough', needed: threshold, assumptions: assumedWhen(general), explanation };
    }
    const award = awardOn(date, count - comparedWith, isFirstDay);
    const needed = count + STEP;
    lastAwarded = count;
    return {
      ...told,
      outcome: 'awarded',
      needed,
      award,
      assumptions: assumedWhen({ ...general, septemberMonths: isFirstDay && date.slice(5, 7) === '09' }),
      explanation:
        `${sum}. Toegekend: ${count} - ${comparedWith} = ${pupils(award.growth)}, ${award.months} maanden vanaf ` +
        `${dutchDay(award.from)}. Een volgende toekenning kan vanaf ${count} + ${STEP} = ${pupils(needed)}.`,
    };
  };
  return { schools, base, dates: facts.counts.map(judge) };
}
