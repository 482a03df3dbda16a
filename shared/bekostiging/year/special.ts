import { assumedWhen } from '../funding/assumptions.ts';
import type { WecOffer } from '../groups/factorN.ts';
import { nncaAbove } from '../groups/nnca.ts';
import { januaryGrowth, octoberGrowth, type WecGrowth, type WecSchool } from '../growth/wec.ts';
import { shiftSchooljaar } from '../../domain/schoolYear.ts';
import { headOf } from './head.ts';
import {
  dayIn,
  januaryOfBefore,
  nextOf,
  octoberOfBefore,
  sumOn,
  type FundingFacts,
  type FundingLine,
  type FundingPart,
} from './parts.ts';

/** What pupils count in on the dates that are known; a row of it is `so:33` or `vso:33`, with or without a band. */
function offersOf({ counts }: FundingFacts): WecOffer[] {
  const rows = [...counts.values()].flat().flatMap(({ aantallen }) => Object.entries(aantallen));
  const found = new Map(
    rows.flatMap(([code, count]): [string, WecOffer][] => {
      const [, schoolsoort, soortOnderwijs] = /^(so|vso):(\d{2})(?::|$)/.exec(code) ?? [];
      if (count === 0 || schoolsoort === undefined || soortOnderwijs === undefined) return [];
      const offer = { soortOnderwijs, schoolsoort: schoolsoort === 'so' ? '1' : '2' };
      return [[Object.values(offer).join(), offer]];
    }),
  );
  return [...found.values()];
}

const lineOf = (date: string, count: number, { outcome, award, explanation }: WecGrowth): FundingLine => ({
  date,
  count,
  outcome: outcome === 'awarded' ? 'awarded' : 'none',
  ...(award ? { result: award.growth } : {}),
  explanation,
});

function partOf(
  facts: FundingFacts,
  key: FundingPart['key'],
  growth: WecGrowth | undefined,
  on: { date: string; count: number | undefined },
): FundingPart {
  return {
    ...headOf(key),
    ...nextOf(facts, [on.date], growth?.needed),
    lines: growth && on.count !== undefined ? [lineOf(on.date, on.count, growth)] : [],
    assumptions: growth
      ? [...assumedWhen({ offersFromPupils: growth.outcome !== 'excluded' }), ...growth.assumptions]
      : [],
  };
}

/** January of the school year before gives the number that October is compared with when it gave an award (BBWEC 38 lid 2). */
function octoberPart(facts: FundingFacts, school: WecSchool): FundingPart {
  const { schooljaar } = facts;
  const date = dayIn(schooljaar, '10-01');
  const [before, january, october] = [octoberOfBefore(schooljaar), januaryOfBefore(schooljaar), date].map((day) =>
    sumOn(facts, day),
  );
  const awarded =
    before !== undefined &&
    january !== undefined &&
    januaryGrowth({ schooljaar: shiftSchooljaar(schooljaar, -1), school, october: before, january }).outcome ===
      'awarded';
  const growth =
    before === undefined
      ? undefined
      : octoberGrowth({
          schooljaar,
          school,
          teldatum: before,
          ...(awarded ? { january } : {}),
          october: october ?? 0,
        });
  return partOf(facts, 'october', growth, { date, count: october });
}

function januaryPart(facts: FundingFacts, school: WecSchool): FundingPart {
  const { schooljaar } = facts;
  const date = dayIn(schooljaar, '01-16');
  const [october, january] = [dayIn(schooljaar, '10-01'), date].map((day) => sumOn(facts, day));
  const growth =
    october === undefined ? undefined : januaryGrowth({ schooljaar, school, october, january: january ?? 0 });
  return partOf(facts, 'january', growth, { date, count: january });
}

function nncaPart(facts: FundingFacts, kind: 'SBAO' | 'WEC'): FundingPart {
  const date = dayIn(facts.schooljaar, '10-01');
  const day = facts.counts.get(date);
  const codes = kind === 'WEC' ? ['nnca'] : ['nnca:4-7', 'nnca:8+'];
  const vestigingen = day?.map(({ aantallen }) => codes.reduce((sum, code) => sum + (aantallen[code] ?? 0), 0)) ?? [];
  const all = vestigingen.reduce((sum, count) => sum + count, 0);
  const result = nncaAbove({ kind, instelling: facts.instelling, vestigingen });
  return {
    ...headOf('nnca'),
    lines: day
      ? [
          {
            date,
            count: sumOn(facts, date) ?? 0,
            outcome: 'value',
            result,
            explanation: facts.instelling
              ? 'Voor een instelling geldt deze regeling niet.'
              : `Op de hele school ${all}, waarvan er 4 niet meetellen: ${result}.`,
          },
        ]
      : [],
    assumptions: [],
  };
}

/** What the rules give a school for (V)SO in a school year. */
export function fundingWec(facts: FundingFacts): FundingPart[] {
  const school = { instelling: facts.instelling, offers: offersOf(facts) };
  return [octoberPart(facts, school), januaryPart(facts, school), nncaPart(facts, 'WEC')];
}

/** What the rules give a school for SBAO in a school year. */
export const fundingSbao = (facts: FundingFacts): FundingPart[] => [nncaPart(facts, 'SBAO')];
