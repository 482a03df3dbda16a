import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lgfBudgets } from '../../../shared/bekostiging/lgf/budget.ts';
import { validityOf } from '../../../shared/bekostiging/lgf/validity.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { waarden } from '../../../shared/pve/waardelijsten/waardelijsten.ts';
import { budgetExamples } from './examples/lgf-budget.ts';
import { validityExamples } from './examples/lgf-validity.ts';

describe('validity of an indication', () => {
  it.each(validityExamples)('$title: $sum', ({ onderwijssoort, given, use, until, assumptions = [] }) => {
    expect(validityOf(onderwijssoort, given, use)).toStrictEqual({
      from: given,
      ...(until !== undefined && { until }),
      assumptions,
    });
  });

  it('ends on a 31 July, and LGF never after that of 2014', () => {
    const codes = fc.constantFrom(...waarden('onderwijssoortIndicatie').map(({ code }) => code));
    fc.assert(
      fc.property(codes, fc.nat({ max: 2200 }), (onderwijssoort, days) => {
        const given = addDays('2008-07-01', days);
        const { until } = validityOf(onderwijssoort, given, 'LGF');
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

  it('runs to the end of LGF when neither the indication nor the time at school ends', () => {
    expect(lgfBudgets([{ from: '2009-01-10' }], [{ brinnummer: '99AA', from: '2008-08-01' }])).toEqual([
      { brinnummer: '99AA', from: '2009-02-01', until: '2014-07-31', assumptions: [] },
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
        budgets.slice(1).forEach((budget, index) => expect(budget.from > budgets[index]!.until).toBe(true));
        budgets.forEach(({ from: first }) => expect(first).toMatch(/-01$/));
      }),
    );
  });
});
