import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages } from '../../shared/pve/berichten/messages.ts';
import { stuurgegevens } from '../../shared/pve/gegevensset/header.ts';
import type { Gegevenselement, Gegevensgroep } from '../../shared/pve/gegevensset/types.ts';

/** Number, name, format and length, typed over by hand from PvE 4.1.1 to 4.1.5 (2014-12). */
type Row = [nr: string, name: string, format: string, length: number];
const table = JSON.parse(readFileSync(new URL('gegevensset-table.json', import.meta.url), 'utf8')) as Row[];

const FORMATS: Record<Gegevenselement['format'], string> = {
  alfanum: 'Alfanum',
  num: 'Numeriek',
  datum: 'Datum',
  partialDate: 'Datum, deels onbekend',
  boolean: 'Boolean',
};

/** 12 Datum ingang adreswijziging occurs in bericht 2 and 9 only, which have not joined yet. */
const NOT_YET = ['12'];

const elementsOf = (group: Gegevensgroep): Gegevenselement[] => [
  ...group.elements,
  ...group.groups.flatMap(elementsOf),
];
const all = [stuurgegevens, ...Object.values(messages)].flatMap(elementsOf);

describe('the gegevensset against PvE 4.1', () => {
  it('the table is complete', () => {
    expect(table.map(([nr]) => nr)).toEqual(Array.from({ length: 97 }, (_, index) => String(index + 1)));
  });

  it.each(table.filter(([nr]) => !NOT_YET.includes(nr)))('%s %s', (nr, name, format, length) => {
    const found = all.filter((element) => element.nr === nr);
    expect(found).not.toEqual([]);
    for (const element of found) {
      expect([element.name, FORMATS[element.format], element.length]).toEqual([name, format, length]);
    }
  });

  it('knows no number that the PvE does not give', () => {
    // 42a joined in the edition of November 2015 (PvE 4.1.3).
    const known = new Set([...table.map(([nr]) => nr), '42a', '98', '99', '100', '101', '102', '104', '']);
    expect(all.filter(({ nr }) => !known.has(nr))).toEqual([]);
    expect(new Set(all.filter(({ nr }) => nr === '').map(({ name }) => name))).toEqual(new Set(['Elementcode']));
  });
});
