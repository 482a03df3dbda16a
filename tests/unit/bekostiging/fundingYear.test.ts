import { describe, expect, it } from 'vitest';
import { fundingYear } from '../../../shared/bekostiging/year/fundingYear.ts';
import {
  fundingDates,
  type DayCount,
  type FundingFacts,
  type FundingPart,
} from '../../../shared/bekostiging/year/parts.ts';
import type { Aantallen } from '../../../shared/bekostiging/rows/row.ts';

const whole = (aantallen: Aantallen): DayCount[] => [{ vestigingsvolgnummer: '00', aantallen }];

const facts = (counts: Record<string, Aantallen | number>, changes: Partial<FundingFacts> = {}): FundingFacts => ({
  soort: 'BAO',
  instelling: false,
  schooljaar: '2010-2011',
  today: '2011-07-31',
  firstSchoolDay: '2010-08-23',
  firstSchoolDayEntered: true,
  counts: new Map(
    Object.entries(counts).map(([date, count]) => [date, whole(typeof count === 'number' ? { totaal: count } : count)]),
  ),
  ...changes,
});

const partOf = (given: FundingFacts, key: FundingPart['key']): FundingPart =>
  fundingYear(given).find((part) => part.key === key)!;
const told = ({ lines }: FundingPart) => lines.map(({ date, outcome, result }) => [date, outcome, result]);

describe('a basisschool of 200 on 1 October before', () => {
  // 1,03 x 200 = 206; 206 + 13 = 219; then 219 + 13 = 232 (BBWPO 29).
  const counts = { '2009-10-01': 200, '2010-08-23': 215, '2010-09-01': 219, '2010-10-01': 231, '2010-11-01': 232 };

  it('gets growth at 219 and at 232, each for what is above the number before', () => {
    const regular = partOf(facts(counts), 'regular');
    expect(told(regular)).toEqual([
      ['2010-08-23', 'none', undefined],
      ['2010-09-01', 'awarded', 13],
      ['2010-10-01', 'none', undefined],
      ['2010-11-01', 'awarded', 13],
    ]);
    expect(regular.rule).toContain('boven 103% van het aantal op 1 oktober 2009 (200), naar beneden afgerond: 206.');
    expect(regular.assumptions).toEqual(['oneSchool']);
  });

  it('is told what the next date asks, and nothing when there is none any more', () => {
    const on = (today: string, given = counts) => partOf(facts(given, { today }), 'regular').next;
    expect(on('2010-08-01', { '2009-10-01': 200 } as never)).toEqual({ date: '2010-08-23', needed: 219 });
    expect(on('2010-11-30')).toEqual({ date: '2010-12-01', needed: 245 });
    expect(on('2011-04-01')).toBeUndefined();
  });

  it('says that the first school day and 1 October before are not known', () => {
    expect(partOf(facts({ '2010-08-23': 5 }, { firstSchoolDayEntered: false }), 'regular').assumptions).toEqual([
      'oneSchool',
      'firstDayAssumed',
      'newSchool',
    ]);
  });
});

describe('special growth (BBWPO 30)', () => {
  const part = (counts: Record<string, number>, today = '2011-07-31') => partOf(facts(counts, { today }), 'special');

  it('has nothing before 1 May, then 1 May against 1 April, and 1 June', () => {
    expect(part({ '2011-04-01': 200 }, '2011-04-15')).toMatchObject({
      lines: [],
      next: { date: '2011-05-01', needed: 226 },
    });
    expect(told(part({ '2011-04-01': 200, '2011-05-01': 225 }))).toEqual([['2011-05-01', 'none', undefined]]);
    expect(told(part({ '2011-04-01': 200, '2011-05-01': 210, '2011-06-01': 226 }))).toEqual([
      ['2011-05-01', 'none', undefined],
      ['2011-06-01', 'awarded', 26],
    ]);
  });

  it('asks for 1 June what is least: above 1 April, and after an award only above 1 May', () => {
    const june = (may: number) => part({ '2011-04-01': 200, '2011-05-01': may }, '2011-05-20').next;
    expect(june(210)).toEqual({ date: '2011-06-01', needed: 226 });
    expect(june(190)).toEqual({ date: '2011-06-01', needed: 216 });
    expect(june(226)).toEqual({ date: '2011-06-01', needed: 252 });
  });
});

