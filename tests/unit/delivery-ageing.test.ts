import { describe, expect, it } from 'vitest';
import type { Output } from '../../shared/api/contract.ts';
import { addDays } from '../../shared/domain/dates.ts';
import { ageingOf, deliverBy, type ChangeKind } from '../../shared/domain/enrolment/delivery.ts';
import { advice, reminder, verdict, waited } from '../../renderer/screens/ageing/texts.ts';

/** By hand: the day of the change, the last day on which it is still early, and the last day by which BRON must have it. */
const terms: [when: string, kind: ChangeKind, changedOn: string, early: string, last: string][] = [
  ['in a week with school', 'other', '2009-11-02', '2009-11-09', '2009-11-16'],
  ['over New Year', 'other', '2009-12-21', '2009-12-28', '2010-01-04'],
  ['over a summer holiday', 'other', '2010-06-30', '2010-07-07', '2010-07-14'],
  ['over a leap day', 'other', '2012-02-20', '2012-02-27', '2012-03-05'],
  ['an inschrijving before 1-8-2013, over that day', 'dates', '2013-07-31', '2013-08-07', '2013-08-14'],
  ['an inschrijving on 1-8-2013, in a summer holiday', 'dates', '2013-08-01', '2013-08-04', '2013-08-08'],
  ['an uitschrijving over New Year', 'dates', '2013-12-27', '2013-12-30', '2014-01-03'],
  ['other gegevens after 1-8-2013', 'other', '2013-12-27', '2014-01-03', '2014-01-10'],
];

describe('C-09: how long a change may wait', () => {
  it.each(terms)('C-09: %s (%s of %s)', (_, kind, changedOn, early, last) => {
    const on = (day: string) => ageingOf(kind, changedOn, day);
    expect(deliverBy(kind, changedOn)).toBe(last);
    expect([on(changedOn), on(early), on(addDays(early, 1))]).toEqual(['onTime', 'onTime', 'soon']);
    expect([on(addDays(last, -1)), on(last), on(addDays(last, 1))]).toEqual(['soon', 'soon', 'late']);
  });

  it('a clock that was set back makes nothing late', () => {
    expect(ageingOf('dates', '2013-12-27', '2013-01-01')).toBe('onTime');
    expect(waited('2013-12-27', '2013-01-01')).toBe('vandaag');
  });
});

const summary = (changes: Partial<Output<'ageing.summary'>> = {}): Output<'ageing.summary'> => ({
  day: '2009-11-30',
  total: 10,
  registered: 8,
  withSignaal: 0,
  counts: { onTime: 1, soon: 0, late: 1 },
  waiting: [
    { kind: 'dates', since: '2009-11-02', deliverBy: '2009-11-16', ageing: 'late', place: 'toCorrect', count: 1 },
    { kind: 'other', since: '2009-11-30', deliverBy: '2009-12-14', ageing: 'onTime', place: 'toSend', count: 1 },
  ],
  joining: false,
  ...changes,
});

describe('C-09: what is said of it', () => {
  it('the school is not up to date, up to date, in time, or has nothing yet', () => {
    expect(verdict(summary())).toEqual({
      title: 'De school is niet bij',
      text: '1 wijziging had al bij BRON moeten zijn, de eerste op 16 november 2009.',
    });
    const none = { counts: { onTime: 0, soon: 0, late: 0 }, waiting: [] };
    expect(verdict(summary(none)).title).toBe('De school is bij');
    expect(verdict(summary({ ...none, total: 0 })).title).toBe('Er is nog niets');
    const inTime = { counts: { onTime: 1, soon: 0, late: 0 }, waiting: summary().waiting.slice(1) };
    expect(verdict(summary(inTime))).toEqual({
      title: 'De school is op tijd',
      text: 'BRON heeft 1 wijziging nog niet. De eerste moet er uiterlijk 14 december 2009 zijn.',
    });
  });

  it('reminds from the half of the term on', () => {
    expect(reminder({ onTime: 3, soon: 0, late: 0 })).toBeUndefined();
    expect(reminder({ onTime: 0, soon: 2, late: 0 })).toBe('Voor 2 wijzigingen is de helft van de termijn voorbij.');
    expect(reminder({ onTime: 0, soon: 1, late: 2 })).toBe(
      '2 wijzigingen hadden al bij BRON moeten zijn. Voor 1 wijziging is er nog kort de tijd.',
    );
  });

  it('says what to do by where the changes are', () => {
    expect(advice(summary().waiting)).toEqual([
      '1 wijziging versturen: op het scherm Uitwisselen.',
      '1 wijziging eerst verbeteren: op het scherm Terugkoppelingen staat wat er niet klopt.',
    ]);
    expect(waited('2009-11-02', '2009-11-30')).toBe('28 dagen');
    expect(waited('2009-11-29', '2009-11-30')).toBe('1 dag');
  });
});
