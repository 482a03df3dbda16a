import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding } from '../mock-bron/testing/meldingen.ts';
import { advance, startConnected } from '../support/administration.ts';
import { addPupil, testPersons } from '../support/pupils.ts';

/** A dubbele inschrijving (bericht 16, PvE 5.6.15): a point with the other school's contact, ticked off until something new comes. */
const MONTH_MINUTES = 30 * 24 * 60;
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;

beforeEach(async () => {
  line = await startConnected();
  ({ leerlingId } = await addPupil(line.world, testPersons.hera));
  await line.world.call('exchange.send', {});
  await fetch();
});
afterEach(async () => {
  await line.close();
});

const fetch = () => {
  advance(line, 31);
  return line.world.call('exchange.requestTerugkoppelingen', {});
};
async function elsewhere(id: string, brinnummer: string, changes: Parameters<typeof correctMelding>[2] = {}) {
  const { burgerservicenummer, geboortedatum, geslacht, postcode } = testPersons.hera;
  const school = await createTestSchool(line.mock, brinnummer);
  await school.meld(correctMelding(id, { burgerservicenummer, geboortedatum, geslacht, postcode }, changes));
  school.close();
  line.mock.state();
}
async function control() {
  line.mock.controlDubbeleInschrijvingen();
  return fetch();
}
const list = (show: 'open' | 'all' = 'open') => line.world.call('proposals.list', { leerlingId, nr: 16, show });
const tickOff = async (reason: string) => {
  const [{ id } = { id: 0 }] = (await list()).rows;
  await line.world.call('proposals.decline', { id, reason });
};

describe('a dubbele inschrijving', () => {
  it('names both schools, their dates and whom to call', async () => {
    await elsewhere('M1', '98AB', { datumInschrijving: '2009-09-01' });
    expect(await control()).toMatchObject({ proposals: 1, unmatched: 0 });
    const { rows } = await list();
    expect(rows).toMatchObject([
      {
        leerlingId,
        applicable: false,
        situations: [
          { own: false, brinnummer: '98AB', plaats: 'Oefenstad', datumInschrijving: '2009-09-01' },
          { own: true, brinnummer: '99ZZ' },
        ],
      },
    ]);
    const other = rows[0]?.situations.find(({ own }) => !own);
    expect(other?.telefoon).toMatch(/^\d{10}$/);
    expect(other?.email).toContain('@');
    expect(other?.contactpersoon).not.toBe('');
  });

  it('that was ticked off stays so when BRON repeats it, and comes back with another school or other dates', async () => {
    await elsewhere('M1', '98AB', { datumInschrijving: '2009-09-01' });
    await control();
    await tickOff('Gebeld: schrijft uit');
    advance(line, MONTH_MINUTES);
    expect(await control()).toMatchObject({ received: 1, proposals: 0 });
    expect(await list()).toMatchObject({ open: 0, ever: 1 });

    await elsewhere('M2', '98AC', { datumInschrijving: '2009-10-01' });
    advance(line, MONTH_MINUTES);
    expect(await control()).toMatchObject({ proposals: 1 });
    expect((await list()).rows[0]?.situations).toHaveLength(3);
  });
});