describe('1 March and the groups (WPO 134, BBWPO 14)', () => {
  // 0,05 x 100 + 0,0343 x 100 + (1,5642 - 0,0115 x 200 < 0: 0) + 0 = 8,43: 8 groups.
  const october = { totaal: 200, '4-7': 100, '8+': 100, schoolgewicht: 0 };

  it('compares 1 March with 103% of 1 October, by the age of 1 October', () => {
    const march = (totaal: number, younger: number, older: number) =>
      partOf(
        facts({ '2010-10-01': october, '2011-03-01': { totaal, 'mi:4-7': younger, 'mi:8+': older, schoolgewicht: 0 } }),
        'march',
      );
    expect(told(march(218, 118, 100))).toEqual([['2011-03-01', 'none', 206]]);
    expect(told(march(219, 119, 100))).toEqual([['2011-03-01', 'awarded', 219]]);
    // 200 younger: 0,05 x 200 = 10 groups; 219 older: 0,0343 x 219 = 7,51, so 8: fewer.
    const fewer = { '2010-10-01': { totaal: 200, '4-7': 200 }, '2011-03-01': { totaal: 219, 'mi:8+': 219 } };
    expect(told(partOf(facts(fewer), 'march'))).toEqual([['2011-03-01', 'depends', undefined]]);
    expect(partOf(facts({ '2010-10-01': october }, { today: '2010-12-01' }), 'march').next).toEqual({
      date: '2011-03-01',
      needed: 219,
    });
  });

  it('counts the groups of 1 October', () => {
    const groups = partOf(facts({ '2010-10-01': october }), 'groups');
    expect(told(groups)).toEqual([['2010-10-01', 'value', 8]]);
    expect(groups.lines[0]?.explanation).toBe('Vestiging 00: 5,0000 + 3,4300 + 0,0000 + 0,0000 = 8,4300, afgerond 8.');
    expect(partOf(facts({}), 'groups').lines).toEqual([]);
  });
});

describe('a school for (V)SO (BBWEC 37, 38, 41)', () => {
  const wec = (counts: Record<string, Aantallen>, changes: Partial<FundingFacts> = {}) =>
    facts(counts, { soort: 'WEC', ...changes });
  const day = (totaal: number, nnca = 0): Aantallen => ({ totaal, 'so:33:4-7': 1, 'so:33:8+': totaal - 1, nnca });

  it('has growth on 16 January at the half of N (12) above 1 October', () => {
    const january = (count: number) => partOf(wec({ '2010-10-01': day(60), '2011-01-16': day(count) }), 'january');
    expect(told(january(65))).toEqual([['2011-01-16', 'none', undefined]]);
    expect(told(january(66))).toEqual([['2011-01-16', 'awarded', 6]]);
    expect(january(66).assumptions).toEqual(['offersFromPupils']);
  });

  it('has growth on 1 October at N above the year before, or above 16 January when that gave growth', () => {
    const october = (january: number, count: number) =>
      partOf(wec({ '2009-10-01': day(60), '2010-01-16': day(january), '2010-10-01': day(count) }), 'october');
    expect(told(october(60, 72))).toEqual([['2010-10-01', 'awarded', 12]]);
    expect(told(october(66, 72))).toEqual([['2010-10-01', 'none', undefined]]);
    expect(told(october(66, 78))).toEqual([['2010-10-01', 'awarded', 12]]);
  });

  it('knows what 16 January asks once 1 October was counted', () => {
    expect(partOf(wec({ '2010-10-01': day(60) }, { today: '2010-11-01' }), 'january')).toMatchObject({
      lines: [],
      next: { date: '2011-01-16', needed: 66 },
    });
  });

  it('has NNCA above four; an instelling has none of it', () => {
    expect(told(partOf(wec({ '2010-10-01': day(60, 9) }), 'nnca'))).toEqual([['2010-10-01', 'value', 5]]);
    const instelling = partOf(wec({ '2010-10-01': day(60, 9) }, { instelling: true }), 'nnca');
    expect(told(instelling)).toEqual([['2010-10-01', 'value', 0]]);
    expect(instelling.lines[0]?.explanation).toBe('Voor een instelling geldt deze regeling niet.');
  });
});

it('SBAO has NNCA only, and a school for trekkende bevolking nothing', () => {
  const sbao = facts({ '2010-10-01': { totaal: 40, 'nnca:4-7': 3, 'nnca:8+': 2 } }, { soort: 'SBAO' });
  expect(fundingYear(sbao).map(({ key }) => key)).toEqual(['nnca']);
  expect(told(partOf(sbao, 'nnca'))).toEqual([['2010-10-01', 'value', 1]]);
  expect(fundingYear(facts({}, { soort: 'TREKKEND' }))).toEqual([]);
});

