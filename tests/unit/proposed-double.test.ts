import { describe, expect, it } from 'vitest';
import { repeatsDouble, togetherOf, togetherWith, type EnrolledAt } from '../../shared/domain/proposals/double.ts';

/** The gezamenlijke inschrijfperiode of a dubbele inschrijving, and what is new in a repeated one (PvE 5.6.15). */
const enrolled = (datumInschrijving?: string, datumUitschrijving?: string) => ({
  datumInschrijving,
  datumUitschrijving,
});
const at = (brinnummer: string, from?: string, to?: string): EnrolledAt => ({ brinnummer, ...enrolled(from, to) });

describe('the period that two inschrijvingen have in common', () => {
  it.each([
    ['both open', enrolled('2009-08-01'), enrolled('2009-09-01'), { from: '2009-09-01' }],
    [
      'one ends',
      enrolled('2009-08-01', '2009-10-31'),
      enrolled('2009-09-01'),
      { from: '2009-09-01', to: '2009-10-31' },
    ],
    [
      'one within the other',
      enrolled('2008-08-01', '2010-07-31'),
      enrolled('2009-09-01', '2009-09-30'),
      { from: '2009-09-01', to: '2009-09-30' },
    ],
    [
      'the last day is the first of the other',
      enrolled('2009-08-01', '2009-10-31'),
      enrolled('2009-10-31'),
      { from: '2009-10-31', to: '2009-10-31' },
    ],
    ['the other begins the day after', enrolled('2009-08-01', '2009-10-31'), enrolled('2009-11-01'), undefined],
    ['long before', enrolled('2005-08-01', '2006-07-31'), enrolled('2009-08-01'), undefined],
    [
      'an end that cannot be read may be any day',
      enrolled('2009-08-01', '2009-02-30'),
      enrolled('2009-09-01'),
      { from: '2009-09-01' },
    ],
    ['so may a first day', enrolled(), enrolled('2009-09-01'), { from: '2009-09-01' }],
  ])('%s', (_, one, other, expected) => {
    expect(togetherOf(one, other)).toEqual(expected);
    expect(togetherOf(other, one)).toEqual(expected);
  });

  it('stands there for each inschrijving at our school, the first one first', () => {
    const own = [enrolled('2009-10-01'), enrolled('2008-08-01', '2009-08-31'), enrolled('2007-08-01', '2008-07-31')];
    expect(togetherWith(enrolled('2009-08-01'), own)).toEqual([
      { from: '2009-08-01', to: '2009-08-31' },
      { from: '2009-10-01' },
    ]);
    expect(togetherWith(enrolled('2009-08-01'), [])).toEqual([]);
  });
});

describe('a dubbele inschrijving that BRON tells again', () => {
  const before = [at('98AB', '2009-09-01'), at('99ZZ', '2009-08-01')];
  it.each<[string, EnrolledAt[], boolean]>([
    ['the same', [at('98AB', '2009-09-01'), at('99ZZ', '2009-08-01')], true],
    ['in another order', [at('99ZZ', '2009-08-01'), at('98AB', '2009-09-01')], true],
    ['another school', [at('98AC', '2009-09-01'), at('99ZZ', '2009-08-01')], false],
    ['one more school', [...before, at('98AC', '2009-09-01')], false],
    ['another first day', [at('98AB', '2009-09-02'), at('99ZZ', '2009-08-01')], false],
    ['a last day where there was none', [at('98AB', '2009-09-01', '2009-12-31'), at('99ZZ', '2009-08-01')], false],
    ['another last day of our own', [at('98AB', '2009-09-01'), at('99ZZ', '2009-08-01', '2009-12-31')], false],
  ])('%s', (_, now, expected) => {
    expect(repeatsDouble(before, now)).toBe(expected);
  });

  it('says nothing new when a school less is concerned', () => {
    expect(repeatsDouble([...before, at('98AC', '2009-10-01')], before)).toBe(true);
  });
});
