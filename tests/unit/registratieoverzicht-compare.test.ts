import { describe, expect, it } from 'vitest';
import { compare, type AtBron, type Here } from '../../shared/domain/registratieoverzicht/compare.ts';
import { differencesOf, withTaken } from '../../shared/domain/registratieoverzicht/differences.ts';
import { inschrijvingKinds, type InschrijvingKind } from '../../shared/pve/berichten/kinds.ts';
import type { Voorkomen } from '../../shared/pve/gegevensset/types.ts';

const PEILDATUM = '2015-10-01';
const START = '2015-08-01';
const persoon = { burgerservicenummer: '999992533', achternaam: 'Test', geboortedatum: '2006-12-31', geslacht: 'V' };
const wpo: Voorkomen = {
  datumInschrijving: START,
  aanduidingNnca: '0',
  indicatieBekostiging: [{ begindatum: START, indicatieBekostiging: 'true' }],
  leerjaarGroep: [{ begindatum: START, leerjaar: '3', groep: '3a' }],
};
const wec: Voorkomen = {
  ...wpo,
  indicatiestelling: [{ begindatum: START, ambulanteBegeleiding: [{ begindatum: START, brinnummer: '99ZZ' }] }],
};

const here = (inschrijving: Voorkomen = wpo, kind: InschrijvingKind = 'WPO', own: Voorkomen = persoon): Here => ({
  kind,
  persoon: own,
  inschrijving,
  inschrijvingId: 1,
  leerlingId: 1,
});
const known = (inschrijving: Voorkomen = wpo, kind: InschrijvingKind = 'WPO', theirs: Voorkomen = persoon): AtBron => ({
  kind,
  persoon: theirs,
  inschrijving,
  inschrijvingId: 1,
});
const unknown = (inschrijving: Voorkomen = wpo, kind: InschrijvingKind = 'WPO'): AtBron => ({
  kind,
  persoon,
  inschrijving,
  unmatchedId: 9,
});
const named = (achternaam: string) => ({ ...persoon, achternaam });
const funded = (indicatieBekostiging: string) => ({
  ...wpo,
  indicatieBekostiging: [{ begindatum: START, indicatieBekostiging }],
});

