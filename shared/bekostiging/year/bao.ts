import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';
import { groupsBao } from '../groups/bao.ts';
import { marchBasis } from '../growth/march.ts';
import { regularGrowth, type GrowthOutcome } from '../growth/regular.ts';
import { specialGrowth, type SpecialOutcome } from '../growth/special.ts';
import rules from '../growth/rules.json' with { type: 'json' };
import { dutchDay } from '../funding/words.ts';
import { headOf } from './head.ts';
import {
  dayIn,
  growthDates,
  nextOf,
  octoberOfBefore,
  sumOn,
  type DayCount,
  type FundingFacts,
  type FundingLine,
  type FundingPart,
} from './parts.ts';

const once = (codes: readonly AssumptionCode[]): AssumptionCode[] => [...new Set(codes)];

const growthLine = ({ date, count, award, explanation }: GrowthOutcome | SpecialOutcome): FundingLine => ({
  date,
  count,
  outcome: award ? 'awarded' : 'none',
  ...(award ? { result: award.growth } : {}),
  explanation,
});

/** Regular growth as if the bevoegd gezag had this school alone. */
function regularPart(facts: FundingFacts): FundingPart {
  const { schooljaar, firstSchoolDay, firstSchoolDayEntered } = facts;
  const october = sumOn(facts, octoberOfBefore(schooljaar)) ?? 0;
  const counts = growthDates(schooljaar, firstSchoolDay).flatMap((date) => {
    const count = sumOn(facts, date);
    return count === undefined ? [] : [{ date, count }];
  });
  const growth = regularGrowth({
    schooljaar,
    octobers: [october === 0 ? undefined : october],
    ...(firstSchoolDay ? { firstSchoolDay } : {}),
    counts,
  });
  const last = growth.dates.at(-1);
  return {
    ...headOf('regular', {
      step: rules.regular.growth,
      percentage: rules.regular.percentage,
      octoberDay: dutchDay(octoberOfBefore(schooljaar)),
      october,
      base: growth.base,
    }),
    ...nextOf(facts, growthDates(schooljaar, firstSchoolDay), last?.needed ?? growth.base + rules.regular.growth),
    lines: growth.dates.map(growthLine),
    assumptions: once([
      ...assumedWhen({ oneSchool: true, firstDayAssumed: firstSchoolDay !== undefined && !firstSchoolDayEntered }),
      ...growth.dates.flatMap(({ assumptions }) => assumptions),
    ]),
  };
}

function specialPart(facts: FundingFacts): FundingPart {
  const [april, may, june] = ['04-01', '05-01', '06-01'].map((day) => sumOn(facts, dayIn(facts.schooljaar, day)));
  const year = Number(dayIn(facts.schooljaar, '04-01').slice(0, 4));
  const awardedInMay = april !== undefined && may !== undefined && may >= april + rules.special.growth;
  const compared = [awardedInMay ? undefined : april, may].filter((count) => count !== undefined);
  const needed = compared.length === 0 ? undefined : Math.min(...compared) + rules.special.growth;
  const outcomes =
    april === undefined || may === undefined
      ? []
      : specialGrowth({ year, april, may, ...(june === undefined ? {} : { june }) });
  return {
    ...headOf('special', { step: rules.special.growth }),
    ...nextOf(facts, [dayIn(facts.schooljaar, '05-01'), dayIn(facts.schooljaar, '06-01')], needed),
    lines: outcomes.map(growthLine),
    assumptions: once([...assumedWhen({ oneSchool: true }), ...outcomes.flatMap(({ assumptions }) => assumptions)]),
  };
}

/** Groups of the vestigingen together, by the rows of a band. */
function groupsOn(day: readonly DayCount[], prefix = '') {
  const found = day.map(({ vestigingsvolgnummer, aantallen }) => ({
    vestigingsvolgnummer,
    ...groupsBao({
      younger: aantallen[`${prefix}4-7`] ?? 0,
      older: aantallen[`${prefix}8+`] ?? 0,
      schoolgewicht: aantallen['schoolgewicht'] ?? 0,
    }),
  }));
  return { groups: found.reduce((sum, { groups }) => sum + groups, 0), found };
}

function marchPart(facts: FundingFacts): FundingPart {
  const [octoberDay, marchDay] = [dayIn(facts.schooljaar, '10-01'), dayIn(facts.schooljaar, '03-01')];
  const [october, march] = [facts.counts.get(octoberDay), facts.counts.get(marchDay)];
  const counted = sumOn(facts, octoberDay) ?? 0;
  const base = marchBasis({ october: counted, march: 0 });
  const outcome =
    october &&
    march &&
    marchBasis({
      october: counted,
      march: sumOn(facts, marchDay) ?? 0,
      groups: { october: groupsOn(october).groups, march: groupsOn(march, 'mi:').groups },
    });
  const words = { march: 'awarded', october: 'none', depends: 'depends' } as const;
  return {
    ...headOf('march', { step: rules.march.growth, percentage: rules.march.percentage }),
    ...nextOf(facts, [marchDay], october ? base.needed : undefined),
    lines: outcome
      ? [
          {
            date: marchDay,
            count: sumOn(facts, marchDay) ?? 0,
            outcome: words[outcome.outcome],
            ...(outcome.basis === undefined ? {} : { result: outcome.basis }),
            explanation: outcome.explanation,
          },
        ]
      : [],
    assumptions: outcome?.assumptions ?? [],
  };
}

function groupsPart(facts: FundingFacts): FundingPart {
  const date = dayIn(facts.schooljaar, '10-01');
  const day = facts.counts.get(date);
  const made = day && groupsOn(day);
  const sums = made?.found.map(
    ({ vestigingsvolgnummer, explanation }) => `Vestiging ${vestigingsvolgnummer}: ${explanation}.`,
  );
  return {
    ...headOf('groups'),
    lines: made
      ? [
          {
            date,
            count: sumOn(facts, date) ?? 0,
            outcome: 'value',
            result: made.groups,
            explanation: (sums ?? []).join(' '),
          },
        ]
      : [],
    assumptions: once((made?.found ?? []).flatMap(({ assumptions }) => assumptions)),
  };
}

/** What the rules give a basisschool in a school year. */
export const fundingBao = (facts: FundingFacts): FundingPart[] => [
  regularPart(facts),
  specialPart(facts),
  marchPart(facts),
  groupsPart(facts),
];
