import { describe, expect, it } from 'vitest';
import { inschrijvingWec } from '../../shared/pve/gegevensset/inschrijvingWec.ts';
import { inschrijvingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonTerugkoppeling, persoonZonderPgn } from '../../shared/pve/gegevensset/person.ts';
import type { Gegevensgroep } from '../../shared/pve/gegevensset/types.ts';
import {
  describeWaardelijst,
  findWaarde,
  isValidOn,
  waardelijsten,
  waarden,
  type Waardelijst,
} from '../../shared/pve/waardelijsten/waardelijsten.ts';
import { isDate } from '../../shared/domain/dates.ts';

/** Number of rows, counted by hand in PvE 7.1 (2014-12) and in the BRP tables. */
const counts: Partial<Record<Waardelijst, number>> = {
  vve: 6,
  adviesVo: 34,
  eindtoets: 10,
  onderwijssoortIndicatie: 17,
  soortOnderwijs: 16,
  soortVerblijf: 7,
  gewichtenregeling: 2,
  gewicht: 8,
  geslacht: 3,
  schoolsoort: 3,
  nnca: 6,
  statusMelding: 2,
  ernstSignaal: 2,
  bekostigingscategorie: 3,
  uitstroomprofiel: 3,
  huisnummerAanduiding: 2,
  land: 390,
  nationaliteit: 217,
};

describe('the lists', () => {
  it.each(Object.entries(counts) as [Waardelijst, number][])('%s has %i rows', (list, count) => {
    expect(waarden(list)).toHaveLength(count);
  });

  it.each(waardelijsten)('%s has a title, labels, dates that exist and no code twice', (list) => {
    expect(describeWaardelijst(list).title).not.toBe('');
    const keys = waarden(list).map(({ code, within }) => `${code} ${within ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { code, label, from, to } of waarden(list)) {
      expect([code, label]).not.toContain('');
      // Countries go back further than messages do.
      const modern = (date: string | undefined) => date === undefined || date < '1900' || isDate(date);
      expect([modern(from), modern(to)]).toEqual([true, true]);
    }
  });

  it('every list of the gegevensset is at hand, but for what DUO and PostNL keep', () => {
    const names = (group: Gegevensgroep): string[] => [
      ...group.elements.flatMap(({ waardelijst }) => waardelijst ?? []),
      ...group.groups.flatMap(names),
    ];
    const used = new Set(
      [persoonMetPgn, persoonZonderPgn, persoonTerugkoppeling, inschrijvingWpo, inschrijvingWec].flatMap(names),
    );
    const external = ['postcode', 'vestiging', 'vestigingSchoolVanInschrijving', 'brin'];
    expect(
      [...used].filter((name) => !external.includes(name) && !waardelijsten.includes(name as Waardelijst)),
    ).toEqual([]);
  });

  it('only the voorvoegsels are incomplete', () => {
    expect(waardelijsten.filter((list) => describeWaardelijst(list).incomplete)).toEqual(['voorvoegsel']);
  });
});

describe('looking up', () => {
  it('finds a value by its code, exactly as written', () => {
    expect(findWaarde('adviesVo', '60')?.label).toBe('HAVO');
    expect([
      findWaarde('vve', '1'),
      findWaarde('geslacht', 'm'),
      findWaarde('land', '9998'),
      findWaarde('vve', ''),
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });
  it.each([
    ['adviesVo', '28', '2014-07-31', true],
    ['adviesVo', '28', '2014-08-01', false],
    ['adviesVo', '80', '2013-07-31', false],
    ['adviesVo', '80', '2013-08-01', true],
    ['eindtoets', '2', '2010-02-28', true],
    ['eindtoets', '2', '2010-03-01', false],
    ['gewichtenregeling', '1', '2010-07-31', true],
    ['gewichtenregeling', '1', '2010-08-01', false],
    ['gewichtenregeling', '2', '2006-07-31', false],
    ['gewichtenregeling', '2', '2006-08-01', true],
    ['soortOnderwijs', '33', '2014-07-31', true],
    ['soortOnderwijs', '33', '2014-08-01', false],
    ['soortVerblijf', '2', '2014-08-01', false],
    ['soortVerblijf', '3', '2014-08-01', true],
    ['vve', '04', '2004-12-31', false],
    ['vve', '04', '2005-01-01', true],
    ['land', '9049', '1991-12-30', true],
    ['land', '9049', '1991-12-31', false],
    ['geslacht', 'O', '2009-01-01', true],
    ['geslacht', 'X', '2009-01-01', false],
  ] as const)('%s %s on %s: %s', (list, code, date, valid) => {
    expect(isValidOn(list, code, date)).toBe(valid);
    expect(waarden(list, date).some((waarde) => waarde.code === code)).toBe(valid);
  });
  it('a gewicht belongs to its regeling', () => {
    expect(waarden('gewicht', undefined, { within: '2' }).map(({ code }) => code)).toEqual(['0', '0,30', '1,20']);
    expect([
      findWaarde('gewicht', '0,25', { within: '2' }),
      findWaarde('gewicht', '0,25', { within: '1' })?.code,
    ]).toEqual([undefined, '0,25']);
  });
  it('the label of an NNCA depends on the kind of school', () => {
    expect(findWaarde('nnca', '1', { within: 'BAO' })?.label).toMatch(/Suriname/);
    expect(findWaarde('nnca', '1', { within: 'SBAO/WEC' })?.label).not.toMatch(/Suriname/);
  });
  it('an edition may end a value', () => {
    expect([
      isValidOn('eindtoets', '1', '2014-08-01'),
      isValidOn('eindtoets', '1', '2014-08-01', { edition: '2015-11' }),
    ]).toEqual([true, false]);
    expect(isValidOn('eindtoets', '1', '2014-07-31', { edition: '2015-11' })).toBe(true);
  });
  it('Nederland is in both tables', () => {
    expect([findWaarde('land', '6030')?.label, findWaarde('nationaliteit', '0001')?.label]).toEqual([
      'Nederland',
      'Nederlandse',
    ]);
  });
});
