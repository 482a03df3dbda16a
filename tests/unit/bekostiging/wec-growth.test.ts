import { describe, expect, it } from 'vitest';
import { januaryGrowth, octoberGrowth } from '../../../shared/bekostiging/growth/wec.ts';
import { januaryExamples, octoberExamples } from './examples/wec-growth.ts';

const schoolOf = ({
  offers,
  instelling = false,
}: {
  offers: readonly (readonly [string, string])[];
  instelling?: boolean;
}) => ({
  instelling,
  offers: offers.map(([soortOnderwijs, schoolsoort]) => ({ soortOnderwijs, schoolsoort })),
});

describe('16 January', () => {
  it.each(januaryExamples)('$title: $sum', (example) => {
    const { october, january, outcome, growth, needed } = example;
    const told = januaryGrowth({ schooljaar: '2009-2010', school: schoolOf(example), october, january });
    expect(told.outcome).toBe(outcome);
    expect(told.needed).toBe(needed);
    expect(told.award).toEqual(growth > 0 ? { growth, from: '2010-08-01', months: 12 } : undefined);
    expect(told.assumptions).toEqual(example.assumptions ?? []);
    if (example.says) expect(told.explanation).toBe(example.says);
  });
});

describe('1 October of the running year', () => {
  it.each(octoberExamples)('$title: $sum', (example) => {
    const { teldatum, january, october, outcome, growth, needed } = example;
    const told = octoberGrowth({
      schooljaar: '2010-2011',
      school: schoolOf(example),
      teldatum,
      october,
      ...(january !== undefined && { january }),
    });
    expect(told.outcome).toBe(outcome);
    expect(told.needed).toBe(needed);
    expect(told.award).toEqual(growth > 0 ? { growth, from: '2011-01-01', months: 7 } : undefined);
    expect(told.assumptions).toEqual([]);
    if (example.says) expect(told.explanation).toBe(example.says);
  });
});
