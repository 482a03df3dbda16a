import { describe, expect, it } from 'vitest';
import { withCorrectedStart, withStart } from '../../shared/domain/enrolment/correct.ts';
import { correctInschrijving, correctWec } from '../support/pupils.ts';

/** Which datum oorspronkelijke inschrijving goes along with another datum inschrijving (PvE 4.1.3 element 44, 4.1.4 element 71, 5.6.3). */
describe('an inschrijving that begins on another date', () => {
  const cases: [
    what: string,
    step: typeof withStart,
    before: { datumInschrijving: string; datumOorspronkelijkeInschrijving?: string },
    date: string,
    original: string | undefined,
  ][] = [
    ['never known to BRON', withStart, { datumInschrijving: '2009-08-01' }, '2009-08-17', undefined],
    ['known to BRON', withCorrectedStart, { datumInschrijving: '2009-08-01' }, '2009-08-17', '2009-08-01'],
    ['known, to an earlier date', withCorrectedStart, { datumInschrijving: '2009-08-17' }, '2009-08-01', '2009-08-17'],
    [
      'known, and corrected before: the date that BRON has last',
      withCorrectedStart,
      { datumInschrijving: '2009-08-17', datumOorspronkelijkeInschrijving: '2009-08-01' },
      '2009-08-24',
      '2009-08-17',
    ],
    [
      'known, and back to where it was: the date that BRON has last',
      withCorrectedStart,
      { datumInschrijving: '2009-08-17', datumOorspronkelijkeInschrijving: '2009-08-01' },
      '2009-08-01',
      '2009-08-17',
    ],
    [
      'removed at BRON and corrected once more before it is delivered',
      withStart,
      { datumInschrijving: '2009-08-17', datumOorspronkelijkeInschrijving: '2009-08-01' },
      '2009-08-24',
      '2009-08-01',
    ],
    [
      'removed at BRON and put back on its old date: nothing is corrected',
      withStart,
      { datumInschrijving: '2009-08-17', datumOorspronkelijkeInschrijving: '2009-08-01' },
      '2009-08-01',
      undefined,
    ],
  ];
  it.each(cases)('%s', (_, step, before, date, original) => {
    for (const stored of [correctInschrijving(before), correctWec(before)]) {
      const { gegevens } = step(stored, date);
      expect(gegevens.datumInschrijving).toBe(date);
      expect(gegevens.datumOorspronkelijkeInschrijving).toBe(original);
      expect('datumOorspronkelijkeInschrijving' in gegevens).toBe(original !== undefined);
      expect(gegevens.vestiging).toEqual([{ begindatum: date, vestigingsvolgnummer: '00' }]);
    }
  });
});
