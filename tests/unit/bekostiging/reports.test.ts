import { describe, expect, it } from 'vitest';
import { datesOf, handInBy, reportRows, reportsOf } from '../../../shared/bekostiging/reports/reports.ts';
import type { SchoolSoort } from '../../../shared/pve/berichten/kinds.ts';

const titles = (soort: SchoolSoort) => reportsOf(soort).map(({ title }) => title);
const find = (soort: SchoolSoort, key: string) => reportsOf(soort).find((report) => report.key === key)!;

describe('C-11: the sheets in the place of the eight forms', () => {
  it.each([
    [
      'BAO',
      [
        'Telling op 1 oktober',
        'Groei en bijzondere groei',
        'Telling op 1 maart',
        'Geïndiceerde leerlingen',
        'Zeer moeilijk lerende leerlingen',
        'Overzicht van de tellingen',
        'Maandopgave (noodprocedure)',
      ],
    ],
    [
      'SBAO',
      ['Telling op 1 oktober', 'Geïndiceerde leerlingen', 'Overzicht van de tellingen', 'Maandopgave (noodprocedure)'],
    ],
    [
      'TREKKEND',
      [
        'Telling op 1 oktober, trekkende bevolking',
        'Geïndiceerde leerlingen',
        'Overzicht van de tellingen',
        'Maandopgave (noodprocedure)',
      ],
    ],
    [
      'WEC',
      ['Telling op 1 oktober', 'Telling op 16 januari', 'Overzicht van de tellingen', 'Maandopgave (noodprocedure)'],
    ],
  ] as const)('C-11: of a school of soort %s', (soort, expected) => {
    expect(titles(soort)).toEqual(expected);
  });

  it('C-11: all eight forms have their sheet, and only the maandopgave is no control list', () => {
    const soorten = ['BAO', 'SBAO', 'TREKKEND', 'WEC'] as const;
    const all = new Map(soorten.flatMap(reportsOf).map((report) => [report.key, report]));
    expect([...all.values()].filter(({ replaces }) => replaces !== undefined)).toHaveLength(8);
    expect([...all.values()].filter(({ replaces }) => replaces === undefined).map(({ key }) => key)).toEqual([
      'monthly',
    ]);
  });

  it.each([
    ['BAO', 'october', '2009-2010', ['2009-10-01']],
    ['BAO', 'march', '2009-2010', ['2010-03-01']],
    ['WEC', 'january', '2009-2010', ['2010-01-16']],
    ['BAO', 'guided', '2013-2014', ['2013-10-01']],
    ['BAO', 'guided', '2014-2015', []],
    [
      'BAO',
      'monthly',
      '2009-2010',
      [
        '2009-08-01',
        '2009-09-01',
        '2009-10-01',
        '2009-11-01',
        '2009-12-01',
        '2010-01-01',
        '2010-02-01',
        '2010-03-01',
        '2010-04-01',
        '2010-05-01',
        '2010-06-01',
        '2010-07-01',
      ],
    ],
    ['BAO', 'zmlk', '2014-2015', []],
  ] as const)('%s, %s in %s: %s', (soort, key, schooljaar, expected) => {
    expect(datesOf(find(soort, key), soort, schooljaar)).toEqual(expected);
  });

  it('growth has 1 October before, the first school day and each first of a month to 1 June', () => {
    const dates = datesOf(find('BAO', 'growth'), 'BAO', '2010-2011', '2010-08-23');
    expect(dates.slice(0, 4)).toEqual(['2009-10-01', '2010-08-23', '2010-09-01', '2010-10-01']);
    expect(dates.at(-1)).toBe('2011-06-01');
    expect(dates).toHaveLength(12);
    expect(datesOf(find('BAO', 'growth'), 'BAO', '2010-2011')).toHaveLength(11);
    expect(datesOf(find('BAO', 'growth'), 'BAO', '2010-2011', '2010-09-01')).toHaveLength(11);
  });

  it('the overview has the dates of the GTBs', () => {
    const dates = datesOf(find('WEC', 'overview'), 'WEC', '2009-2010', '2009-08-17');
    expect(dates).toEqual(['2009-08-17', '2009-10-01', '2010-01-16', '2010-03-01']);
  });

  it('the maandopgave asks age, gewicht and background, every first of a month, before the 15th', () => {
    const monthly = find('BAO', 'monthly');
    expect(datesOf(monthly, 'BAO', '2009-2010')).toHaveLength(12);
    expect(new Set(reportRows(monthly, 'BAO', '2009-12-01').map(({ group }) => group))).toEqual(
      new Set(['totaal', 'leeftijd', 'gewicht', 'nnca']),
    );
    expect(handInBy('2009-12-01')).toBe('2009-12-14');
    expect(handInBy('2010-01-01')).toBe('2010-01-14');
  });

  it('has only the rows of its form', () => {
    expect(reportRows(find('BAO', 'zmlk'), 'BAO', '2009-10-01').map(({ code }) => code)).toEqual([
      'totaal',
      'lgf:zml3',
    ]);
    const march = reportRows(find('BAO', 'march'), 'BAO', '2010-03-01').map(({ code }) => code);
    expect(march).toContain('mi:4-7');
  });
});
