import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  supportPlaces,
  supportShares,
  transferOnPeildatum,
} from '../../../shared/bekostiging/groups/samenwerkingsverband.ts';
import { samenwerkingsverbandExamples, transferExamples } from './examples/groups.ts';

describe('2% of the samenwerkingsverband', () => {
  it.each(samenwerkingsverbandExamples)('$title: $sum', ({ all, places, schools, shares }) => {
    expect(supportPlaces(all)).toBe(places);
    expect(supportShares(places, schools)).toEqual({ shares, assumptions: ['sbaoShares'] });
  });

  it('is spread without remainder, nobody far from the exact share', () => {
    const sizes = fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat({ max: 500 }), sizes, (places, schools) => {
        const all = schools.reduce((sum, size) => sum + size, 0);
        fc.pre(all > 0);
        const { shares } = supportShares(places, schools);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(places * 10_000);
        shares.forEach((share, index) =>
          expect(Math.abs(share * all - places * 10_000 * schools[index]!)).toBeLessThan(all),
        );
      }),
    );
  });
});

describe('transfer on the peildatum', () => {
  it.each(transferExamples)('$title: $sum', ({ title: _title, sum: _sum, growth, above, ...facts }) => {
    expect(transferOnPeildatum(facts)).toEqual({ growth, above });
  });
});
