import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marchBasis } from '../../../shared/bekostiging/growth/march.ts';
import { marchExamples } from './examples/march.ts';

describe('1 March', () => {
  it.each(marchExamples)('$title: $sum', ({ outcome, basis, says, ...facts }) => {
    const told = marchBasis(facts);
    expect(told).toMatchObject({ outcome, explanation: says });
    expect(told.basis).toBe(basis);
    expect(told.assumptions).toEqual(outcome === 'october' ? [] : ['marchFunding']);
  });

  it('tells from which number it can replace October', () => {
    expect(marchBasis({ october: 95, march: 0 }).needed).toBe(110);
    expect(marchBasis({ october: 95, march: 110 }).needed).toBe(110);
  });

  it('never has a lower basis than October has', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2000 }), fc.nat({ max: 2500 }), (october, march) => {
        const before = marchBasis({ october, march: 0 }).basis!;
        const { basis } = marchBasis({ october, march, groups: { october: 1, march: 1 } });
        expect(basis).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
