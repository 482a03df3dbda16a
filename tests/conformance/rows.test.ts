import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { controles } from '../../shared/pve/controles/controles.ts';
import type { Edition } from '../../shared/pve/controles/types.ts';
import { rows, rowsOf, rowsOfControles, sections } from './support/rows.ts';

type Counts = [rows: number, afkeur: number, signaal: number];

/**
 * The tables of PvE 4.2 counted by hand: every line with a controle is a row, also one without an attribuut or a code of its own. The
 * four lines of the consistentiecontrole that only explain, and lines of dashes, are none. 793 without ernst counts as A, "zacht"
 * (956) as S.
 */
const table = JSON.parse(readFileSync(new URL('rows-table.json', import.meta.url), 'utf8')) as {
  sections: [section: string, edition2014: Counts, edition2015: Counts, codes: string, codes2015: string][];
  rowsPerCode: Record<string, [edition2014: number, edition2015: number]>;
};

const editions: [Edition, index: 1 | 2, total: number, withoutCode: number, codes: number][] = [
  ['2014-12', 1, 289, 7, 103],
  ['2015-11', 2, 344, 7, 129],
];

describe.each(editions)('the rows of the edition of %s', (edition, index, total, withoutCode, codes) => {
  const list = rowsOf(edition);

  it('are as many as the PvE has', () => {
    expect(list.length).toBe(total);
    expect(list.filter(({ code }) => code === undefined).length).toBe(withoutCode);
    expect(new Set(list.flatMap(({ code }) => code ?? [])).size).toBe(codes);
  });

  it.each(table.sections)('%s has its rows and codes', (section, ...counted) => {
    const own = list.filter((row) => row.section === section);
    const ernst = (wanted: string) => own.filter((row) => row.ernst === wanted).length;
    expect([own.length, ernst('A'), ernst('S')]).toEqual(counted[index - 1]);
    const [, , both, only2015] = counted;
    const named = [both, edition === '2015-11' ? only2015 : ''].join(' ').split(' ').filter(Boolean);
    const found = new Set(own.flatMap(({ code }) => code ?? []));
    if (own.length > 0) expect([...found].sort()).toEqual(named.sort());
  });

  it('use a code as often as the PvE does', () => {
    const counted = Object.groupBy(list, ({ code }) => code ?? '-');
    const several = Object.entries(counted).flatMap(([code, own]): [string, number][] =>
      code !== '-' && own && own.length > 1 ? [[code, own.length]] : [],
    );
    const expected = Object.entries(table.rowsPerCode)
      .map(([code, counts]): [string, number] => [code, counts[index - 1] ?? 0])
      .filter(([, count]) => count > 1);
    expect(several.sort()).toEqual(expected.sort());
  });
});

describe('a row', () => {
  it('is named after its section, its number there and its code', () => {
    for (const { section } of sections) {
      const own = rows.filter((row) => row.section === section);
      expect(own.map(({ id }) => id)).toEqual(
        own.map(({ code }, number) => [section, String(number + 1).padStart(2, '0'), code].filter(Boolean).join('-')),
      );
    }
  });

  it('says in one short sentence what breaks it', () => {
    for (const { text } of rows) expect(text).toMatch(/^[A-Z][^<>&]{20,128}\.$/);
  });
});

describe('the controles and the rows', () => {
  const judged = controles.filter(({ section }) => section.startsWith('4.2'));
  const rowOf = rowsOfControles(judged);

  it.each(
    judged.map((controle) => [`${controle.section} ${controle.code} ${controle.gegevensgroep}`, controle] as const),
  )('%s is a row of the PvE, with its ernst', (_, controle) => {
    expect(rowOf.get(controle)?.ernst).toBe(controle.ernst);
  });

  it('are one to one, but for a row that holds for two groups or differs between the editions', () => {
    const twice = [...rowOf].flatMap(([controle, { id }]) => {
      const same = [...rowOf].filter(([other, row]) => other !== controle && row.id === id);
      return same.flatMap(([other]) =>
        other.gegevensgroep === controle.gegevensgroep && other.edition === controle.edition ? [id] : [],
      );
    });
    expect(twice).toEqual([]);
  });
});
