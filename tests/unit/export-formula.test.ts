import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from '../../shared/domain/export/formula.ts';

const dangerous = ['=1+1', '+31', '-5', '@SUM(A1)', '\t=1', '\r=1', ' =1', "'=1", '"=1', '" \'=1', '\uFF1D1', '\n@x'];
const harmless = ['', 'Jan', "'t Hof", "van 't", '0,30', 'a=b', 'Anne-Marie', '(=)', '1-9-2002', "''"];

describe('the guard against formulas', () => {
  it.each(dangerous)('puts an apostrophe before %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it.each(harmless)('leaves %j as it is', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });

  it('can be taken away again, whatever the text', () => {
    const tricky = fc.string({ unit: fc.constantFrom("'", '"', ' ', '=', '+', '-', '@', '\t', '\r', 'a', '1') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), tricky), (text) => {
        const guarded = guardFormula(text);
        expect(unguardFormula(guarded)).toBe(text);
        // No spreadsheet sees anything but an apostrophe at the start of what could be run.
        expect(guarded).not.toMatch(/^["\s]*[=+\-@\t\r]/);
      }),
    );
  });
});
