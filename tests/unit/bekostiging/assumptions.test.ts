import { describe, expect, it } from 'vitest';
import { assumption, assumedWhen } from '../../../shared/bekostiging/funding/assumptions.ts';
import data from '../../../shared/bekostiging/funding/assumptions.json' with { type: 'json' };
import { ceilDivide, floorDivide, roundDivide } from '../../../shared/bekostiging/funding/whole.ts';
import { dutchDay, pupils, shortOf, tenThousandths } from '../../../shared/bekostiging/funding/words.ts';

describe('assumptions', () => {
  it('each have a Dutch sentence and say on what text they rest', () => {
    for (const code of Object.keys(data) as (keyof typeof data)[]) {
      expect(assumption(code)).toEqual({ code, ...data[code] });
      expect(assumption(code).sentence).toMatch(/^[A-Z].{40,}\.$/);
      expect(assumption(code).source).toMatch(/BBWPO|BBWEC|WPO|BLGF|PvE/);
    }
  });

  it('are those whose condition holds', () => {
    expect(assumedWhen({ newSchool: true, jjiStart: false, multipleN: true })).toEqual(['newSchool', 'multipleN']);
  });
});

describe('whole numbers', () => {
  it.each([
    { amount: 0, by: 10, floor: 0, round: 0, ceil: 0 },
    { amount: 4, by: 10, floor: 0, round: 0, ceil: 1 },
    { amount: 5, by: 10, floor: 0, round: 1, ceil: 1 },
    { amount: 10, by: 10, floor: 1, round: 1, ceil: 1 },
    { amount: 14, by: 10, floor: 1, round: 1, ceil: 2 },
    { amount: 15, by: 10, floor: 1, round: 2, ceil: 2 },
    { amount: 3, by: 7, floor: 0, round: 0, ceil: 1 },
    { amount: 4, by: 7, floor: 0, round: 1, ceil: 1 },
  ])('divide $amount by $by', ({ amount, by, floor, round, ceil }) => {
    expect([floorDivide(amount, by), roundDivide(amount, by), ceilDivide(amount, by)]).toEqual([floor, round, ceil]);
  });
});

describe('words', () => {
  it('are as a Dutch reader writes them', () => {
    expect(dutchDay('2009-11-01')).toBe('1 november 2009');
    expect([pupils(0), pupils(1), pupils(2)]).toEqual(['0 leerlingen', '1 leerling', '2 leerlingen']);
    expect([shortOf(5, 4), shortOf(5, 5), shortOf(5, 6)]).toEqual([', dus nog 1 leerling', '', '']);
    expect([tenThousandths(0), tenThousandths(343), tenThousandths(84300)]).toEqual(['0,0000', '0,0343', '8,4300']);
  });
});
