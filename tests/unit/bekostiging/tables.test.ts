import { describe, expect, it } from 'vitest';
import { deadlineOf } from '../../../shared/bekostiging/deadlines.ts';
import { lastDayOfIndication } from '../../../shared/bekostiging/indications.ts';
import { gtbRows } from '../../../shared/bekostiging/rows.ts';
import { rowGroups } from '../../../shared/bekostiging/rows/row.ts';
import { attentionRules } from '../../../shared/bekostiging/signalen/attention.ts';
import { findGtbSignaal, gtbSignalen } from '../../../shared/bekostiging/signalen/catalog.ts';
import { notCountedRules } from '../../../shared/bekostiging/signalen/notCounted.ts';
import { schoolgewicht } from '../../../shared/bekostiging/schoolgewicht.ts';
import { weightOn } from '../../../shared/bekostiging/weights.ts';
import { allKinds, inschrijvingKinds } from '../../../shared/pve/berichten/kinds.ts';
import { persoonMetPgn } from '../../../shared/pve/gegevensset/person.ts';
import type { FieldGroup } from '../../../shared/pve/gegevensset/types.ts';

describe('the rows of a GTB', () => {
  // A table to read: which numbers stand on the GTB of a school, what they count and why.
  it.each([
    ['BAO', '2010-03-01'],
    ['BAO', '2014-08-01'],
    ['SBAO', '2010-10-01'],
    ['TREKKEND', '2010-10-01'],
    ['WEC', '2010-10-01'],
    ['WEC', '2015-10-01'],
  ] as const)('of %s on %s', async (soort, peildatum) => {
    const table = gtbRows(soort, peildatum).map((row) => {
      const { code, group, label, unit, splits = '-', hiddenWhenZero, counts, source, assumed } = row;
      const head = [code, rowGroups[group], label, unit, splits, hiddenWhenZero ? 'hidden when zero' : 'always'];
      return [head.join(' | '), `    ${counts} (${source})`, ...(assumed ? [`    ${assumed}`] : [])].join('\n');
    });
    await expect(`${table.join('\n')}\n`).toMatchFileSnapshot(`./rows/${soort}-${peildatum}.txt`);
  });

  it('have old gewichten until 31 July 2010', () => {
    const old = (peildatum: string) => gtbRows('BAO', peildatum).some(({ code }) => code.startsWith('gewicht:1'));
    expect([old('2010-07-31'), old('2010-08-01')]).toEqual([true, false]);
  });

  it('have bands for the materiële instandhouding on 1 March only', () => {
    const has = (peildatum: string) => gtbRows('BAO', peildatum).some(({ code }) => code.startsWith('mi:'));
    expect([has('2010-02-28'), has('2010-03-01'), has('2010-03-02')]).toEqual([false, true, false]);
  });

  it('say that the threshold before October 2008 is assumed', () => {
    const said = (peildatum: string) => gtbRows('BAO', peildatum).find(({ code }) => code === 'schoolgewicht')?.assumed;
    expect(said('2008-09-30')).toMatch(/^De drempel van voor 1 oktober 2008/);
    expect(said('2008-10-01')).toMatch(/^Hoe de bovengrens/);
  });
});

describe('the signalen of a GTB', () => {
  const numbers = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);

  it('are G01 to G16 and A01 to A10, each with a rule', () => {
    expect(gtbSignalen.map(({ code }) => code)).toEqual([...numbers('G', 16), ...numbers('A', 10)]);
    expect(['G02', ...notCountedRules.map(({ code }) => code)].sort()).toEqual(numbers('G', 16));
    expect(attentionRules.map(({ code }) => code)).toEqual(numbers('A', 10));
    expect(findGtbSignaal('G99')).toBeUndefined();
  });

  it('say what they withhold when they are no attentiesignaal', () => {
    for (const { code, kind, withholds } of gtbSignalen) {
      expect([code, kind]).toEqual([code, code.startsWith('G') ? 'signaal' : 'attentiesignaal']);
      expect([code, withholds !== undefined]).toEqual([code, code.startsWith('G')]);
    }
  });

  const inside = (group: FieldGroup): FieldGroup[] => [group, ...group.groups.flatMap(inside)];

  it.each(allKinds)('lead to gegevens that an inschrijving %s has', (kind) => {
    const groups = [...inside(inschrijvingKinds[kind]), { ...persoonMetPgn, key: 'persoon' }];
    for (const { code, place } of gtbSignalen) {
      const { gegevensgroep, element } = place?.[kind] ?? {};
      if (gegevensgroep === undefined) continue;
      const found = groups.find(({ key }) => key === gegevensgroep);
      expect([code, found?.key]).toEqual([code, gegevensgroep]);
      if (element)
        expect([code, found?.elements.map(({ key }) => key)]).toEqual([code, expect.arrayContaining([element])]);
    }
  });
});

