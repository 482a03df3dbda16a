import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adresOf, leadsToDoor, sameHome, type Adres } from '../../shared/domain/adres.ts';
import { adresKeys } from '../../shared/domain/ownGegevens.ts';
import { adresLine } from '../../shared/domain/adresLine.ts';

const home = { straatnaam: 'Dorpsstraat', huisnummer: '12', postcode: '2548AE', plaatsnaam: 'Ons Dorp' };
const address = fc.record(Object.fromEntries(adresKeys.map((key) => [key, fc.constantFrom('a', 'B', 'b c', '')])), {
  requiredKeys: [],
});

describe('one address', () => {
  it.each<[Adres, boolean, string]>([
    [{ ...home, postcode: '2548 ae' }, true, 'spaces and capitals do not matter'],
    [{ ...home, land: '6030' }, true, 'no land is the Netherlands'],
    [{ ...home, huisnummer: '13' }, false, 'another door'],
    [{ ...home, huisnummerToevoeging: 'a' }, false, 'another toevoeging'],
    [{ ...home, land: '5010' }, false, 'another country'],
  ])('%j: %s, %s', (other, expected) => {
    expect(sameHome(home, other)).toBe(expected);
  });
  it('nothing is no address, and a land alone neither', () => {
    expect(
      [{}, { land: '6030' }, { postcode: ' ' }].map((other) => [leadsToDoor(other), sameHome(other, other)]),
    ).toEqual([
      [false, false],
      [false, false],
      [false, false],
    ]);
  });
  it('is the same both ways, and the same as what is taken out of a record', () => {
    fc.assert(
      fc.property(address, address, (a, b) => {
        expect(sameHome(a, b)).toBe(sameHome(b, a));
        expect(sameHome(a, adresOf(a))).toBe(leadsToDoor(a));
      }),
    );
  });
});

describe('on one line', () => {
  it.each([
    [home, 'Dorpsstraat 12, 2548AE Ons Dorp'],
    [{ ...home, huisnummerToevoeging: 'a', huisnummerAanduiding: 'TO' }, 'Dorpsstraat tegenover 12 a, 2548AE Ons Dorp'],
    [{ adresregelBuitenland1: 'Rue 1', adresregelBuitenland2: 'Paris', land: '5002' }, 'Rue 1, Paris, Frankrijk'],
    [{}, ''],
  ])('%j: %s', (given, line) => {
    expect(adresLine(given)).toBe(line);
  });
});
