import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  agreesWith,
  formatDutchDate,
  isDate,
  isPartialDate,
  parseDutchDate,
  reckonedDate,
  schoolYear,
} from '../../shared/domain/dates.ts';

const day = fc
  .date({ min: new Date('1901-01-01'), max: new Date('2190-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('existing dates', () => {
  it.each(['2009-08-01', '2008-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s', (date) => {
    expect([isDate(date), isPartialDate(date)]).toEqual([true, true]);
  });
  it.each([
    '2009-02-29',
    '1900-02-29',
    '2100-02-29',
    '2009-04-31',
    '2009-13-01',
    '2009-00-01',
    '1899-12-31',
    '2200-01-01',
    '20090801',
    '2009-8-1',
    '2009-08-01T00',
    '',
    'a',
  ])('not %s', (date) => {
    expect([isDate(date), isPartialDate(date)]).toEqual([false, false]);
  });
  it.each(['2002-00-00', '2002-12-00'])('%s is a partial date', (date) => {
    expect([isDate(date), isPartialDate(date)]).toEqual([false, true]);
  });
  it.each(['2002-00-12', '0000-00-00', '2002-13-00', '1899-00-00'])('%s is no partial date', (date) => {
    expect(isPartialDate(date)).toBe(false);
  });
  it('nothing is no date', () => {
    expect([isDate(undefined), isPartialDate(undefined)]).toEqual([false, false]);
  });
  it('every day that the machine knows exists', () => {
    fc.assert(fc.property(day, (date) => isDate(date)));
  });
});

describe('reckoning', () => {
  it('unknown parts count as 01', () => {
    expect(['2002-00-00', '2002-12-00', '2002-12-31'].map(reckonedDate)).toEqual([
      '2002-01-01',
      '2002-12-01',
      '2002-12-31',
    ]);
  });
  it('days', () => {
    expect([addDays('2009-12-31', 1), addDays('2008-03-01', -1), addDays('2009-03-01', -1)]).toEqual([
      '2010-01-01',
      '2008-02-29',
      '2009-02-28',
    ]);
  });
  it('years: 29 February becomes 1 March in a common year (R8)', () => {
    expect([addYears('2008-02-29', 1), addYears('2008-02-29', 4), addYears('2009-11-02', 1)]).toEqual([
      '2009-03-01',
      '2012-02-29',
      '2010-11-02',
    ]);
  });
  it('months: where the day lacks, the first of the next month (R8)', () => {
    expect([
      addMonths('2006-08-31', 42),
      addMonths('2006-09-02', 42),
      addMonths('2006-12-31', 2),
      addMonths('2009-03-31', -1),
    ]).toEqual(['2010-03-01', '2010-03-02', '2007-03-01', '2009-03-01']);
  });
  it('days go forth and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });
  it('school years', () => {
    expect([schoolYear('2010-07-31'), schoolYear('2010-08-01')]).toEqual([
      { first: '2009-08-01', last: '2010-07-31' },
      { first: '2010-08-01', last: '2011-07-31' },
    ]);
  });
  it('a date lies in its school year', () => {
    fc.assert(fc.property(day, (date) => schoolYear(date).first <= date && date <= schoolYear(date).last));
  });
});

describe('age', () => {
  it.each([
    ['2006-03-02', '2010-03-01', 3],
    ['2006-03-02', '2010-03-02', 4],
    ['1996-07-31', '2011-07-31', 15],
    ['1996-08-01', '2011-07-31', 14],
    ['2004-02-29', '2007-02-28', 2],
    ['2004-02-29', '2007-03-01', 3],
    ['2004-02-29', '2008-02-28', 3],
    ['2004-02-29', '2008-02-29', 4],
    ['2006-00-00', '2010-01-01', 4],
    ['2006-05-00', '2010-04-30', 3],
  ])('born %s, on %s: %i', (birthDate, date, age) => {
    expect(ageOn(birthDate, date)).toBe(age);
  });
  it('rises by one a year, on the birthday', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 8 }), (birthDate, years) => {
        const birthday = addYears(birthDate, years);
        expect([ageOn(birthDate, birthday), ageOn(birthDate, addDays(birthday, -1))]).toEqual([years, years - 1]);
      }),
    );
  });
});

describe('a richer date (PvE 4.2.7)', () => {
  it.each([
    ['2002-12-31', '2002-12-31', true],
    ['2002-12-31', '2002-12-00', true],
    ['2002-12-31', '2002-00-00', true],
    ['2002-12-00', '2002-00-00', true],
    ['2002-12-00', '2002-12-31', false],
    ['2002-00-00', '2002-12-31', false],
    ['2002-12-31', '2002-11-00', false],
    ['2003-12-31', '2002-00-00', false],
    ['', '2002-00-00', false],
  ])('delivered %s, registered %s: %s', (delivered, registered, agrees) => {
    expect(agreesWith(delivered, registered)).toBe(agrees);
  });
});