interface Case {
  what: string;
  here: Here[];
  bron: AtBron[];
  /** Group of each row, with the paths that differ. */
  rows: string[];
}
const cases: Case[] = [
  { what: 'the same on both sides', here: [here()], bron: [known()], rows: [] },
  { what: 'nothing on either side', here: [], bron: [], rows: [] },
  { what: 'only BRON has it', here: [], bron: [unknown()], rows: ['onlyBron'] },
  { what: 'only here', here: [here()], bron: [], rows: ['onlyHere'] },
  {
    what: 'only here, and begins after the peildatum',
    here: [here({ datumInschrijving: '2015-11-01' })],
    bron: [],
    rows: [],
  },
  {
    what: 'only here, and ended before the peildatum',
    here: [here({ ...wpo, datumUitschrijving: '2015-09-30' })],
    bron: [],
    rows: [],
  },
  {
    what: 'only here, on its last day',
    here: [here({ ...wpo, datumUitschrijving: PEILDATUM })],
    bron: [],
    rows: ['onlyHere'],
  },
  {
    what: 'left here, not in BRON',
    here: [here({ ...wpo, datumUitschrijving: '2015-09-01' })],
    bron: [known()],
    rows: ['uitgeschreven datumUitschrijving'],
  },
  {
    what: 'will leave here after the peildatum, not in BRON',
    here: [here({ ...wpo, datumUitschrijving: '2015-12-01' })],
    bron: [known()],
    rows: ['gegevens datumUitschrijving'],
  },
  {
    what: 'the same periods in another order, and the newest funded otherwise',
    here: [
      here({
        ...wpo,
        indicatieBekostiging: [
          { begindatum: '2015-09-01', indicatieBekostiging: 'true' },
          { begindatum: START, indicatieBekostiging: 'false' },
        ],
      }),
    ],
    bron: [
      known({
        ...wpo,
        indicatieBekostiging: [
          { begindatum: START, indicatieBekostiging: 'true' },
          { begindatum: '2015-09-01', indicatieBekostiging: 'true' },
        ],
      }),
    ],
    rows: ['gegevens indicatieBekostiging[2015-08-01].indicatieBekostiging'],
  },
  { what: 'known here as one of another kind', here: [here()], bron: [known(wec, 'WEC')], rows: ['gegevens'] },
  {
    what: 'left in BRON, not here',
    here: [here()],
    bron: [known({ ...wpo, datumUitschrijving: '2015-12-01' })],
    rows: ['gegevens datumUitschrijving'],
  },
  {
    what: 'begins here later than BRON has it',
    here: [here({ ...wpo, datumInschrijving: '2015-11-01' })],
    bron: [unknown()],
    rows: ['future datumInschrijving'],
  },
  {
    what: 'another date, both on the peildatum',
    here: [here({ ...wpo, datumInschrijving: '2015-08-17' })],
    bron: [unknown()],
    rows: ['gegevens datumInschrijving'],
  },
  {
    what: 'not funded here, funded in BRON',
    here: [here(funded('false'))],
    bron: [known()],
    rows: ['bekostiging indicatieBekostiging[2015-08-01].indicatieBekostiging'],
  },
  {
    what: 'funded here, not in BRON',
    here: [here()],
    bron: [known(funded('false'))],
    rows: ['bekostiging indicatieBekostiging[2015-08-01].indicatieBekostiging'],
  },
  {
    what: 'ambulant in BRON, regular here',
    here: [here({ ...wec, indicatiestelling: [{ begindatum: START }] }, 'WEC')],
    bron: [known(wec, 'WEC')],
    rows: ['ambulant indicatiestelling[2015-08-01].ambulanteBegeleiding[2015-08-01]'],
  },
  {
    what: 'ambulante begeleiding of a pupil WPO, who is regular all the same',
    here: [here({ ...wpo, lgfIndicatie: [{ begindatum: START }] })],
    bron: [known({ ...wpo, lgfIndicatie: [{ begindatum: START, ambulanteBegeleiding: [{ begindatum: START }] }] })],
    rows: ['gegevens lgfIndicatie[2015-08-01].ambulanteBegeleiding[2015-08-01]'],
  },
  {
    what: 'twice in BRON, once here',
    here: [here()],
    bron: [known(), unknown({ ...wpo, datumInschrijving: '2015-09-01' })],
    rows: ['double', 'double'],
  },
  {
    what: 'twice in BRON, one of them over before the peildatum',
    here: [here()],
    bron: [known(), unknown({ datumInschrijving: '2014-08-01', datumUitschrijving: '2015-07-31' })],
    rows: ['onlyBron'],
  },
  {
    what: 'of another kind in BRON',
    here: [here()],
    bron: [unknown(wec, 'WEC')],
    rows: ['onlyBron', 'onlyHere'],
  },
  {
    what: 'the verplichte eindtoets',
    here: [
      here({ ...wpo, verplichteEindtoets: [{ codeEindtoets: '01', toetsonderdeel: [{ codeToetsonderdeel: '10' }] }] }),
    ],
    bron: [
      known({ ...wpo, verplichteEindtoets: [{ codeEindtoets: '01', toetsonderdeel: [{ codeToetsonderdeel: '20' }] }] }),
    ],
    rows: ['gegevens verplichteEindtoets[1].toetsonderdeel[1].codeToetsonderdeel'],
  },
  {
    what: 'a name in characters that BRON has not (PvE 5.2)',
    here: [here(wpo, 'WPO', named('Yılmaz-Łączyński'))],
    bron: [known(wpo, 'WPO', named('Yilmaz-Laczynski'))],
    rows: [],
  },
  {
    what: 'a name without the diacritics that BRON has (PvE 5.2)',
    here: [here(wpo, 'WPO', named('Zoe'))],
    bron: [known(wpo, 'WPO', named('Zoë'))],
    rows: ['gegevens achternaam'],
  },
  {
    what: 'a persoonsgegeven that BRON does not tell',
    here: [here(wpo, 'WPO', { ...persoon, postcode: '2548AE' })],
    bron: [known()],
    rows: [],
  },
  {
    what: 'voornamen that only BRON has',
    here: [here()],
    bron: [known(wpo, 'WPO', { ...persoon, voornamen: 'Testje' })],
    rows: [],
  },
  {
    what: 'a number that only BRON has',
    here: [here(wpo, 'WPO', named('Test')), { ...here(), inschrijvingId: 2, persoon: { achternaam: 'Test' } }],
    bron: [
      { ...known(), inschrijvingId: 1 },
      { ...known(), inschrijvingId: 2, persoon: { onderwijsnummer: '102345678' } },
    ],
    rows: ['gegevens onderwijsnummer'],
  },
  {
    what: 'the datum oorspronkelijke inschrijving, which BRON does not return (PvE 5.6.12)',
    here: [here({ ...wpo, datumOorspronkelijkeInschrijving: '2015-09-01' })],
    bron: [known()],
    rows: [],
  },
];

describe('the comparison with BRON', () => {
  it.each(cases)('$what', ({ here: own, bron, rows }) => {
    const found = compare(own, bron, PEILDATUM).map(({ group, persoon: ofPerson, inschrijving }) =>
      [group, ...new Set([...ofPerson, ...inschrijving].map(({ path }) => path))].join(' '),
    );
    expect(found).toEqual(rows);
  });
});

describe('taking over from BRON', () => {
  const ours = {
    ...wpo,
    adviesVo: '10',
    gewicht: [{ begindatum: START, gewicht: '0' }],
    leerjaarGroep: [{ begindatum: START, leerjaar: '3', groep: 'ours' }],
  };
  const theirs = {
    ...wpo,
    adviesVo: '20',
    vestiging: [{ begindatum: START, vestigingsvolgnummer: '00' }],
    leerjaarGroep: [{ begindatum: START, leerjaar: '4', groep: 'theirs' }],
  };
  const group = inschrijvingKinds.WPO;

  it('takes only what was asked', () => {
    const taken = withTaken(group, ours, theirs, ['leerjaarGroep[2015-08-01].leerjaar', 'gewicht[2015-08-01]']);
    expect(taken).toEqual({
      ...ours,
      gewicht: [],
      leerjaarGroep: [{ begindatum: START, leerjaar: '4', groep: 'ours' }],
    });
  });

  it('leaves no difference when everything is taken', () => {
    const differences = differencesOf(group, ours, theirs);
    expect(differences).toHaveLength(7);
    const taken = withTaken(
      group,
      ours,
      theirs,
      differences.map(({ path }) => path),
    );
    expect(differencesOf(group, taken, theirs)).toEqual([]);
  });
});
