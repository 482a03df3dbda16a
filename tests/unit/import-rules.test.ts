import { describe, expect, it } from 'vitest';
import { assumeInschrijving } from '../../shared/domain/import/assumptions.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { Candidate, SchoolFacts } from '../../shared/domain/import/candidate.ts';
import { weigh } from '../../shared/domain/import/gewicht.ts';
import { lackingOf } from '../../shared/domain/import/lacking.ts';
import { mergePersoon } from '../../shared/domain/import/merge.ts';

const answers = {
  leerjaar: 'leeftijd',
  vestiging: '00',
  vestigingen: { VB: '01' },
  indicatieBekostiging: 'true',
  aanduidingNnca: '1',
  otherSchool: false,
} as const;

const candidate = (school: SchoolFacts, geboortedatum?: string): Candidate => ({
  place: { number: 1 },
  persoon: geboortedatum === undefined ? {} : { geboortedatum },
  school,
  facts: {},
  notes: [],
  problems: [],
});

const FIRST_DAY = '2014-08-01';
const made = (school: SchoolFacts, geboortedatum?: string, changes = {}) =>
  assumeInschrijving(candidate(school, geboortedatum), {
    firstDay: FIRST_DAY,
    answers: { ...answers, ...changes },
    kind: 'WPO',
  });

describe('the datum inschrijving', () => {
  it.each<[string, SchoolFacts, string | undefined, string]>([
    ['is the instroomdatum', { instroomdatum: '2013-08-25' }, '2006-06-21', '2013-08-25'],
    ['else 1 August of the school year of the file', {}, '2006-06-21', '2014-08-01'],
    ['or of leaving, when that is earlier', { uitstroomdatum: '2012-05-30' }, '2004-02-20', '2011-08-01'],
    ['but not when leaving is later', { uitstroomdatum: '2015-09-01' }, '2006-06-21', '2014-08-01'],
    ['or the fourth birthday, when that is later', {}, '2011-01-15', '2015-01-15'],
    ['also than the instroomdatum', { instroomdatum: '2013-08-25' }, '2010-02-03', '2014-02-03'],
    ['of somebody born on 29 February the first of March', {}, '2012-02-29', '2016-02-29'],
    ['of somebody without birth date without more', {}, undefined, '2014-08-01'],
  ])('%s', (_, school, geboortedatum, expected) => {
    const { gegevens, assumed } = made(school, geboortedatum);
    expect(gegevens.datumInschrijving).toBe(expected);
    expect(gegevens.vestiging[0]?.begindatum).toBe(expected);
    expect(assumed).toContainEqual({ gegevensgroep: 'inschrijvingWpo', element: 'datumInschrijving', value: expected });
  });

  it('can be answered once for who has no instroomdatum', () => {
    expect(made({}, '2006-06-21', { datumInschrijving: '2014-09-15' }).gegevens.datumInschrijving).toBe('2014-09-15');
    expect(
      made({ instroomdatum: '2013-08-25' }, '2006-06-21', { datumInschrijving: '2014-09-15' }).gegevens
        .datumInschrijving,
    ).toBe('2013-08-25');
  });

  it.each([
    ['who leaves later', '2015-03-01', '2014-09-15'],
    ['but not for who had left by then', '2014-06-30', '2013-08-01'],
  ])('is as answered for %s', (_, uitstroomdatum, expected) => {
    const { gegevens } = made({ uitstroomdatum }, '2006-06-21', { datumInschrijving: '2014-09-15' });
    expect(gegevens.datumInschrijving).toBe(expected);
  });
});

describe('leerjaar, groep and vestiging', () => {
  const of = (...args: Parameters<typeof made>) => {
    const { gegevens, assumed } = made(...args);
    return { ...gegevens.leerjaarGroep[0], ...gegevens.vestiging[0], assumed: assumed.map(({ element }) => element) };
  };
  it.each<[string, Parameters<typeof made>, object]>([
    ['come from the file', [{ jaargroep: '4', groep: '4b' }, '2006-06-21'], { leerjaar: '4', groep: '4b' }],
    ['by age: seven is leerjaar 4', [{ jaargroep: 'S' }, '2007-06-21'], { leerjaar: '4', groep: '4' }],
    ['by age at leaving', [{ jaargroep: 'H', uitstroomdatum: '2012-07-18' }, '2006-06-21'], { leerjaar: '2' }],
    ['a toddler will be in leerjaar 1', [{ jaargroep: '0' }, '2011-01-15'], { leerjaar: '1' }],
    ['as answered', [{ jaargroep: 'C' }, '2007-06-21', { leerjaar: '6' }], { leerjaar: '6', groep: '6' }],
    [
      'a vestiging by its own number',
      [{ vestiging: { key: '0' } }, '2006-06-21', { vestigingen: { '0': '00' } }],
      { vestigingsvolgnummer: '00' },
    ],
    ['a vestiging as answered', [{ vestiging: { key: 'VB' } }, '2006-06-21'], { vestigingsvolgnummer: '01' }],
    ['a vestiging that is not there', [{ vestiging: { key: 'VX' } }, '2006-06-21'], { vestigingsvolgnummer: '00' }],
  ])('%s', (_, args, expected) => {
    expect(of(...args)).toMatchObject(expected);
  });

  it('are assumed only where the file does not say them', () => {
    const known = of({ jaargroep: '4', groep: '4b', vestiging: { key: '00' } }, '2006-06-21', {
      vestigingen: { '00': '00' },
    });
    for (const element of ['leerjaar', 'groep', 'vestigingsvolgnummer', 'begindatum'])
      expect(known.assumed).not.toContain(element);
    const earlier = of({ jaargroep: '4', groep: '4b', instroomdatum: '2012-08-20' }, '2006-06-21');
    expect(earlier.assumed).toContain('begindatum');
  });
});