describe('until when BRON can get what counts', () => {
  it.each([
    ['BAO', '2010-10-01', 'bekostiging', '2010-12-01'],
    ['BAO', '2010-10-01', 'groei', '2010-10-29'],
    ['BAO', '2011-03-01', 'bekostiging', '2011-04-01'],
    ['BAO', '2011-03-01', 'groei', '2011-03-29'],
    ['BAO', '2011-05-01', 'bekostiging', '2011-05-29'],
    ['BAO', '2011-05-01', 'groei', '2011-05-29'],
    ['BAO', '2011-08-01', 'bekostiging', undefined],
    ['BAO', '2010-09-30', 'bekostiging', undefined],
    ['TREKKEND', '2010-10-01', 'groei', '2010-10-29'],
    ['SBAO', '2010-10-01', 'bekostiging', '2010-12-01'],
    ['SBAO', '2010-10-01', 'groei', '2010-12-01'],
    ['SBAO', '2010-11-01', 'groei', undefined],
    ['WEC', '2010-10-01', 'bekostiging', '2010-12-01'],
    ['WEC', '2011-01-16', 'bekostiging', '2011-02-16'],
    ['WEC', '2011-03-01', 'bekostiging', undefined],
  ] as const)('%s, teldatum %s, for %s: %s', (soort, peildatum, use, until) => {
    expect(deadlineOf(soort, peildatum, use)).toBe(until);
  });
});

describe('the last day of an indicatie (Besluit leerlinggebonden financiering art. 11)', () => {
  it.each([
    ['21', '2009-08-01', '2013-07-31', 'doof, four school years from the first day'],
    ['22', '2009-08-01', '2012-07-31', 'slechthorend, three'],
    ['23', '2009-08-02', '2013-07-31', 'a day later: the rest of the year and three'],
    ['32', '2010-07-31', '2013-07-31', 'given on the last day of a school year: that day and three years'],
    ['33', '2010-03-01', '2014-07-31', 'zml, four'],
    ['34', '2010-08-01', '2014-07-31', 'meervoudig gehandicapt, four'],
    ['40', '2010-08-01', '2013-07-31', 'cluster 4, three'],
    ['44', '2010-08-01', '2011-07-31', 'from a jeugdinrichting, one'],
    ['35', '2003-08-01', undefined, 'Downsyndroom: as long as the pupil is at school'],
    ['11', '2003-08-01', undefined, 'cluster 1 has no commissie'],
  ] as const)('%s from %s: %s (%s)', (soort, from, until, _why) => {
    expect(lastDayOfIndication(soort, from)).toBe(until);
  });
});

describe('schoolgewicht in hundredths', () => {
  it.each([
    ['2008-10-01', 270, 20, 2, '150 is one and a half'],
    ['2008-10-01', 269, 20, 1, '149 is less'],
    ['2008-10-01', 120, 20, 0, 'the threshold itself'],
    ['2008-10-01', 169, 20, 0, '49'],
    ['2008-10-01', 170, 20, 1, '50'],
    ['2008-10-01', 0, 0, 0, 'nobody'],
    ['2008-10-01', 600, 5, 4, '570 is 6, 80 % of 5 is 4'],
    ['2008-09-30', 270, 20, 1, '90 is 0.9'],
  ])('%s: %i hundredths of %i pupils is %i (%s)', (peildatum, gewichten, pupils, outcome) => {
    expect(schoolgewicht(gewichten, pupils, peildatum)).toBe(outcome);
  });
});

describe('the gewicht of a pupil', () => {
  it('of nobody born on or before 1 October 1994 is new before 2010-11', () => {
    const periods = [
      { codeGewichtenregeling: '1', begindatum: '2000-08-01', gewicht: '0,40' },
      { codeGewichtenregeling: '2', begindatum: '2009-08-01', gewicht: '0,30' },
    ];
    expect(weightOn(periods, '1994-10-01', '2010-07-31')).toEqual({ regeling: '1', gewicht: '0,40' });
    expect(weightOn(periods, '1994-10-01', '2010-08-01')).toEqual({ regeling: '2', gewicht: '0,30' });
    expect(weightOn(periods, '1994-10-02', '2009-08-01')).toEqual({ regeling: '2', gewicht: '0,30' });
  });

  it('that is not in the list of its regeling is none', () => {
    const periods = [{ codeGewichtenregeling: '2', begindatum: '2009-08-01', gewicht: '0,25' }];
    expect(weightOn(periods, '2004-01-01', '2009-10-01')).toEqual({ regeling: '2', gewicht: '0', lacks: 'none' });
  });
});
