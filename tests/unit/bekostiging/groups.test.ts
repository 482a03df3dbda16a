import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsBao } from '../../../shared/bekostiging/groups/bao.ts';
import { factorN, smallestN } from '../../../shared/bekostiging/groups/factorN.ts';
import { nncaAbove } from '../../../shared/bekostiging/groups/nnca.ts';
import { groupsWec } from '../../../shared/bekostiging/groups/wec.ts';
import { waarden } from '../../../shared/pve/waardelijsten/waardelijsten.ts';
import { baoGroupsExamples, nncaExamples, wecGroupsExamples } from './examples/groups.ts';

const count = fc.nat({ max: 1500 });

describe('groups of a BAO', () => {
  it.each(baoGroupsExamples)('$title: $sum', ({ total, groups, ...facts }) => {
    expect(groupsBao(facts)).toMatchObject({ total, groups, assumptions: [] });
  });

  it('shows the sum', () => {
    expect(groupsBao({ younger: 20, older: 15, schoolgewicht: 0 }).explanation).toBe(
      '1,0000 + 0,5145 + 1,1617 + 0,0000 = 2,6762, afgerond 3',
    );
  });

  it('has no groups without pupils, and says that this is assumed', () => {
    expect(groupsBao({ younger: 0, older: 0, schoolgewicht: 0 })).toEqual({
      groups: 0,
      total: 0,
      assumptions: ['emptyVestiging'],
      explanation: 'Geen leerlingen, dus geen groepen.',
    });
  });

  it('never has fewer groups for more pupils or more schoolgewicht', () => {
    fc.assert(
      fc.property(count, count, count, (younger, older, schoolgewicht) => {
        const { groups } = groupsBao({ younger, older, schoolgewicht });
        expect(groupsBao({ younger: younger + 1, older, schoolgewicht }).groups).toBeGreaterThanOrEqual(groups);
        expect(groupsBao({ younger, older: older + 1, schoolgewicht }).groups).toBeGreaterThanOrEqual(groups);
        expect(groupsBao({ younger, older, schoolgewicht: schoolgewicht + 1 }).groups).toBeGreaterThanOrEqual(groups);
      }),
    );
  });
});

describe('factor N', () => {
  it('is there for each soort onderwijs of a school, not for those of an instelling', () => {
    const without = waarden('soortOnderwijs').filter(
      ({ code }) =>
        !factorN({ soortOnderwijs: code, schoolsoort: '1' }) || !factorN({ soortOnderwijs: code, schoolsoort: '2' }),
    );
    expect(without.map(({ code }) => code)).toEqual(['00', '11', '12']);
  });

  it('is there for SO and VSO only', () => {
    expect(factorN({ soortOnderwijs: '31', schoolsoort: '1' })).toEqual({ n: 13, multiple: false });
    expect(factorN({ soortOnderwijs: '31', schoolsoort: '2' })).toEqual({ n: 7, multiple: false });
    expect(factorN({ soortOnderwijs: '31', schoolsoort: '0' })).toBeUndefined();
  });

  it('of a school is the smallest; that of meervoudig gehandicapt may be another', () => {
    const so = (soortOnderwijs: string) => ({ soortOnderwijs, schoolsoort: '1' });
    expect(smallestN([so('31'), so('33')])).toEqual({ n: 12, multiple: false });
    expect(smallestN([so('21'), so('24')])).toEqual({ n: 6, multiple: true });
    expect(smallestN([so('11')])).toBeUndefined();
  });
});

describe('groups of a school for (V)SO', () => {
  it.each(wecGroupsExamples)('$title: $sum', ({ pupils, so, vso, assumptions }) => {
    expect(groupsWec(pupils)).toEqual({ so, vso, assumptions });
  });

  it('leaves out a soort onderwijs without pupils, and one without N', () => {
    const none = { soortOnderwijs: '31', schoolsoort: '1', count: 0 };
    const visual = { soortOnderwijs: '11', schoolsoort: '1', count: 30 };
    const zml = { soortOnderwijs: '33', schoolsoort: '1', count: 12 };
    expect(groupsWec([none, visual, zml])).toEqual({ so: 1, vso: 0, assumptions: ['wecGroups'] });
  });

  it('says that parts of groups in VSO are added up too', () => {
    const vso = (soortOnderwijs: string) => ({ soortOnderwijs, schoolsoort: '2', count: 7 });
    expect(groupsWec([vso('32'), vso('33')])).toEqual({ so: 0, vso: 2, assumptions: ['wecGroups', 'wecFractions'] });
  });

  it('has room for each pupil and less than one group too many', () => {
    fc.assert(
      fc.property(count, (pupils) => {
        const { so } = groupsWec([{ soortOnderwijs: '31', schoolsoort: '1', count: pupils }]);
        expect(13 * so).toBeGreaterThanOrEqual(pupils);
        expect(13 * (so - 1)).toBeLessThan(pupils || 1);
      }),
    );
  });
});

describe('NNCA above four', () => {
  it.each(nncaExamples)('$kind, $vestigingen: $sum', ({ above, sum: _, ...facts }) => {
    expect(nncaAbove(facts)).toBe(above);
  });
});