describe('gewichten (PvE 7.1.7, 7.1.8)', () => {
  const first = { codeGewichtenregeling: '1', begindatum: '2005-08-01' };
  const second = { codeGewichtenregeling: '2', begindatum: '2013-08-25' };
  it.each<[string, { '1'?: string; '2'?: string }, string, object[], number, number]>([
    ['regeling 2 with a comma', { '2': '0,3' }, '2013-08-25', [{ ...second, gewicht: '0,30' }], 0, 0],
    ['regeling 2 with a point', { '2': '1.2' }, '2013-08-25', [{ ...second, gewicht: '1,20' }], 0, 0],
    ['unknown', { '2': '?' }, '2013-08-25', [{ ...second, gewicht: '0' }], 1, 0],
    ['nothing', {}, '2013-08-25', [{ ...second, gewicht: '0' }], 1, 0],
    [
      'an old one that is no longer valid becomes a note',
      { '1': '0.90' },
      '2013-08-25',
      [{ ...second, gewicht: '0' }],
      1,
      1,
    ],
    [
      'an old one while it was valid',
      { '1': '0.25' },
      '2008-08-01',
      [{ ...first, begindatum: '2008-08-01', gewicht: '0,25' }],
      0,
      0,
    ],
    [
      'both in their period',
      { '1': '0.90', '2': '0,3' },
      '2005-08-01',
      [
        { ...first, gewicht: '0,90' },
        { ...second, begindatum: '2006-08-01', gewicht: '0,30' },
      ],
      0,
      0,
    ],
    ['a weight of the other regeling is none', { '2': '0,25' }, '2013-08-25', [{ ...second, gewicht: '0' }], 1, 1],
  ])('%s', (_, texts, from, expected, assumed, notes) => {
    const weighed = weigh(texts, from);
    expect(weighed.gewichten).toEqual(expected);
    expect(weighed.assumedGewichten).toHaveLength(assumed);
    expect(weighed.notes).toHaveLength(notes);
  });
});

describe('what is lacking', () => {
  const whole = {
    achternaam: 'Jager',
    geboortedatum: '2001-12-31',
    geslacht: 'V',
    burgerservicenummer: '999992533',
    postcode: '2548AE',
  };
  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['a name', { achternaam: '?' }, ['naam']],
    ['a birth date that is none', { geboortedatum: '2001-13-01' }, ['geboortedatum']],
    ['a birth date of which the year is known is none', { geboortedatum: '2001-00-00' }, []],
    ['geslacht as EDEXML writes it', { geslacht: '0' }, ['geslacht']],
    ['a number that fails its proof', { burgerservicenummer: '133456785' }, ['nummer']],
    ['not when there is an onderwijsnummer', { burgerservicenummer: '', onderwijsnummer: '100500001' }, []],
    ['an address', { postcode: undefined }, ['adres']],
    ['not when he lives abroad', { postcode: undefined, land: '5010' }, []],
  ])('%s', (_, changes, expected) => {
    expect(lackingOf({ ...whole, ...changes })).toEqual(expected);
  });
});

it('an update fills and replaces, never empties, and leaves the leerlingnummer', () => {
  const here = { leerlingnummer: '7', achternaam: 'Jager', geslacht: 'V', postcode: '2548AE' };
  const { persoon, differences } = mergePersoon(here, {
    leerlingnummer: '2001',
    achternaam: 'de Jager',
    roepnaam: 'Hera',
    geslacht: 'V',
  });
  expect(persoon).toEqual({ ...here, achternaam: 'de Jager', roepnaam: 'Hera' });
  expect(differences).toEqual([
    { gegevensgroep: 'persoon', element: 'achternaam', here: 'Jager', file: 'de Jager' },
    { gegevensgroep: 'persoon', element: 'roepnaam', file: 'Hera' },
  ]);
});

describe('an update keeps what is here', () => {
  const here = { burgerservicenummer: '999992533', voorvoegsel: 'van der', achternaam: 'Jager' };
  const adres = { straatnaam: 'Dorpsstraat', huisnummer: '1', postcode: '1234AB', plaatsnaam: 'Ons Dorp' };
  it.each<[string, Persoonsgegevens, Persoonsgegevens, string]>([
    ['a number, of one that fails its proof', here, { burgerservicenummer: '999992534' }, 'burgerservicenummer'],
    ['a voorvoegsel, of one that is in no table', here, { voorvoegsel: 'v.d.' }, 'voorvoegsel'],
    ['an address, of another postcode alone', adres, { postcode: '2548AE' }, 'postcode'],
    ['an address, of a land alone', adres, { land: '5010' }, 'land'],
  ])('%s', (_, own, file, told) => {
    const { persoon, differences, sentences } = mergePersoon(own, file);
    expect(persoon).toEqual(own);
    expect(differences).toEqual([]);
    expect(sentences).toEqual([expect.stringContaining(told)]);
  });

  it.each<[string, Persoonsgegevens, Persoonsgegevens]>([
    ['a number that fails its proof, where there is none', {}, { burgerservicenummer: '999992534' }],
    ['another number', here, { burgerservicenummer: '999992545' }],
    ['another voorvoegsel', here, { voorvoegsel: 'van de' }],
    ['a postcode that the address lacks', { ...adres, postcode: undefined }, { postcode: '2548AE' }],
    ['another postcode alone', { postcode: '1234AB' }, { postcode: '2548AE' }],
    ['another address', adres, { straatnaam: 'Laan', huisnummer: '2', postcode: '2548AE', plaatsnaam: 'Stad' }],
  ])('but takes %s', (_, own, file) => {
    expect(mergePersoon(own, file)).toMatchObject({ persoon: { ...own, ...file }, sentences: [] });
  });
});