describe('dates as Dutch people type them', () => {
  it.each([
    ['1-9-2002', '2002-09-01'],
    ['01-09-2002', '2002-09-01'],
    ['01092002', '2002-09-01'],
    ['010902', '2002-09-01'],
    ['1 sep 2002', '2002-09-01'],
    ['1 januari 2002', '2002-01-01'],
    ['1 dec 2002', '2002-12-01'],
    ['1 sept. 2002', '2002-09-01'],
    ['1 September 2002', '2002-09-01'],
    ['1september2002', '2002-09-01'],
    ['31 mrt 2002', '2002-03-31'],
    ['2002-09-01', '2002-09-01'],
    ['2002/9/1', '2002-09-01'],
    ['20020901', '2002-09-01'],
    ['19122002', '2002-12-19'],
    ['20102002', '2002-10-20'],
    ['1/9/2002', '2002-09-01'],
    ['1.9.2002', '2002-09-01'],
    ['1 9 2002', '2002-09-01'],
    [' 1-9-2002 ', '2002-09-01'],
    ['1-9-02', '2002-09-01'],
    ['1-9-18', '2018-09-01'],
    ['1-9-19', '1919-09-01'],
    ['29-2-2004', '2004-02-29'],
    ["1-9-'02", '2002-09-01'],
    ['1 sept \u201902', '2002-09-01'],
    ['1\u20139\u20132002', '2002-09-01'],
    ['1\u00a0september\u00a02002', '2002-09-01'],
  ])('%s', (typed, date) => {
    expect(parseDutchDate(typed, 2009)).toEqual({ date });
  });
  it.each([
    ['vandaag', '2009-11-02'],
    ['Gisteren', '2009-11-01'],
    ['eergisteren', '2009-10-31'],
    [' morgen ', '2009-11-03'],
    ['overmorgen', '2009-11-04'],
  ])('%s, where it is told what day it is', (typed, date) => {
    expect(parseDutchDate(typed, 2009, { today: '2009-11-02' })).toEqual({ date });
    expect(parseDutchDate(typed, 2009).reason).toMatch(/geen datum/);
  });
  it.each(['1-9', '01-09', '1 september', '1 sept.', '1/9/', '1 9'])(
    '%s: the year is asked for, not guessed',
    (typed) => {
      expect(parseDutchDate(typed, 2009, { today: '2009-11-02' }).reason).toMatch(/jaar ontbreekt/);
    },
  );
  it('any existing day in any way of writing it', () => {
    const months = [...Array(12).keys()].map((month) =>
      new Intl.DateTimeFormat('nl-NL', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2002, month, 1)),
    );
    const separator = fc.constantFrom('-', '/', '.', ' ', ' - ', '\u2013');
    fc.assert(
      fc.property(day, separator, fc.boolean(), fc.boolean(), (date, between, padded, upper) => {
        const [year = '', month = '', dayOfMonth = ''] = date.split('-');
        const part = (text: string) => (padded ? text : String(Number(text)));
        const name = months[Number(month) - 1] ?? '';
        const typed = [
          [part(dayOfMonth), part(month), year].join(between),
          [part(dayOfMonth), upper ? name.toUpperCase() : name, year].join(between),
          `${part(dayOfMonth)} ${name.slice(0, 3).replace('maa', 'mrt')}. ${year}`,
          `${year}-${part(month)}-${part(dayOfMonth)}`,
          `${dayOfMonth}${month}${year}`,
        ];
        expect(typed.map((text) => parseDutchDate(text, 2009))).toEqual(typed.map(() => ({ date })));
      }),
    );
  });
  it('two digits near the end of a century', () => {
    expect(parseDutchDate('1-1-07', 2098)).toEqual({ date: '2107-01-01' });
    expect(parseDutchDate('1-1-08', 2098)).toEqual({ date: '2008-01-01' });
  });
  it.each(['31-4-2002', '31-4-1900', '31-4-2199', '29-2-2003', '32-1-2002', '1-13-2002', '0-1-2002', '00-00-2002'])(
    '%s does not exist',
    (typed) => {
      expect(parseDutchDate(typed, 2009).reason).toMatch(/bestaat niet/);
    },
  );
  it.each(['1-9-1802', '1-9-2302'])('%s lies too far away', (typed) => {
    expect(parseDutchDate(typed, 2009).reason).toMatch(/tussen 1900 en 2199/);
  });
  it.each(['', 'gisteren', '1 foo', '1 foo 2002', '1--', '2002', '123456789', '1-9-200'])(
    '"%s" is no date',
    (typed) => {
      expect(parseDutchDate(typed, 2009).reason).toMatch(/geen datum/);
    },
  );
  it('unknown parts, where they are allowed', () => {
    const partial = (typed: string) => parseDutchDate(typed, 2009, { partial: true });
    expect(['00-00-2002', '00-12-2002', '2002-00-00', '00002002'].map(partial)).toEqual(
      ['2002-00-00', '2002-12-00', '2002-00-00', '2002-00-00'].map((date) => ({ date })),
    );
    expect(partial('12-00-2002').reason).toMatch(/bestaat niet/);
  });
  it('reads back what it shows', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(parseDutchDate(formatDutchDate(date), 2009)).toEqual({ date });
      }),
    );
  });
  it('shows dates, partial dates and other texts', () => {
    expect(['2002-09-01', '2002-00-00', '2002-12-00', 'onbekend'].map(formatDutchDate)).toEqual([
      '1-9-2002',
      '00-00-2002',
      '00-12-2002',
      'onbekend',
    ]);
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (typed) => typeof (parseDutchDate(typed, 2009).reason ?? '') === 'string'));
  });
});
