import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages } from '../../shared/pve/berichten/messages.ts';
import { stuurgegevens } from '../../shared/pve/gegevensset/header.ts';
import type { Gegevenselement, Gegevensgroep } from '../../shared/pve/gegevensset/types.ts';

/** Number, name, format and length, typed over by hand from PvE 4.1: of 2014-12, and what 2015-11 adds (its numbers 100 to 109 mean other gegevens there). */
type Row = [nr: string, name: string, format: string, length: number];
const table = JSON.parse(readFileSync(new URL('gegevensset-table.json', import.meta.url), 'utf8')) as Row[];

const FORMATS: Record<Gegevenselement['format'], string> = {
  alfanum: 'Alfanum',
  num: 'Numeriek',
  datum: 'Datum',
  partialDate: 'Datum, deels onbekend',
  boolean: 'Boolean',
};

/** Ernst signaal stands in no message: A comes in bericht 13, S elsewhere. */
const IN_NO_MESSAGE = ['103'];

const elementsOf = (group: Gegevensgroep): Gegevenselement[] => [
  ...group.elements,
  ...group.groups.flatMap(elementsOf),
];
const all = [stuurgegevens, ...Object.values(messages)].flatMap(elementsOf);

describe('the gegevensset against PvE 4.1', () => {
  it('the table is complete', () => {
    const of2014 = Array.from({ length: 110 }, (_, index) => String(index + 1));
    const added = ['42a', '66a', '66b', '95a', '95b', '95c'];
    const eindtoets = Array.from({ length: 10 }, (_, index) => `${index + 100} (2015-11)`);
    expect(table.map(([nr]) => nr)).toEqual([...of2014, ...added, ...eindtoets]);
  });

  it.each(table.filter(([nr]) => !IN_NO_MESSAGE.includes(nr)))('%s %s', (nr, name, format, length) => {
    const found = all.filter((element) => element.nr === nr);
    expect(found).not.toEqual([]);
    for (const element of found) {
      expect([element.name, FORMATS[element.format], element.length]).toEqual([name, format, length]);
    }
  });

  it('knows no number that the PvE does not give', () => {
    const known = new Set([...table.map(([nr]) => nr), '']);
    expect(all.filter(({ nr }) => !known.has(nr))).toEqual([]);
    expect(new Set(all.filter(({ nr }) => nr === '').map(({ name }) => name))).toEqual(new Set(['Elementcode']));
  });

  it('marks exactly the groups that the edition of 2015-11 added', () => {
    const groupsOf = (group: Gegevensgroep): Gegevensgroep[] => [group, ...group.groups.flatMap(groupsOf)];
    const added = Object.values(messages)
      .flatMap(groupsOf)
      .filter(({ since }) => since === '2015-11');
    expect([...new Set(added.map(({ name }) => name))].sort()).toEqual([
      'Arrangement WEC',
      'Ontwikkelingsperspectief BAO WPO',
      'Signaal',
      'Toetsdomein',
      'Toetsonderdeel',
      'Verplichte eindtoets',
    ]);
  });
});
