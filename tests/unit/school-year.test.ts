import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isDate } from '../../shared/domain/dates.ts';
import {
  prescribedHolidays,
  proposedSchoolYear,
  publicHolidays,
  vakantieregios,
} from '../../shared/domain/holidays.ts';
import {
  addSchoolDays,
  firstSchoolDay,
  isSchooljaar,
  isSchoolDay,
  lastSchoolDay,
  schooljaarBounds,
  schooljaarOf,
  schoolDaysBetween,
  schoolWeeksBetween,
  shiftSchooljaar,
  type SchoolCalendar,
} from '../../shared/domain/schoolYear.ts';

const day = fc
  .date({ min: new Date('2008-01-01'), max: new Date('2016-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const holiday = fc
  .tuple(day, fc.integer({ min: 0, max: 60 }))
  .map(([first, days]) => ({ naam: 'Vrij', first, last: addDays(first, days) }));
const calendar: fc.Arbitrary<SchoolCalendar> = fc.uniqueArray(
  fc.record(
    {
      schooljaar: day.map(schooljaarOf),
      firstDay: fc.option(day, { nil: undefined }),
      lastDay: fc.option(day, { nil: undefined }),
      holidays: fc.array(holiday, { maxLength: 5 }),
    },
    { requiredKeys: ['schooljaar', 'holidays'] },
  ),
  { selector: ({ schooljaar }) => schooljaar, maxLength: 4 },
);

/** Autumn and Christmas of a school that entered one year. */
const entered: SchoolCalendar = [
  {
    schooljaar: '2009-2010',
    firstDay: '2009-08-17',
    lastDay: '2010-07-02',
    holidays: [
      { naam: 'Herfstvakantie', first: '2009-10-17', last: '2009-10-25' },
      { naam: 'Kerstvakantie', first: '2009-12-19', last: '2010-01-03' },
      { naam: 'Zomervakantie', first: '2010-07-03', last: '2010-08-15' },
    ],
  },
];

describe('the name of a school year', () => {
  it.each([
    ['2009-08-01', '2009-2010'],
    ['2010-07-31', '2009-2010'],
    ['2010-08-01', '2010-2011'],
    ['1999-09-01', '1999-2000'],
  ])('%s lies in %s', (date, schooljaar) => {
    expect(schooljaarOf(date)).toBe(schooljaar);
  });
  it.each(['2009', '2009-2011', '2010-2009', '2009-2010 ', '2009/2010', '9999-10000'])('%s is none', (text) => {
    expect(isSchooljaar(text)).toBe(false);
  });
  it('every date lies within its own school year, and years follow one another', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3, max: 3 }), (date, years) => {
        const schooljaar = schooljaarOf(date);
        const { first, last } = schooljaarBounds(schooljaar);
        expect(isSchooljaar(schooljaar) && first <= date && date <= last).toBe(true);
        expect(shiftSchooljaar(shiftSchooljaar(schooljaar, years), -years)).toBe(schooljaar);
        expect(schooljaarBounds(shiftSchooljaar(schooljaar, 1)).first).toBe(addDays(last, 1));
      }),
    );
  });
});