it('counts only the dates that a rule asks', () => {
  const dates = (soort: FundingFacts['soort']) =>
    fundingDates({ soort, schooljaar: '2010-2011', firstSchoolDay: '2010-08-23' });
  expect(dates('BAO')).toEqual([
    '2009-10-01',
    '2010-08-23',
    ...['2010-09-01', '2010-10-01', '2010-11-01', '2010-12-01'],
    ...['2011-01-01', '2011-02-01', '2011-03-01', '2011-04-01', '2011-05-01', '2011-06-01'],
  ]);
  expect(dates('WEC')).toEqual(['2009-10-01', '2010-01-16', '2010-10-01', '2011-01-16']);
  expect(dates('SBAO')).toEqual(['2010-10-01']);
  expect(dates('TREKKEND')).toEqual([]);
});

describe('each part in full, of a small school', () => {
  const small = facts({
    '2010-10-01': { totaal: 12, '4-7': 8, '8+': 4, schoolgewicht: 10 },
    '2011-03-01': { totaal: 14, 'mi:4-7': 9, 'mi:8+': 5, schoolgewicht: 10 },
    '2011-04-01': 14,
    '2011-05-01': 40,
  });

  it('1 March: 12 pupils on 1 October are 12 after 103%, and 12 + 13 = 25 are needed', () => {
    expect(partOf(small, 'march')).toEqual({
      key: 'march',
      title: '1 maart: materiële instandhouding',
      rule: '1 maart komt in de plaats van 1 oktober als er dan 13 of meer leerlingen zijn boven 103% van het aantal op 1 oktober, en de bekostiging niet lager wordt.',
      source: 'WPO 134, BBWPO 14',
      lines: [
        {
          date: '2011-03-01',
          count: 14,
          outcome: 'none',
          result: 12,
          explanation:
            '1 maart: 14 leerlingen. Nodig: 12 + 13 = 25, dus nog 11 leerlingen. De grondslag blijft 1 oktober: 12 leerlingen.',
        },
      ],
      assumptions: [],
    });
    expect(partOf(facts({ '2010-10-01': 12 }), 'march')).toMatchObject({ lines: [], assumptions: [] });
    const enough = facts({ '2010-10-01': { totaal: 12 }, '2011-03-01': { totaal: 25 } });
    expect(partOf(enough, 'march').assumptions).toEqual(['marchFunding']);
  });

  it('special growth: 40 on 1 May are 26 more than 14 on 1 April', () => {
    const special = partOf(small, 'special');
    expect(special).toMatchObject({
      title: 'Bijzondere groei',
      rule: 'Bijzondere groei is er als op 1 mei 26 leerlingen meer tellen dan op 1 april, of op 1 juni 26 meer dan op 1 mei of 1 april.',
      source: 'BBWPO 30',
      assumptions: ['oneSchool'],
    });
    expect(special).not.toHaveProperty('next');
    expect(special.lines).toHaveLength(1);
    expect(special.lines[0]).toMatchObject({ date: '2011-05-01', count: 40, outcome: 'awarded', result: 26 });
    expect(special.lines[0]?.explanation).toContain('3 maanden vanaf 1 mei 2011');
    const both = facts({ '2011-04-01': 10, '2011-05-01': 35, '2011-06-01': 61 });
    expect(partOf(both, 'special').assumptions).toEqual(['oneSchool', 'specialOnce']);
  });

  it('groups, with schoolgewicht and of two vestigingen: each rounded, then added up', () => {
    // 0,05 x 8 + 0,0343 x 4 + (1,5642 - 0,0115 x 12 = 1,4262) + 0,0179 x 10 = 2,1424.
    expect(partOf(small, 'groups')).toMatchObject({
      title: 'Normatief aantal groepen',
      source: 'BBWPO 14',
      lines: [
        {
          count: 12,
          result: 2,
          explanation: 'Vestiging 00: 0,4000 + 0,1372 + 1,4262 + 0,1790 = 2,1424, afgerond 2.',
        },
      ],
      assumptions: [],
    });
    const two = facts({});
    const day: DayCount[] = [
      { vestigingsvolgnummer: '00', aantallen: { totaal: 200, '4-7': 100, '8+': 100 } },
      { vestigingsvolgnummer: '01', aantallen: {} },
    ];
    const groups = partOf({ ...two, counts: new Map([['2010-10-01', day]]) }, 'groups');
    expect(groups.lines[0]).toMatchObject({ count: 200, result: 8 });
    expect(groups.lines[0]?.explanation).toMatch(/^Vestiging 00: .+, afgerond 8\. Vestiging 01: Geen leerlingen/);
    expect(groups.assumptions).toEqual(['emptyVestiging']);
  });

  it('regular growth: what it is in words, with the first school day', () => {
    expect(partOf(facts({ '2009-10-01': 200, '2010-08-23': 219 }), 'regular')).toMatchObject({
      title: 'Reguliere groei',
      source: 'BBWPO 29',
      lines: [{ date: '2010-08-23', outcome: 'awarded', result: 13 }],
    });
    const { firstSchoolDay: _, ...unknown } = facts({ '2009-10-01': 200 }, { firstSchoolDayEntered: false });
    expect(partOf(unknown, 'regular').assumptions).toEqual(['oneSchool']);
    expect(partOf({ ...unknown, today: '2010-08-01' }, 'regular').next?.date).toBe('2010-09-01');
    expect(partOf(facts({}, { today: '2010-08-01' }), 'special')).toMatchObject({ lines: [] });
    expect(partOf(facts({}, { today: '2010-08-01' }), 'special')).not.toHaveProperty('next');
  });
});

