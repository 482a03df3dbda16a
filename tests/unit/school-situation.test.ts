import { describe, expect, it } from 'vitest';
import { followDatumInschrijving } from '../../renderer/screens/leerlingen/card/periods.ts';
import type { GegevensWec } from '../../shared/api/inschrijving.ts';
import type { School } from '../../shared/api/session.ts';
import { formFacts } from '../../shared/domain/forms/facts.ts';
import {
  guidedFrom,
  saysOnlyZero,
  situationOf,
  situationsFor,
  withSituation,
} from '../../shared/domain/forms/situation.ts';
import { firstValues } from '../../shared/domain/forms/values.ts';
import { schoolFactsOf } from '../../shared/domain/schoolSoort.ts';
import { judgeMelding } from '../../shared/pve/controles/judge.ts';
import { editionOn } from '../../shared/pve/controles/readings.ts';
import { factsOf, school, type Case } from '../support/forms.ts';
import { correctWec } from '../support/pupils.ts';

describe('a pupil of a WEC-school', () => {
  const at = (cluster: School['cluster']) => school('SO', { cluster });
  it.each<[string, Case, string[]]>([
    [
      'is at the school or guided before passend onderwijs',
      { at: at('3'), begins: '2014-07-31' },
      ['school', 'ambulant'],
    ],
    ['is at the school afterwards', { at: at('3'), begins: '2014-08-01' }, ['school']],
    ['may have an arrangement in cluster 2', { at: at('2'), begins: '2015-08-01' }, ['school', 'arrangement']],
    ['and not in cluster 3 (446)', { at: at('3'), begins: '2015-08-01' }, ['school']],
    [
      'but at a school for epilepsy',
      { at: school('SO', { cluster: '3', epilepsy: true }), begins: '2015-08-01' },
      ['school', 'arrangement'],
    ],
    ['not before the edition that knows it', { at: at('2'), begins: '2015-08-01', today: '2015-11-28' }, ['school']],
    [
      'keeps the one it is in',
      { at: at('3'), begins: '2014-08-01', with: { arrangement: [{}] } },
      ['school', 'arrangement'],
    ],
  ])('%s', (_, given, expected) => expect(situationsFor(factsOf(given))).toEqual(expected));

  /** What the controles find of an inschrijving, as far as it is about the situation (338, 343, 443, 444, 473). */
  const aboutSituation = (gegevens: GegevensWec, at: School, deliveredOn: string) =>
    judgeMelding({
      content: {
        persoonMetPgn: [
          { burgerservicenummer: '999992533', geboortedatum: '2004-12-31', geslacht: 'V', postcode: '2548AE' },
        ],
        inschrijvingWec: [gegevens],
      },
      school: schoolFactsOf(at),
      deliveredOn,
      edition: editionOn(deliveredOn),
    })
      .map(({ code }) => code)
      .filter((code) => ['338', '343', '443', '444', '473'].includes(code));

  const there = correctWec({ datumInschrijving: '2013-08-01' });
  const later = correctWec({
    datumInschrijving: '2015-08-01',
    soortOnderwijs: [{ begindatum: '2015-08-01', soortOnderwijs: '22' }],
    indicatiestelling: [],
  });
  const firstSchoolsoort = (gegevens: GegevensWec) => {
    const at = school('SO', { cluster: '3' });
    return followDatumInschrijving(
      gegevens,
      gegevens.datumInschrijving,
      firstValues(at, formFacts(at, gegevens, '2013-09-02')),
    );
  };

  it('becomes one who is guided elsewhere and comes back, without a finding on the zeros', () => {
    const guided = withSituation(there, 'ambulant');
    expect(situationOf(guided)).toBe('ambulant');
    expect(guided.indicatiestelling[0]).toMatchObject({
      onderwijssoortIndicatie: '33',
      ambulanteBegeleiding: [{ begindatum: '2013-08-01' }],
    });
    expect(aboutSituation(guided, at('3'), '2013-09-02')).toEqual([]);
    expect(aboutSituation({ ...guided, aanduidingNnca: '1' }, at('3'), '2013-09-02')).toEqual(['343']);
    const back = firstSchoolsoort(withSituation(guided, 'school'));
    expect(situationOf(back)).toBe('school');
    expect(aboutSituation(back, at('3'), '2013-09-02')).toEqual([]);
    expect(back).toMatchObject({ schoolsoort: [{ schoolsoort: '1' }], leerjaarGroep: [{ begindatum: '2013-08-01' }] });
    expect(back).not.toHaveProperty('aanduidingNnca');
  });

  it('becomes one with an arrangement, without a finding on the zeros', () => {
    const arranged = withSituation(later, 'arrangement');
    expect(situationOf(arranged)).toBe('arrangement');
    expect(aboutSituation(arranged, at('2'), '2016-01-11')).toEqual([]);
    expect(aboutSituation({ ...arranged, soortOnderwijs: later.soortOnderwijs }, at('2'), '2016-01-11')).toEqual([
      '444',
    ]);
    expect(saysOnlyZero(arranged, 'leerjaarGroep')).toBe(true);
    expect(saysOnlyZero({ ...arranged, leerjaarGroep: later.leerjaarGroep }, 'leerjaarGroep')).toBe(false);
  });

  it('is guided from the datum inschrijving on, whatever that becomes', () => {
    const guided = withSituation(there, 'ambulant');
    const moved = guidedFrom(guided, '2013-08-01', '2013-09-02');
    expect(moved.indicatiestelling[0]?.ambulanteBegeleiding).toEqual([{ begindatum: '2013-09-02' }]);
    expect(guidedFrom(guided, '2013-10-01', '2013-09-02')).toEqual(guided);
  });
});
