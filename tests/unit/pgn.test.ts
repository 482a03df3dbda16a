import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValidBsn, isValidOnderwijsnummer } from '../../shared/domain/pgn.ts';

const nineDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
const join = (digits: readonly number[]) => digits.join('');

describe('the elfproef of a BSN (PvE 4.2.7, 750)', () => {
  it.each(['999993653', '999990019', '999990020', '999990032', '999990093', '999992533'])('%s is right', (number) => {
    expect(isValidBsn(number)).toBe(true);
  });
  it.each([
    '999992534',
    '999995233',
    '000000000',
    '99999253',
    '9999925330',
    '99999253a',
    '99999 253',
    ' 999992533',
    '',
    '٩٩٩٩٩٢٥٣٣',
  ])('"%s" is not', (number) => {
    expect(isValidBsn(number)).toBe(false);
  });
});

describe('the onderwijsnummerproef (PvE 4.2.7, 751)', () => {
  it.each(['100000041', '100000053', '100000065', '100000090', '100000120', '100000181'])('%s is right', (number) => {
    expect(isValidOnderwijsnummer(number)).toBe(true);
  });
  it.each(['100000042', '999992533', '000000000', '10000004', ''])('"%s" is not', (number) => {
    expect(isValidOnderwijsnummer(number)).toBe(false);
  });
});

describe('both proeven', () => {
  it('no number passes both', () => {
    fc.assert(
      fc.property(nineDigits, (digits) => {
        expect(isValidBsn(join(digits)) && isValidOnderwijsnummer(join(digits))).toBe(false);
      }),
    );
  });

  it('at most one last digit makes eight digits right, for either proef', () => {
    fc.assert(
      fc.property(nineDigits, (digits) => {
        const numbers = Array.from({ length: 10 }, (_, last) => join([...digits.slice(0, 8), last]));
        expect(numbers.filter(isValidBsn).length).toBeLessThanOrEqual(1);
        expect(numbers.filter(isValidOnderwijsnummer).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('one changed digit makes a right number wrong', () => {
    const change = fc.tuple(nineDigits, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(change, ([digits, place, by]) => {
        const changed = digits.map((digit, index) => (index === place ? (digit + by) % 10 : digit));
        for (const check of [isValidBsn, isValidOnderwijsnummer])
          expect(check(join(digits)) && check(join(changed))).toBe(false);
      }),
    );
  });
});
