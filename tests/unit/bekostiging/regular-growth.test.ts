import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolBase } from '../../../shared/bekostiging/growth/base.ts';
import { monthsLeft } from '../../../shared/bekostiging/growth/months.ts';
import { regularGrowth } from '../../../shared/bekostiging/growth/regular.ts';
import { regularExamples } from './examples/regular-growth.ts';

describe.each(regularExamples)('regular growth: $title', (example) => {
  const outcome = regularGrowth({ ...example, counts: example.dates });

  it(`has the base ${example.base}: ${example.baseSum}`, () => {
    expect(outcome.base).toBe(example.base);
    expect(outcome.schools.map(({ october }) => october)).toEqual(example.octobers.map((october) => october ?? 0));
  });

  it.each(example.dates.map((expected, index) => ({ ...expected, index })))('$date: $count; $sum', (expected) => {
    const told = outcome.dates[expected.index]!;
    expect(told).toMatchObject({ date: expected.date, count: expected.count, needed: expected.needed });
    expect(told.outcome === 'awarded').toBe(expected.growth > 0);
    expect(told.award).toEqual(
      expected.growth > 0 ? { growth: expected.growth, from: expected.from, months: expected.months } : undefined,
    );
    if (expected.says) expect(told.explanation).toBe(expected.says);
  });

  it('marks what is assumed', () => {
    const assumed = new Set(outcome.dates.flatMap(({ assumptions }) => assumptions));
    expect([...assumed]).toEqual(example.assumptions ?? []);
  });
});

describe('regular growth', () => {
  it('tells a date without enough pupils from one that is no growth date', () => {
    const { dates } = regularGrowth({
      schooljaar: '2010-2011',
      octobers: [100],
      firstSchoolDay: '2010-08-23',
      counts: ['2010-08-22', '2010-08-23', '2010-09-01', '2010-09-02', '2011-04-01', '2011-05-01', '2011-07-01'].map(
        (date) => ({ date, count: 100 }),
      ),
    });
    expect(dates.map(({ outcome }) => outcome)).toEqual([
      'noGrowthDate',
      'notEnough',
      'notEnough',
      'noGrowthDate',
      'notEnough',
      'noGrowthDate',
      'noGrowthDate',
    ]);
  });

  it('shows the base per school in hundredths', () => {
    expect(schoolBase(95)).toEqual({ october: 95, raised: 9785, rounded: 97 });
  });

  it('counts the months of a school year from 12 in August to 1 in July', () => {
    const months = [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7].map((month) =>
      monthsLeft(`2010-${String(month).padStart(2, '0')}-01`),
    );
    expect(months).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  const months = ['2010-09', '2010-10', '2010-11', '2010-12', '2011-01', '2011-02', '2011-03', '2011-04'];
  const counts = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 8, maxLength: 8 });
  const grown = (octobers: readonly number[], numbers: readonly number[]) =>
    regularGrowth({
      schooljaar: '2010-2011',
      octobers,
      counts: numbers.map((count, index) => ({ date: `${months[index]}-01`, count })),
    });

  it('never pays a pupil twice, and none below the base', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 4 }), counts, (octobers, numbers) => {
        const { base, dates } = grown(octobers, numbers);
        const awards = dates.flatMap(({ award }) => award ?? []);
        const paid = awards.reduce((sum, { growth }) => sum + growth, 0);
        awards.forEach(({ growth }) => expect(growth).toBeGreaterThanOrEqual(13));
        expect(paid).toBeLessThanOrEqual(Math.max(0, Math.max(...numbers) - base));
      }),
    );
  });

  it('leaves fewer than 13 pupils unpaid when the number never falls', () => {
    fc.assert(
      fc.property(counts, (numbers) => {
        const rising = [...numbers].sort((one, other) => one - other);
        const { base, dates } = grown([500], rising);
        const paid = dates.reduce((sum, { award }) => sum + (award?.growth ?? 0), 0);
        expect(rising.at(-1)! - base - paid).toBeLessThan(13);
      }),
    );
  });

  it('has a base that grows with each school and is never above 103% of the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2000 }), { maxLength: 8 }), (octobers) => {
        const { base } = grown(octobers, []);
        const sum = octobers.reduce((total, october) => total + october, 0);
        expect(base).toBeGreaterThanOrEqual(sum);
        expect(100 * base).toBeLessThanOrEqual(103 * sum);
        expect(grown([...octobers, 1], []).base).toBe(base + 1);
      }),
    );
  });
});