describe('school days', () => {
  it.each([
    ['2009-08-14', false, 'before the first school day'],
    ['2009-08-17', true, 'the first school day'],
    ['2009-10-16', true, 'the day before a holiday'],
    ['2009-10-19', false, 'in a holiday'],
    ['2009-10-26', true, 'the day after it'],
    ['2009-11-07', false, 'a Saturday'],
    ['2010-07-05', false, 'after the last school day'],
    ['2010-08-13', false, 'a summer holiday that runs into the next school year'],
    ['2010-08-16', true, 'a year that was not entered'],
  ])('%s: %s, %s', (date, expected) => {
    expect(isSchoolDay(entered, date)).toBe(expected);
  });

  it('the first and last of a year', () => {
    expect([firstSchoolDay(entered, '2009-2010'), lastSchoolDay(entered, '2009-2010')]).toEqual([
      '2009-08-17',
      '2010-07-02',
    ]);
    // The summer holiday of the year before decides when nothing was entered.
    expect(firstSchoolDay(entered, '2010-2011')).toBe('2010-08-16');
    const never = [{ schooljaar: '2009-2010', holidays: [{ naam: 'Vrij', first: '2009-08-01', last: '2010-07-31' }] }];
    expect([firstSchoolDay(never, '2009-2010'), lastSchoolDay(never, '2009-2010')]).toEqual([undefined, undefined]);
  });

  it('weeks count once, and only with a school day', () => {
    expect(schoolWeeksBetween(entered, '2009-10-12', '2009-10-30')).toBe(2);
    expect(schoolDaysBetween(entered, '2009-10-12', '2009-10-30')).toBe(10);
    expect(schoolWeeksBetween(entered, '2009-10-16', '2009-10-16')).toBe(1);
    expect(schoolWeeksBetween(entered, '2009-10-30', '2009-10-12')).toBe(0);
  });

  it('adding school days lands on one, and going back returns', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 40 }), (years, date, days) => {
        const later = addSchoolDays(years, date, days);
        if (later === undefined) return;
        expect(isSchoolDay(years, later)).toBe(true);
        expect(schoolDaysBetween(years, addDays(date, 1), later)).toBe(days);
        const start = addSchoolDays(years, date, 0);
        expect(start !== undefined && start >= date && schoolDaysBetween(years, date, start)).toBe(1);
        if (isSchoolDay(years, date)) expect(addSchoolDays(years, later, -days)).toBe(date);
      }),
    );
  });

  it('no weekend and no holiday is a school day, and weeks never outnumber days', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 0, max: 100 }), (years, date, length) => {
        const to = addDays(date, length);
        const days = schoolDaysBetween(years, date, to);
        expect(schoolWeeksBetween(years, date, to)).toBeLessThanOrEqual(days);
        expect(days).toBeLessThanOrEqual(Math.ceil(((length + 1) / 7) * 5) + 2);
        for (const { holidays } of years)
          for (const { first } of holidays) expect(isSchoolDay(years, first)).toBe(false);
      }),
    );
  });

  it('first and last school day bound every school day of their year', () => {
    fc.assert(
      fc.property(calendar, day, (years, date) => {
        const schooljaar = schooljaarOf(date);
        if (!isSchoolDay(years, date)) return;
        expect(firstSchoolDay(years, schooljaar)! <= date && date <= lastSchoolDay(years, schooljaar)!).toBe(true);
      }),
    );
  });
});

describe('what a school can take over', () => {
  it('has kerst, mei and zomer for each region from 2013 to 2019, but the last summer of zuid', () => {
    for (let year = 2013; year < 2019; year += 1) {
      for (const regio of vakantieregios) {
        const holidays = prescribedHolidays(`${year}-${year + 1}`, regio);
        expect(holidays.map(({ naam }) => naam)).toEqual(
          ['Kerstvakantie', 'Meivakantie', 'Zomervakantie'].slice(0, holidays.length),
        );
        for (const { first, last } of holidays) expect(isDate(first) && isDate(last) && first < last).toBe(true);
      }
    }
    expect(prescribedHolidays('2009-2010', 'noord')).toEqual([]);
  });

  it.each([
    ['2009-2010', ['2010-04-05', '2010-04-30', '2010-05-13', '2010-05-24']],
    ['2013-2014', ['2014-04-21', '2014-04-26', '2014-05-29', '2014-06-09']],
    ['2007-2008', ['2008-03-24', '2008-04-30', '2008-05-01', '2008-05-12']],
    ['2005-2006', ['2006-04-17', '2006-04-29', '2006-05-25', '2006-06-05']],
  ])('public holidays of %s', (schooljaar, dates) => {
    expect(publicHolidays(schooljaar).map(({ first }) => first)).toEqual(dates);
  });

  it('fills in a year with its region: summer holidays bound it, public holidays stand outside the others', () => {
    const proposal = proposedSchoolYear('2014-2015', 'midden');
    expect([proposal.firstDay, proposal.lastDay]).toEqual(['2014-09-01', '2015-07-10']);
    expect(proposal.holidays.map(({ naam }) => naam)).toEqual([
      'Kerstvakantie',
      'Tweede paasdag',
      'Koningsdag',
      'Meivakantie',
      'Hemelvaartsdag',
      'Tweede pinksterdag',
      'Zomervakantie',
    ]);
    expect(isSchoolDay([proposal], '2015-07-10')).toBe(true);
    // Of a year before the table only the public holidays are known.
    expect(proposedSchoolYear('2009-2010', 'noord')).toMatchObject({
      schooljaar: '2009-2010',
      holidays: { length: 4 },
    });
  });
});
