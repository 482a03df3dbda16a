import { describe, expect, it } from 'vitest';
import type { DeadlineKey } from '../../shared/aansluiting/deadlines.ts';
import { plan, reminders } from '../../shared/aansluiting/plan.ts';
import type { PathFacts } from '../../shared/aansluiting/types.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { addWerkdagen, isWerkdag } from '../../shared/domain/werkdagen.ts';
import { holidays, preparedFacts } from '../support/path.ts';

/** Nothing ticked, so that every deadline is still to be met. */
const undone = (facts: PathFacts): PathFacts => ({ ...facts, ticked: {}, known: {} });

const overNewYear = undone({ ...preparedFacts('2009-12-18', '2009-12-18'), exchangedOn: '2009-12-22' });
const overSummer = undone({ ...preparedFacts('2010-06-28', '2010-06-28'), exchangedOn: '2010-07-01' });

/** The day of each by hand: over the Christmas holidays of 19-12 to 3-1, and over the summer of 3-7 to 15-8. */
const days: [rule: string, key: DeadlineKey, newYear: string, summer: string][] = [
  ['C-26', 'announcement2', '2009-11-18', '2010-05-28'],
  ['C-34', 'contact', '2009-12-10', '2010-06-20'],
  ['C-07', 'preparation', '2009-12-17', '2010-06-27'],
  ['C-35', 'letter', '2009-12-18', '2010-06-28'],
  ['C-42', 'remindDownload', '2009-12-25', '2010-07-05'],
  ['C-37', 'download', '2010-01-01', '2010-07-12'],
  ['C-42', 'test', '2010-01-01', '2010-07-12'],
  ['C-50', 'mail3', '2010-01-15', '2010-08-27'],
  ['C-50', 'mail6', '2010-02-05', '2010-09-17'],
  ['C-56', 'gtb', '2010-01-04', '2010-07-12'],
  ['C-63', 'overzicht', '2010-01-04', '2010-07-12'],
  ['C-06', 'end', '2010-03-12', '2010-10-15'],
];

describe.each([
  ['over New Year', overNewYear, 2],
  ['over the summer holiday', overSummer, 3],
] as const)('deadlines %s', (_, facts, column) => {
  it.each(days.map((row) => [row[0], row[1], row[column]] as const))('%s: %s falls on %s', (_rule, key, on) => {
    const look = (today: string) => plan(facts, holidays, today).deadlines.find((one) => one.key === key);
    // The two documents that the others are reckoned from are there.
    const done = key === 'announcement2' || key === 'letter';
    expect(look(addDays(on, -1))).toMatchObject({ on, daysLeft: 1, done });
    expect(look(on)).toMatchObject({ on, daysLeft: 0, done });
    expect(look(addDays(on, 1))).toMatchObject({ on, daysLeft: -1, done });
  });

  it('stand in the order in which they come', () => {
    const { deadlines } = plan(facts, holidays, '2009-11-01');
    expect(deadlines.map(({ on }) => on)).toEqual(deadlines.map(({ on }) => on).sort());
    expect(deadlines).toHaveLength(days.length);
  });

  it('C-42: reminders tell of what has to be done, a week before until it is done', () => {
    const on = days.find(([, key]) => key === 'download')![column];
    const keys = (today: string, known: PathFacts['known'] = {}) =>
      reminders(plan({ ...facts, known }, holidays, today)).map(({ key }) => key);
    expect(keys(addDays(on, -8))).not.toContain('download');
    expect(keys(addDays(on, -7))).toContain('download');
    expect(keys(addDays(on, 30))).toContain('download');
    expect(keys(on, { download: on })).not.toContain('download');
    expect(keys(on, { download: on })).toContain('test');
    expect(keys(addDays(on, 1))).not.toContain('mail3');
  });
});

describe('the contact freeze', () => {
  const look = (start: string, today: string, letterOn?: string) =>
    plan(preparedFacts(start, letterOn), holidays, today).freeze?.now;
  it.each([
    ['2009-12-31', '2009-12-23', '2009-12-24', '2009-12-30'],
    ['2010-01-04', '2009-12-27', '2009-12-28', '2010-01-03'],
    ['2010-08-16', '2010-08-08', '2010-08-09', '2010-08-15'],
  ])('C-34: before a start on %s: free on %s, closed from %s to %s', (start, free, first, last) => {
    expect([free, first, addDays(first, 1), last, start].map((day) => look(start, day))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
  it('C-34: ends when the wachtwoordbrief came earlier', () => {
    expect(look('2010-01-04', '2010-01-02', '2010-01-02')).toBe(false);
  });
});

describe('werkdagen', () => {
  it.each([
    ['2009-12-25', false, 'eerste kerstdag'],
    ['2010-01-01', false, 'nieuwjaarsdag'],
    ['2010-04-02', false, 'Goede Vrijdag'],
    ['2010-04-05', false, 'tweede paasdag'],
    ['2010-04-30', false, 'Koninginnedag'],
    ['2010-05-05', false, 'Bevrijdingsdag'],
    ['2010-05-13', false, 'Hemelvaartsdag'],
    ['2010-05-14', true, 'the Friday after it'],
    ['2010-05-22', false, 'a Saturday'],
    ['2010-07-05', true, 'in the school holidays'],
  ])('%s: %s, %s', (date, expected) => {
    expect(isWerkdag(date)).toBe(expected);
  });
  it.each([
    ['2010-03-31', '2010-04-13', 'over Easter'],
    ['2009-12-22', '2010-01-04', 'over New Year'],
    ['2010-07-01', '2010-07-12', 'in the summer holiday'],
    ['2009-11-07', '2009-11-17', 'from a Saturday'],
  ])('C-56: the seventh after %s is %s, %s', (date, expected) => {
    expect(addWerkdagen(date, 7)).toBe(expected);
  });
});
