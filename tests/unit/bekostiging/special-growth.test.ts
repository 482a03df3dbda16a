import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specialGrowth } from '../../../shared/bekostiging/growth/special.ts';
import { specialExamples } from './examples/special-growth.ts';

describe('special growth', () => {
  it.each(specialExamples)('$title: $sum', ({ mayAward, juneAward, assumptions = [], says, ...counts }) => {
    const [may, june] = specialGrowth({ year: 2011, ...counts });
    expect(may?.award).toEqual(mayAward && { ...mayAward, from: '2011-05-01', months: 3 });
    expect(june?.award).toEqual(juneAward && { ...juneAward, from: '2011-06-01', months: 2 });
    expect(may?.assumptions).toEqual([]);
    expect(june?.assumptions ?? []).toEqual(assumptions);
    if (says) expect([may?.explanation, june?.explanation]).toEqual(says);
  });

  it('tells what each ground needs', () => {
    const [may, june] = specialGrowth({ year: 2011, april: 400, may: 426, june: 500 });
    expect(may).toMatchObject({ date: '2011-05-01', count: 426 });
    expect(may?.grounds).toEqual([{ ground: 'a', comparedWith: 400, needed: 426, holds: true }]);
    expect(june).toMatchObject({ date: '2011-06-01', count: 500 });
    expect(june?.grounds).toEqual([
      { ground: 'b', comparedWith: 400, needed: 426, holds: false },
      { ground: 'c', comparedWith: 426, needed: 452, holds: true },
    ]);
  });

  it('says nothing of 1 June before it was counted', () => {
    expect(specialGrowth({ year: 2011, april: 1, may: 1 })).toHaveLength(1);
  });

  it('never pays less than 26 pupils, nor one twice when the number never falls', () => {
    const count = fc.nat({ max: 2000 });
    fc.assert(
      fc.property(fc.tuple(count, count, count), (numbers) => {
        const [april = 0, may = 0, june = 0] = [...numbers].sort((one, other) => one - other);
        const awards = specialGrowth({ year: 2011, april, may, june }).flatMap(({ award }) => award ?? []);
        awards.forEach(({ growth }) => expect(growth).toBeGreaterThanOrEqual(26));
        expect(awards.reduce((sum, { growth }) => sum + growth, 0)).toBeLessThanOrEqual(june - april);
      }),
    );
  });
});
