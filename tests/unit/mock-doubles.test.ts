import { describe, expect, it } from 'vitest';
import type { Inschrijving } from '../../shared/pve/berichten/content.ts';
import type { Edition } from '../../shared/pve/controles/types.ts';
import { isDouble, type Enrolled } from '../mock-bron/jobs/doubles.ts';
import type { School } from '../mock-bron/registers/brin.ts';

const school = (brinnummer: string, facts: Partial<School> = {}): School => ({
  brinnummer,
  naam: brinnummer,
  plaats: 'Oefenstad',
  soort: 'BAO',
  vestigingen: [],
  aanleverpunten: [],
  ...facts,
});

function enrolled(
  at: School,
  datumInschrijving: string,
  { datumUitschrijving, ...rest }: Partial<Inschrijving> = {},
): Enrolled {
  const inschrijving = { datumInschrijving, ...(datumUitschrijving ? { datumUitschrijving } : {}), ...rest };
  const row = {
    id: 1,
    person: 1,
    brinnummer: at.brinnummer,
    datum_inschrijving: datumInschrijving,
    aanleverpunt: '00',
    leerlingnummer: null,
    kind: at.soort === 'WEC' ? ('inschrijvingWec' as const) : ('inschrijvingWpo' as const),
    content: JSON.stringify(inschrijving),
    version: 1,
    message: 1,
    advies_delivered_on: null,
    deleted: 0,
  };
  return { row, inschrijving, school: at };
}

const a = school('98AA');
const b = school('99ZZ');
const wec = (brinnummer: string, cluster: School['cluster']) => school(brinnummer, { soort: 'WEC', cluster });
const START = '2009-08-01';
const guided: Partial<Inschrijving> = {
  indicatiestelling: [{ ambulanteBegeleiding: [{ begindatum: START }] }],
};
const lgf: Partial<Inschrijving> = { lgfIndicatie: [{ begindatum: START }] };
const stay = (...soorten: string[]): Partial<Inschrijving> => ({
  soortVerblijf: soorten.map((soortVerblijf, index) => ({ begindatum: index ? '2010-01-01' : START, soortVerblijf })),
});
const arranged: Partial<Inschrijving> = { arrangement: [{ begindatum: '2015-08-01' }] };

const period = { from: START, to: '2010-05-10' };
const judged = (one: Enrolled, other: Enrolled, edition: Edition = '2014-12', within = period) => {
  const both = [isDouble(one, other, within, edition), isDouble(other, one, within, edition)];
  expect(new Set(both).size).toBe(1);
  return both[0];
};

describe('a dubbele inschrijving (PvE 5.6.15)', () => {
  it.each([
    ['two schools', enrolled(a, START), enrolled(b, '2009-09-01'), true],
    ['two inschrijvingen at one school', enrolled(a, START), enrolled(a, '2009-09-01'), false],
    ['one after the other', enrolled(a, START, { datumUitschrijving: '2009-08-31' }), enrolled(b, '2009-09-01'), false],
    ['on one day', enrolled(a, START, { datumUitschrijving: '2009-09-01' }), enrolled(b, '2009-09-01'), true],
    [
      'together until before the school year',
      enrolled(a, '2008-08-01', { datumUitschrijving: '2009-07-31' }),
      enrolled(b, '2008-08-01'),
      false,
    ],
    [
      'together until the first day of the school year',
      enrolled(a, '2008-08-01', { datumUitschrijving: START }),
      enrolled(b, '2008-08-01'),
      true,
    ],
    ['together after the controledatum', enrolled(a, START), enrolled(b, '2010-05-11'), false],
    ['together from the controledatum on', enrolled(a, START), enrolled(b, '2010-05-10'), true],
    [
      'a school closed all the time',
      enrolled(school('98AF', { closed: '2009-08-01' }), START),
      enrolled(b, START),
      false,
    ],
    ['a school closed later', enrolled(school('98AF', { closed: '2009-08-02' }), START), enrolled(b, START), true],
    ['LGF and ambulant', enrolled(a, START, lgf), enrolled(wec('98WA', '3'), START, guided), false],
    ['ambulant without LGF', enrolled(a, START), enrolled(wec('98WA', '3'), START, guided), true],
    ['LGF and a regular WEC', enrolled(a, START, lgf), enrolled(wec('98WA', '3'), START), true],
    ['crisis', enrolled(a, START), enrolled(wec('98WA', '3'), START, stay('1')), false],
    ['observation', enrolled(a, START), enrolled(wec('98WA', '3'), START, stay('2')), false],
    ['residential', enrolled(a, START), enrolled(wec('98WA', '3'), START, stay('3')), true],
    ['crisis for a part', enrolled(a, START), enrolled(wec('98WA', '3'), START, stay('1', '0')), true],
    [
      'crisis during the overlap',
      enrolled(a, START, { datumUitschrijving: '2009-12-31' }),
      enrolled(wec('98WA', '3'), START, stay('1', '0')),
      false,
    ],
    [
      'two crisis places',
      enrolled(wec('98WB', '4'), START, stay('2')),
      enrolled(wec('98WA', '3'), START, stay('1')),
      true,
    ],
    [
      'ambulant of cluster 1 and regular WEC',
      enrolled(wec('98WV', '1'), START, guided),
      enrolled(wec('98WA', '3'), START),
      false,
    ],
    [
      'ambulant of cluster 1 and ambulant of cluster 4',
      enrolled(wec('98WV', '1'), START, guided),
      enrolled(wec('98WB', '4'), START, guided),
      false,
    ],
    [
      'ambulant of cluster 1 twice',
      enrolled(wec('98WV', '1'), START, guided),
      enrolled(wec('98WX', '1'), START, guided),
      true,
    ],
    ['ambulant of cluster 1 and basisschool', enrolled(wec('98WV', '1'), START, guided), enrolled(a, START), true],
    [
      'ambulant of cluster 3 and 4',
      enrolled(wec('98WA', '3'), START, guided),
      enrolled(wec('98WB', '4'), START, guided),
      true,
    ],
  ])('%s', (_, one, other, double) => {
    expect(judged(one, other)).toBe(double);
  });

  const year = { from: '2014-08-01', to: '2015-01-10' };
  const later = { from: '2015-08-01', to: '2016-01-10' };

  it.each([
    ['2014-12', 'began before Passend Onderwijs', '2014-07-31', lgf, guided, year, false],
    ['2014-12', 'began with Passend Onderwijs', '2014-08-01', lgf, guided, year, true],
    ['2015-11', 'began before Passend Onderwijs', '2014-07-31', lgf, guided, later, true],
    ['2015-11', 'an arrangement', '2015-08-01', {}, arranged, later, false],
    ['2014-12', 'an arrangement, which it does not have', '2014-08-01', {}, arranged, year, true],
    ['2015-11', 'a crisisplaats', '2015-08-01', {}, stay('1'), later, true],
  ] as const)('in %s: %s', (edition, _, date, one, other, within, double) => {
    expect(judged(enrolled(a, date, one), enrolled(wec('98WA', '3'), date, other), edition, within)).toBe(double);
  });

  it('in 2015-11: two arrangements', () => {
    const two = (['98WA', '98WB'] as const).map((brin) => enrolled(wec(brin, '3'), '2015-08-01', arranged));
    expect(isDouble(two[0]!, two[1]!, later, '2015-11')).toBe(true);
  });
});
