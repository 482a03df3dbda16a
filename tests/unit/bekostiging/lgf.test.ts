import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lgfBudgets } from '../../../shared/bekostiging/lgf/budget.ts';
import { countsAsReturned } from '../../../shared/bekostiging/lgf/returned.ts';
import { indicationOn, validityOf } from '../../../shared/bekostiging/lgf/validity.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { waarden } from '../../../shared/pve/waardelijsten/waardelijsten.ts';
import { budgetExamples, returnedExamples } from './examples/lgf-budget.ts';
import { validityExamples } from './examples/lgf-validity.ts';

describe('validity of an indication', () => {
  it.each(validityExamples)('$title: $sum', ({ onderwijssoort, given, use, until, assumptions = [] }) => {
    expect(validityOf({ onderwijssoort, given }, use)).toEqual({
      from: given,
      ...(until !== undefined && { until }),
      assumptions,
    });
  });

  it('is known for each onderwijssoort', () => {
    const codes = waarden('onderwijssoortIndicatie').map(({ code }) => code);
    expect(codes.filter((onderwijssoort) => !validityOf({ onderwijssoort, given: '2009-01-10' }, 'LGF'))).toEqual([]);
    expect(validityOf({ onderwijssoort: '99', given: '2009-01-10' }, 'LGF')).toBeUndefined();
  });

  it('holds from its first day through its last, and the last that was given counts', () => {
    const first = { onderwijssoort: '33', given: '2006-11-15' };
    const second = { onderwijssoort: '32', given: '2011-03-01' };
    const on = (date: string) => indicationOn([second, first], date, 'LGF');
    expect(on('2006-11-14')).toBeUndefined();
    expect(on('2006-11-15')).toBe(first);
    expect(on('2011-02-28')).toBe(first);
    expect(on('2011-03-01')).toBe(second);
    expect(on('2014-07-31')).toBe(second);
    expect(on('2014-08-01')).toBeUndefined();
  });

  it('is not filled up by an older one that would last longer', () => {
    const older = { onderwijssoort: '33', given: '2009-09-01' };
    const newer = { onderwijssoort: '44', given: '2010-09-01' };
    expect(indicationOn([older, newer], '2012-08-01', 'LGF')).toBeUndefined();
    expect(indicationOn([older], '2012-08-01', 'LGF')).toBe(older);
  });

  it('is open for a pupil with Down in the WEC, and unknown for a code that is not on the list', () => {
    const down = { onderwijssoort: '35', given: '2009-01-10' };
    expect(indicationOn([down], '2020-01-01', 'WEC')).toBe(down);
    expect(indicationOn([{ onderwijssoort: '99', given: '2009-01-10' }], '2009-02-01', 'WEC')).toBeUndefined();
  });

  it('ends on a 31 July, and LGF never after that of 2014', () => {
    const codes = fc.constantFrom(...waarden('onderwijssoortIndicatie').map(({ code }) => code));
    fc.assert(
      fc.property(codes, fc.nat({ max: 2200 }), (onderwijssoort, days) => {
        const given = addDays('2008-07-01', days);
        const { until } = validityOf({ onderwijssoort, given }, 'LGF')!;
        expect(until).toMatch(/-07-31$/);
        expect(until! >= given && until! <= '2014-07-31').toBe(true);
      }),
    );
  });
});

describe('leerlinggebonden budget', () => {
  it.each(budgetExamples)('$title: $sum', ({ indications, stays, budgets, assumptions = [] }) => {
    const told = lgfBudgets(
      indications.map(([from, until]) => ({ from, until })),
      stays.map(([brinnummer, from, until]) => ({ brinnummer, from, ...(until !== undefined && { until }) })),
    );
    expect(told.map(({ brinnummer, from, until }) => [brinnummer, from, until])).toEqual(budgets);
    expect(told.flatMap((budget) => budget.assumptions)).toEqual(assumptions);
  });

  it('stays open when neither the indication nor the time at school ends', () => {
    expect(lgfBudgets([{ from: '2009-01-10' }], [{ brinnummer: '99AA', from: '2008-08-01' }])).toEqual([
      { brinnummer: '99AA', from: '2009-02-01', assumptions: [] },
    ]);
  });

  it('is never given to two schools at once', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lengths, (days) => {
        let from = '2008-08-01';
        const stays = days.map((length, index) => {
          const stay = { brinnummer: `99A${String.fromCharCode(65 + index)}`, from, until: addDays(from, length - 1) };
          from = addDays(from, length);
          return stay;
        });
        const budgets = lgfBudgets([{ from: '2008-11-15', until: '2014-07-31' }], stays);
        budgets.slice(1).forEach((budget, index) => expect(budget.from > budgets[index]!.until!).toBe(true));
        budgets.forEach(({ from: first }) => expect(first).toMatch(/-01$/));
      }),
    );
  });
});

describe('teruggeplaatst', () => {
  it.each(returnedExamples)('$title: $sum', ({ teldatum, counts, hasBudget = false, instelling = false, ...stay }) => {
    expect(countsAsReturned({ ...stay, hasBudget, instelling }, teldatum).counts).toBe(counts);
  });

  it('says when it left one year out', () => {
    const facts = { from: '2006-08-01', to: '2009-09-15', hasBudget: false, instelling: false };
    expect(countsAsReturned(facts, '2010-10-01').assumptions).toEqual(['returnedOnce']);
    expect(countsAsReturned(facts, '2009-10-01').assumptions).toEqual([]);
    expect(countsAsReturned({ ...facts, instelling: true }, '2010-10-01').assumptions).toEqual([]);
  });

  it('counts a pupil on one teldatum at most', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1500 }), fc.nat({ max: 900 }), (start, length) => {
        const from = addDays('2006-08-01', start);
        const facts = { from, to: addDays(from, length), hasBudget: false, instelling: false };
        const years = Array.from({ length: 10 }, (_, index) => `${2006 + index}-10-01`);
        expect(years.filter((teldatum) => countsAsReturned(facts, teldatum).counts).length).toBe(1);
      }),
    );
  });
});