describe('a school for (V)SO, in full', () => {
  const wec = (counts: Record<string, Aantallen>, changes: Partial<FundingFacts> = {}) =>
    facts(counts, { soort: 'WEC', ...changes });
  const vso = { totaal: 30, 'vso:33': 30, 'so:21:4-7': 0, 'ab:33': 4 };

  it('tests on the N of what pupils count in: VSO has 7, a row of nobody and begeleiding do not matter', () => {
    const january = partOf(wec({ '2010-10-01': vso, '2011-01-16': { ...vso, totaal: 34 } }), 'january');
    expect(january).toMatchObject({
      key: 'january',
      title: 'Groei op 16 januari',
      source: 'BBWEC 37',
      lines: [{ date: '2011-01-16', count: 34, outcome: 'awarded', result: 4 }],
    });
    expect(january.lines[0]?.explanation).toContain('4 is de helft van de kleinste N (7), naar boven afgerond');
    const october = partOf(wec({ '2009-10-01': vso, '2010-10-01': { ...vso, totaal: 36 } }), 'october');
    expect(october).toMatchObject({ key: 'october', title: 'Groei op 1 oktober', source: 'BBWEC 38' });
    expect(told(october)).toEqual([['2010-10-01', 'none', undefined]]);
    expect(october.lines[0]?.explanation).toContain(
      'Nodig: 30 (1 oktober 2009) + 7 = 37; 7 is de kleinste N, dus nog 1 leerling.',
    );
  });

  it('says which N it took only when it took one', () => {
    const excluded = partOf(wec({ '2009-10-01': vso, '2010-10-01': vso }, { instelling: true }), 'october');
    expect(excluded).toMatchObject({
      lines: [{ outcome: 'none', explanation: 'Voor een instelling geldt deze regeling niet.' }],
      assumptions: [],
    });
    const nobody = partOf(wec({ '2009-10-01': { totaal: 0 }, '2010-10-01': { totaal: 0 } }), 'october');
    expect(nobody.lines[0]?.explanation).toContain('geen onderwijssoort met een factor N bekend');
    expect(partOf(wec({ '2010-10-01': vso }), 'october')).toMatchObject({ lines: [], assumptions: [] });
    expect(partOf(wec({ '2011-01-16': vso }), 'january')).toMatchObject({ lines: [], assumptions: [] });
  });

  it('compares with 1 October when 16 January before is not known', () => {
    const later = { '2009-10-01': vso, '2010-10-01': { ...vso, totaal: 37 } };
    expect(told(partOf(wec(later), 'october'))).toEqual([['2010-10-01', 'awarded', 7]]);
    expect(partOf(wec({ '2010-01-16': vso, '2010-10-01': vso }), 'october').lines).toEqual([]);
  });

  it('counts NNCA of the whole school', () => {
    const day: DayCount[] = [
      { vestigingsvolgnummer: '00', aantallen: { totaal: 30, nnca: 3 } },
      { vestigingsvolgnummer: '01', aantallen: { totaal: 10, nnca: 4 } },
    ];
    const nnca = partOf({ ...wec({}), counts: new Map([['2010-10-01', day]]) }, 'nnca');
    expect(nnca).toMatchObject({
      title: 'Culturele achtergrond',
      source: 'BBWPO 28 lid 3, BBWEC 41',
      lines: [{ count: 40, result: 3, explanation: 'Op de hele school 7, waarvan er 4 niet meetellen: 3.' }],
      assumptions: [],
    });
    expect(partOf(wec({}), 'nnca').lines).toEqual([]);
  });
});
