import { describe, expect, it } from 'vitest';
import { groupsThat, needOf, showsVast } from '../../shared/domain/forms/needs.ts';
import { offersValue } from '../../shared/domain/forms/values.ts';
import { schoolFactsOf, schoolSoorten, soortOf } from '../../shared/domain/schoolSoort.ts';
import { inschrijvingKinds } from '../../shared/pve/berichten/kinds.ts';
import { inschrijvingWec } from '../../shared/pve/gegevensset/inschrijvingWec.ts';
import { inschrijvingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import type { Gegevenselement, Gegevensgroep } from '../../shared/pve/gegevensset/types.ts';
import { waarden, type Waardelijst } from '../../shared/pve/waardelijsten/waardelijsten.ts';
import { factsOf, school, type Case } from '../support/forms.ts';
import { correctWec } from '../support/pupils.ts';

const keysThat = (need: 'usual' | 'possible', given: Case) => groupsThat(need, factsOf(given)).map(({ key }) => key);
const need = (group: string, given: Case) => {
  const facts = factsOf(given);
  const found = [...inschrijvingKinds[facts.gegevens.kind].groups].find(({ key }) => key === group);
  return found && needOf(found, facts);
};

describe('the groups that a form shows from the start', () => {
  const everywhere = ['vestiging', 'indicatieBekostiging', 'leerjaarGroep'];
  const wec = ['vestiging', 'indicatieBekostiging', 'soortOnderwijs', 'leerjaarGroep', 'schoolsoort', 'soortVerblijf'];
  const wec3 = wec.filter((key) => key !== 'soortOnderwijs');
  it.each<[string, Case, string[]]>([
    ['BAO: gewicht too', { at: school('BAO') }, [...everywhere, 'gewicht']],
    ['SBAO', { at: school('SBAO') }, everywhere],
    ['rijdend', { at: school('RIJDEND') }, everywhere],
    ['varend', { at: school('VAREND') }, everywhere],
    [
      'SO before passend onderwijs',
      { at: school('SO', { cluster: '3' }), begins: '2013-08-01', today: '2013-09-02' },
      wec,
    ],
    ['SO in cluster 2', { at: school('SO', { cluster: '2' }), begins: '2014-08-01' }, wec],
    [
      'SO in cluster 3: a TLV',
      { at: school('SO', { cluster: '3' }), begins: '2014-08-01' },
      [...wec3, 'toelaatbaarheidsverklaring'],
    ],
    [
      'VSO in cluster 4: a TLV and an uitstroomprofiel',
      { at: school('VSO', { cluster: '4' }), begins: '2015-08-01' },
      [...wec3, 'toelaatbaarheidsverklaring', 'uitstroomprofiel'],
    ],
    [
      'VSO before 1 August 2014: no uitstroomprofiel',
      { at: school('VSO', { cluster: '4' }), begins: '2012-08-01', ends: '2014-07-31' },
      wec,
    ],
    [
      'SO+VSO, in VSO',
      { at: school('SO+VSO', { cluster: '2' }), begins: '2015-08-01', with: { schoolsoort: [{ schoolsoort: '2' }] } },
      [...wec, 'uitstroomprofiel'],
    ],
    ['VGK', { at: school('VGK'), begins: '2015-08-01' }, wec],
    [
      'VGK, an arrangement',
      { at: school('VGK'), begins: '2015-08-01', with: { arrangement: [{}] } },
      ['vestiging', 'indicatieBekostiging', 'arrangement'],
    ],
    [
      'cluster 3, ambulant',
      {
        at: school('SO', { cluster: '3' }),
        begins: '2013-08-01',
        with: { indicatiestelling: [{ ambulanteBegeleiding: [{}] }] },
      },
      ['vestiging', 'indicatieBekostiging', 'indicatiestelling'],
    ],
  ])('%s', (_, given, expected) => expect(keysThat('usual', given)).toEqual(expected));
});

describe('a group', () => {
  const so = school('SO', { cluster: '3' });
  const before = correctWec({ datumInschrijving: '2012-08-01', datumUitschrijving: '2014-07-31' });
  it.each<[string, string, Case, 'usual' | 'possible' | 'none']>([
    ['LGF until passend onderwijs', 'lgfIndicatie', { at: school('BAO'), begins: '2014-07-31' }, 'possible'],
    ['no LGF from then on (412)', 'lgfIndicatie', { at: school('BAO'), begins: '2014-08-01' }, 'none'],
    [
      'OPP in the edition that has it',
      'ontwikkelingsperspectief',
      { at: school('BAO'), today: '2015-11-29' },
      'possible',
    ],
    ['no OPP in the edition before', 'ontwikkelingsperspectief', { at: school('BAO'), today: '2015-11-28' }, 'none'],
    ['no OPP of a SBAO (445)', 'ontwikkelingsperspectief', { at: school('SBAO') }, 'none'],
    [
      'eindtoets in leerjaar 8',
      'eindtoets',
      { at: school('SBAO'), with: { leerjaarGroep: [{ leerjaar: '8' }] } },
      'possible',
    ],
    [
      'no eindtoets in leerjaar 7',
      'eindtoets',
      { at: school('SBAO'), with: { leerjaarGroep: [{ leerjaar: '7' }] } },
      'none',
    ],
    ['indicatiestelling until passend onderwijs', 'indicatiestelling', { at: so, begins: '2014-07-31' }, 'possible'],
    ['none from then on (412)', 'indicatiestelling', { at: so, begins: '2014-08-01' }, 'none'],
    [
      'but where an earlier inschrijving goes on',
      'indicatiestelling',
      { at: so, begins: '2014-08-01', others: [before] },
      'possible',
    ],
    [
      'and soort onderwijs likewise (413)',
      'soortOnderwijs',
      { at: so, begins: '2014-08-01', others: [before] },
      'possible',
    ],
    [
      'no TLV in cluster 2',
      'toelaatbaarheidsverklaring',
      { at: school('SO', { cluster: '2' }), begins: '2014-08-01' },
      'none',
    ],
    [
      'none before passend onderwijs (414)',
      'toelaatbaarheidsverklaring',
      { at: so, begins: '2014-08-01', today: '2014-07-31' },
      'none',
    ],
    [
      'not asked of who is in an institution (415)',
      'toelaatbaarheidsverklaring',
      { at: so, begins: '2014-08-01', with: { soortVerblijf: [{ soortVerblijf: '3' }] } },
      'possible',
    ],
    [
      'offered while the cluster is not known',
      'toelaatbaarheidsverklaring',
      { at: school('SO'), begins: '2014-08-01' },
      'possible',
    ],
  ])('%s', (_, group, given, expected) => expect(need(group, given)).toBe(expected));

  it.each([
    ['herzienAdviesVo', { at: school('BAO') }, true],
    ['herzienAdviesVo', { at: school('BAO'), today: '2015-01-05' }, false],
    ['brinnummerTeruggeplaatst', { at: so, begins: '2012-08-01', ends: '2014-07-31' }, true],
    ['brinnummerTeruggeplaatst', { at: so, begins: '2012-08-01', ends: '2014-08-01' }, false],
    ['aanduidingNnca', { at: school('VGK'), with: { arrangement: [{}] } }, false],
    ['datumOorspronkelijkeInschrijving', { at: so }, false],
  ] as const)('the vast gegeven %s', (key, given, expected) => {
    const facts = factsOf(given);
    const element = [...inschrijvingKinds[facts.gegevens.kind].elements].find((each) => each.key === key);
    expect(element && showsVast(element, facts)).toBe(expected);
  });
});

describe('the values that are offered', () => {
  const offered = (list: Waardelijst, key: string, given: Case) =>
    [...new Set(waarden(list).map(({ code }) => code))].filter((code) => offersValue(key, code, factsOf(given)));
  it.each<[string, Waardelijst, string, Case, string[]]>([
    ['NNCA of a BAO', 'nnca', 'aanduidingNnca', { at: school('BAO') }, ['1', '2']],
    ['NNCA of trekkende bevolking (317)', 'nnca', 'aanduidingNnca', { at: school('VAREND') }, ['0']],
    ['schoolsoort of a VSO', 'schoolsoort', 'schoolsoort', { at: school('VSO') }, ['2']],
    ['schoolsoort of a SO+VSO', 'schoolsoort', 'schoolsoort', { at: school('SO+VSO') }, ['1', '2']],
    [
      'schoolsoort beside an arrangement',
      'schoolsoort',
      'schoolsoort',
      { at: school('VGK'), with: { arrangement: [{}] } },
      ['0'],
    ],
  ])('%s', (_, list, key, given, expected) => expect(offered(list, key, given)).toEqual(expected));

  it('leave out the indicatie that does not go with the school (402, 403)', () => {
    const guided = { indicatiestelling: [{ ambulanteBegeleiding: [{}] }] };
    const all = (given: Case) => offered('onderwijssoortIndicatie', 'onderwijssoortIndicatie', given);
    expect(all({ at: school('BAO') })).not.toContain('11');
    expect(all({ at: school('VGK'), with: guided })).not.toContain('11');
    expect(all({ at: school('VGK') })).toContain('11');
    expect(all({ at: school('VGK') })).not.toContain('13');
  });
});

it('every soort says what it means, and what the controles ask of it', () => {
  for (const { code, text } of schoolSoorten) {
    expect(text).toMatch(/\.$/);
    expect(schoolFactsOf(school(code, { cluster: '4', epilepsy: true })).cluster).toBe(
      code === 'VGK' ? '1' : soortOf(code).kind === 'WEC' ? '4' : undefined,
    );
  }
});

describe('every gegeven that a form shows of an inschrijving', () => {
  const below = (group: Gegevensgroep): readonly Gegevenselement[] => [
    ...group.elements,
    ...group.groups.flatMap((each) => below(each)),
  ];
  it.each([inschrijvingWpo, inschrijvingWec])('of $name has a short help text', (group) => {
    for (const { name, help = '' } of below(group)) {
      expect(help, name).toMatch(/^[A-ZÀ-Ý0-9].*\.$/);
      expect(help.length, name).toBeLessThanOrEqual(220);
    }
  });
});
