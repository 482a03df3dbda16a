import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../shared/pve/controles/types.ts';
import { berichtCases, has, patched } from './support/berichtCases.ts';
import { controleCases, meldingCases } from './support/controleCases.ts';
import { lineOf, reportOf } from './support/report.ts';
import { rows, rowsOf } from './support/rows.ts';
import { runConformance, type Run } from './support/run.ts';
import { agree } from './support/wire/outcome.ts';

/** `npm run conformance` sends every case; here one of ten meldingen, and every case about another message. */
const SAMPLE = 10;

describe.each<Edition>(['2014-12', '2015-11'])('cases over the wire, edition of %s', (edition) => {
  const falsified = meldingCases.filter(({ expected }) => expected.length === 0)[0];
  const meldingen = controleCases.filter((_, index) => index % SAMPLE === 0);
  let run: Run;
  beforeAll(async () => {
    const wrong = falsified
      ? [{ ...falsified, file: 'falsified', wire: ['306 A inschrijvingWpo.datumInschrijving'] }]
      : [];
    run = await runConformance(edition, { meldingen: [...meldingen, ...wrong], berichten: berichtCases });
  });

  it('bring back what the PvE says', () => {
    expect(run.outcomes.filter(({ passed, head }) => !passed && head.file !== 'falsified')).toEqual([]);
    expect(run.errors).toEqual([]);
    expect(reportOf(run).berichten.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('fail when something else is expected', () => {
    const [outcome] = run.outcomes.filter(({ head }) => head.file === 'falsified');
    expect(outcome).toMatchObject({ passed: false, got: [] });
    const { rows: results, signalen } = reportOf(run);
    expect(results.find(({ row }) => row.id === falsified?.rows[0])?.passed).toBe(false);
    expect(signalen.find(({ code }) => code === '306')?.passed).toBe(false);
  });

  it('are counted as the PvE counts', () => {
    const line = lineOf(reportOf(run));
    const possible = rowsOf(edition).length - line.onmogelijk.filter(({ rij }) => rij.includes('-')).length;
    expect(line.controles.totaal).toBe(possible);
    expect(line.signalen.totaal).toBe(edition === '2014-12' ? 102 : 128);
    expect(line.berichten).toEqual({ totaal: 16, geslaagd: expect.any(Number) as number });
    expect(line.controles.geslaagd).toBeLessThanOrEqual(line.controles.metGeval);
    for (const nr of [5, 6, 13, 17]) {
      expect(reportOf(run).berichten.find((result) => result.nr === nr)).toMatchObject({ lacking: [] });
    }
  });
});

describe('the cases', () => {
  it('are about rows that there are', () => {
    const ids = new Set(rows.map(({ id }) => id));
    const named = [...controleCases, ...berichtCases].flatMap((item) => item.rows);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('about messages have different names', () => {
    const names = berichtCases.map(({ file, name }) => `${file} ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('what comes back agrees with what was expected', () => {
  it.each<[string, expected: string[], got: string[], boolean]>([
    ['nothing', [], [], true],
    ['the same', ['306 A a.b'], ['306 A a.b'], true],
    ['another code', ['306 A a.b'], ['307 A a.b'], false],
    ['another ernst', ['306 A a.b'], ['306 S a.b'], false],
    ['another place', ['306 A a.b'], ['306 A a.c'], false],
    ['one too many', ['306 A a.b'], ['306 A a.b', '306 A a.b'], false],
    ['one too few', ['306 A a.b', '306 A a.c'], ['306 A a.b'], false],
    ['the place does not show', ['306 A a.b'], ['306 A'], true],
    ['the place does not matter', ['306 A'], ['306 A a.b'], true],
    ['one with and one without a place', ['306 A', '306 A a.b'], ['306 A a.b', '306 A a.c'], true],
  ])('%s', (_, expected, got, result) => {
    expect(agree(expected, got)).toBe(result);
  });

  it.each<[string, content: unknown, asked: unknown, boolean]>([
    ['a gegeven', { a: '1', b: '2' }, { a: '1' }, true],
    ['another value', { a: '1' }, { a: '2' }, false],
    ['what must not be there', { a: '1' }, { b: null }, true],
    ['what is there all the same', { b: '1' }, { b: null }, false],
    ['in a list of as many', { a: [{ b: '1', c: '2' }] }, { a: [{ b: '1' }] }, true],
    ['a longer list', { a: [{ b: '1' }, { b: '2' }] }, { a: [{ b: '1' }] }, false],
    ['no list', {}, { a: [] }, true],
  ])('content: %s', (_, content, asked, result) => {
    expect(has(content, asked)).toBe(result);
  });

  it('a patch reaches into the first of a list and takes away what is null', () => {
    expect(patched({ a: [{ b: '1', c: '2' }], d: '3' }, { a: { b: '4', c: null }, d: null })).toEqual({
      a: [{ b: '4' }],
    });
  });
});
