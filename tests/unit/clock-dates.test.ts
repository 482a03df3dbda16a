import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dateInNetherlands } from '../../shared/domain/clock.ts';

const byTheSystem = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

it('the date in the Netherlands is that of the system, whatever was asked before', () => {
  const between = { min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true };
  // Around midnight by winter time and by summer time, and around the change of the clock.
  const near = fc
    .tuple(
      fc.constantFrom('2009-01-05T23:00Z', '2009-07-05T22:00Z', '2009-03-29T01:00Z', '2009-10-25T01:00Z'),
      fc.integer({ min: -2, max: 2 }),
    )
    .map(([moment, ms]) => new Date(Date.parse(moment) + ms));
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.date(between), near), { minLength: 2, maxLength: 20 }), (instants) => {
      expect(instants.map(dateInNetherlands)).toEqual(instants.map((instant) => byTheSystem.format(instant)));
    }),
  );
});
