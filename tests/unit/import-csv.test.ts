import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damageIn, dateOrders, emptyFacts, observe } from '../../shared/domain/import/csv/columns.ts';
import { csvCandidate, type CsvReading } from '../../shared/domain/import/csv/candidate.ts';
import { readCsvDate, readNumber, type DateOrder, type Repairs } from '../../shared/domain/import/csv/repairs.ts';
import { numberWithZero } from '../support/numbers.ts';
import { doubleTarget, proposeMapping } from '../../shared/domain/import/csv/targets.ts';

const none: Repairs = { zeros: false, serialDates: false, shortYears: false, americanDates: false };
const all: Repairs = { zeros: true, serialDates: true, shortYears: true, americanDates: true };

const whole = numberWithZero();
const cut = whole.slice(1);

describe('a number that a spreadsheet had in its hands', () => {
  it.each([
    ['999992533', none, '999992533', undefined],
    ['9999.92.533', none, '999992533', undefined],
    ['999 992 533', none, '999992533', undefined],
    [whole, none, whole, undefined],
    [cut, none, cut, `Met nullen ervoor wordt het "${whole}" en klopt het.`],
    [cut, all, whole, `is hersteld tot "${whole}".`],
    ['999992533,00', all, '999992533', 'is hersteld tot'],
    ['999992533.0', none, '999992533.0', 'klopt het'],
    ['12345678', all, '12345678', 'doorstaat de controle niet'],
    ['999992534', all, '999992534', 'doorstaat de controle niet'],
    ['1,23457E+08', all, undefined, 'afgerond en is niet overgenomen'],
    ['onbekend', all, 'onbekend', 'doorstaat de controle niet'],
  ])('%s, repairs %o: %s', (text, repairs, value, sentence) => {
    const read = readNumber('burgerservicenummer', text, repairs);
    expect(read.value).toBe(value);
    if (sentence === undefined) expect(read.sentence).toBeUndefined();
    else expect(read.sentence).toContain(sentence);
  });
});

