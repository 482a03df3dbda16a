import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../shared/pve/controles/types.ts';
import { berichtCases, has, patched } from './support/berichtCases.ts';
import { controleCases, meldingCases } from './support/controleCases.ts';
import { hasCases, lineOf, reportOf, type Report } from './support/report.ts';
import { rows, rowsOf } from './support/rows.ts';
import { runConformance, type Run } from './support/run.ts';
import { agree, type Outcome } from './support/wire/outcome.ts';

/** What of the lists of PvE 4.2 and 7.1.25 no message brings about (`onmogelijk.json`). */
const counted = {
  '2014-12': { rows: 289 - 1, codes: 103 - 1, impossible: ['4.2.2-02-358', '458', '459'] },
  '2015-11': {
    rows: 344 - 3,
    codes: 129 - 1,
    impossible: ['4.2.2-02-358', '4.2.9.12-07-349', '4.2.9.12-09-331', '458', '990', '991'],
  },
};

describe.each<Edition>(['2014-12', '2015-11'])('every case over the wire, edition of %s', (edition) => {
  let run: Run;
  let report: Report;
  beforeAll(async () => {
    run = await runConformance(edition);
    report = reportOf(run);
  }, 300_000);

  it('brings back what the PvE says', () => {
    expect(run.outcomes.filter(({ passed }) => !passed)).toEqual([]);
    expect(run.errors).toEqual([]);
    expect(report.berichten.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('has for each row one that breaks it and one that just does not', () => {
    expect(report.rows.filter((row) => !hasCases(row)).map(({ row }) => row.id)).toEqual([]);
  });

  it('has of each message every part on the wire, with and without', () => {
    expect(report.berichten.filter((bericht) => bericht.lacking.length > 0)).toEqual([]);
  });

  it('counts as the PvE counts', () => {
    const { rows: totaal, codes, impossible } = counted[edition];
    const { onmogelijk, ...line } = lineOf(report);
    expect(line).toEqual({
      editie: edition,
      berichten: { totaal: 16, geslaagd: 16 },
      controles: { totaal, metGeval: totaal, geslaagd: totaal },
      signalen: { totaal: codes, geslaagd: codes, ontbreekt: [] },
    });
    expect(onmogelijk.map(({ rij }) => rij)).toEqual(impossible);
    expect(rowsOf(edition).length - impossible.filter((rij) => rij.includes('-')).length).toBe(totaal);
  });
});

describe('a case that expects something else', () => {
  it('fails, and with it its row and its code', async () => {
    const right = meldingCases.find(({ rows: own, expected }) => own.length > 0 && expected.length === 0);
    const wrong = right && { ...right, file: 'falsified', wire: ['306 A inschrijvingWpo.datumInschrijving'] };
    const run = await runConformance('2015-11', { meldingen: wrong ? [wrong] : [], berichten: [] });
    const { rows: results, signalen, failures } = reportOf(run);
    expect(failures).toMatchObject([{ head: { file: 'falsified' }, passed: false, got: [] }]);
    expect(results.find(({ row }) => row.id === right?.rows[0])?.passed).toBe(false);
    expect(signalen.find(({ code }) => code === '306')?.passed).toBe(false);
  });
});

/** An outcome of a case about these rows. */
const outcomeOf = (expected: string[], passed = true): Outcome => ({
  head: { file: '', section: '', name: '', rows: ['4.2.8.7-05-326', '4.2.8.7-08-331', '4.2.9.9-02-338'], bericht: 3 },
  edition: '2015-11',
  expected,
  got: passed ? expected : [],
  passed,
});

describe('what a case shows of a row', () => {
  const shown = (id: string, outcomes: Outcome[]) => {
    const traffic = { numbers: () => new Set<number>(), problems: () => [], missing: () => [] };
    const result = reportOf({ edition: '2015-11', outcomes, traffic, errors: [] }).rows.find(
      ({ row }) => row.id === id,
    );
    return [result?.breaks.length, result?.spares.length, result?.passed];
  };

  it.each<[string, id: string, expected: string[], breaks: number, spares: number]>([
    ['a row of ernst S is spared by a melding without signalen', '4.2.8.7-08-331', [], 0, 1],
    ['and by one with another signaal', '4.2.8.7-08-331', ['368 S'], 0, 1],
    ['but not beside an afkeur, which would hide it (R1)', '4.2.8.7-08-331', ['326 A'], 0, 0],
    ['a row of ernst A is spared beside an afkeur', '4.2.8.7-05-326', ['303 A'], 0, 1],
    ['but not by a message that the schema refuses', '4.2.8.7-05-326', ['359 A'], 0, 0],
    ['nor by one that the school may not deliver (R35)', '4.2.8.7-05-326', ['356 A'], 0, 0],
    ['nor by what is no message', '4.2.8.7-05-326', ['HTTP 500'], 0, 0],
    ['its code breaks it', '4.2.8.7-08-331', ['331 S'], 1, 0],
    ['also at its place', '4.2.8.7-08-331', ['331 S lgfIndicatie[0].begindatum'], 1, 0],
    ['but not at that of another row with the same code', '4.2.8.7-08-331', ['331 S gewicht[0].begindatum'], 0, 1],
    ['a place that no row has is that of the only row', '4.2.8.7-05-326', ['326 A gewicht[0].begindatum'], 1, 0],
  ])('%s', (_, id, expected, breaks, spares) => {
    expect(shown(id, [outcomeOf(expected)])).toEqual([breaks, spares, false]);
  });

  it('a row passes with both, unless a case about it fails', () => {
    const [broken, spared] = [outcomeOf(['331 S']), outcomeOf([])];
    expect(shown('4.2.8.7-08-331', [broken, spared])).toEqual([1, 1, true]);
    expect(shown('4.2.8.7-08-331', [broken, spared, outcomeOf(['331 S'], false)])).toEqual([2, 1, false]);
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