describe('a date that a spreadsheet had in its hands', () => {
  const read = (text: string, repairs: Repairs, order: DateOrder = 'dutch', partial = true) =>
    readCsvDate(text, { orders: { '-': order, '/': order, '.': order }, repairs, year: 2009, partial });

  it.each<[string, DateOrder, string | undefined, string | undefined]>([
    // text, order of the column, value without and with consent
    ['2001-12-31', 'dutch', '2001-12-31', '2001-12-31'],
    ['2001-12-31 00:00:00', 'dutch', '2001-12-31', '2001-12-31'],
    ['31-12-2001', 'mixed', '2001-12-31', '2001-12-31'],
    ['1/9/2002', 'dutch', '2002-09-01', '2002-09-01'],
    ['1 september 2002', 'dutch', '2002-09-01', '2002-09-01'],
    ['00-12-2003', 'dutch', '2003-12-00', '2003-12-00'],
    ['37256', 'dutch', undefined, '2001-12-31'],
    ['37256,0', 'dutch', undefined, '2001-12-31'],
    ['1-9-02', 'dutch', undefined, '2002-09-01'],
    ['1-9-98', 'dutch', undefined, '1998-09-01'],
    ['12/31/2001', 'dutch', undefined, '2001-12-31'],
    ['9/1/2002', 'american', undefined, '2002-09-01'],
    ['9/9/2002', 'american', '2002-09-09', '2002-09-09'],
    ['12/31/01', 'american', undefined, '2001-12-31'],
    ['9/1/2002', 'mixed', undefined, undefined],
    ['31-2-2002', 'dutch', undefined, undefined],
    ['1-9', 'dutch', undefined, undefined],
    ['9 jaar', 'dutch', undefined, undefined],
  ])('%s in a %s column', (text, order, without, withConsent) => {
    for (const [repairs, value] of [
      [none, without],
      [all, withConsent],
    ] as const) {
      const found = read(text, repairs, order);
      expect(found.value).toBe(value);
      // Nothing is left out and nothing is repaired without a sentence.
      const asItStood = value !== undefined && without === value;
      expect(found.sentence === undefined).toBe(asItStood);
    }
  });

  it('has no month or day 00 where the whole date is needed', () => {
    expect(read('00-12-2003', all, 'dutch', false).value).toBeUndefined();
  });

  it('is never changed without consent, whatever stands there', () => {
    const parts = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 2100 }),
    );
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom('-', '/', '.'),
        fc.constantFrom<DateOrder>('dutch', 'american', 'mixed'),
        ([d, m, y], mark, order) => {
          const { value } = read([d, m, y].join(mark), none, order);
          if (value !== undefined)
            expect(value).toBe(
              `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
            );
        },
      ),
    );
  });

  it('tells the order of its column by the dates that can be read in one way only', () => {
    const order = (...texts: string[]) => {
      const facts = emptyFacts();
      texts.forEach((text) => observe(facts, text));
      return dateOrders(facts)['/'];
    };
    expect(order('1/2/2002', '31/12/2001')).toBe('dutch');
    expect(order('1/2/2002', '12/31/2001')).toBe('american');
    expect(order('31/12/2001', '12/31/2001')).toBe('mixed');
    expect(order('1/2/2002')).toBe('dutch');
    // Dates with dashes say nothing of those with slashes.
    expect(order('31-12-2001', '12/31/2001')).toBe('american');
  });
});

describe('the damage of a column', () => {
  const damage = { zeros: 5, serialDates: 4, shortYears: 3, americanDates: 2 };
  const none = emptyFacts().damage;

  it.each([
    ['persoon.burgerservicenummer', { ...none, zeros: 5 }],
    ['persoon.pgn', { ...none, zeros: 5 }],
    ['persoon.geboortedatum', { ...damage, zeros: 0 }],
    ['school.instroomdatum', { ...damage, zeros: 0 }],
    ['persoon.huisnummer', none],
    [null, none],
  ])('is told of what the column is taken for: %s', (key, expected) => {
    expect(damageIn({ damage }, key)).toEqual(expected);
  });
});

describe('the columns of a CSV file', () => {
  it('are recognised by their headers, each target once', () => {
    const headers = ['Leerling-nr.', 'Tussenvoegsel', 'Naam', 'Geb.datum', 'M/V', 'BSN', 'Klas', 'Hobby', 'Achternaam'];
    expect(proposeMapping(headers)).toEqual([
      'persoon.leerlingnummer',
      'persoon.voorvoegsel',
      'persoon.achternaam',
      'persoon.geboortedatum',
      'persoon.geslacht',
      'persoon.burgerservicenummer',
      'school.groep',
      null,
      null,
    ]);
    expect(doubleTarget(['persoon.roepnaam', 'note', 'note', null, null])).toBeUndefined();
    expect(doubleTarget(['persoon.roepnaam', 'persoon.roepnaam'])?.label).toBe('Roepnaam');
  });

  const reading = (headers: string[], repairs = none): CsvReading => ({
    headers,
    mapping: proposeMapping(headers),
    orders: headers.map(() => dateOrders(emptyFacts())),
    repairs,
    year: 2009,
  });

  it('become a candidate with a sentence for whatever is not as it stands', () => {
    const headers = [
      'Leerlingnummer',
      'Voorvoegsel',
      'Achternaam',
      'Geslacht',
      'Postcode',
      'Gewicht',
      'Groep',
      'Vestiging',
      'Opmerking',
      'Geheim',
    ];
    const cells = [
      '0012',
      'v/d',
      "'=Jager",
      'meisje',
      '2548 ae',
      '0,30',
      '3a',
      'Nevenvestiging',
      'Komt met de bus',
      'ja',
      'te veel',
    ];
    const candidate = csvCandidate({ number: 7, cells }, 3, reading(headers));
    expect(candidate).toMatchObject({
      place: { number: 3, line: 7 },
      key: '0012',
      persoon: { leerlingnummer: '0012', achternaam: '=Jager', geslacht: 'V', postcode: '2548AE', geheim: 'true' },
      school: { groep: '3a', gewichten: { '2': '0,30' }, vestiging: { key: 'Nevenvestiging' } },
      notes: ['Opmerking: Komt met de bus'],
    });
    expect(candidate?.problems.map(({ field, line }) => [field, line])).toEqual([
      [undefined, 7],
      ['Voorvoegsel', 7],
    ]);
    expect(csvCandidate({ number: 8, cells: ['', ' '] }, 4, reading(headers))).toBeUndefined();
  });

  it('give back what was exported: the guard against formulas goes, true and false are read', () => {
    const candidate = csvCandidate({ number: 2, cells: ["'+31", "'-1"] }, 1, reading(['Roepnaam', 'Achternaam']));
    expect(candidate?.persoon).toEqual({ roepnaam: '+31', achternaam: '-1' });
  });
});
