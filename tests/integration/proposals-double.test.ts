import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding } from '../mock-bron/testing/meldingen.ts';
import { advance, fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { lookInto, occurs } from '../support/database.ts';
import { addPupil, changeInschrijving, testPersons } from '../support/pupils.ts';

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

const fetch = () => fetchTerugkoppelingen(line);
type Enrolment = Parameters<typeof correctMelding>[2];
/** A school, ours under another LAS too, delivers a pupil. */
async function deliver(id: string, brinnummer: string, changes?: Enrolment, pupil: keyof typeof testPersons = 'hera') {
  const { burgerservicenummer, geboortedatum, geslacht, postcode } = testPersons[pupil];
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
    await deliver('M1', '98AB', { datumInschrijving: '2009-09-01' });
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

  it('names the days in common, and is told again under its last day', async () => {
    await deliver('M1', '98AB', { datumInschrijving: '2009-09-01', datumUitschrijving: '2009-10-30' });
    await control();
    const [first] = (await list()).rows;
    expect(first?.situations.map(({ brinnummer, together }) => ({ brinnummer, together }))).toEqual([
      { brinnummer: '98AB', together: [{ from: '2009-09-01', to: '2009-10-30' }] },
      { brinnummer: '99ZZ', together: [] },
    ]);
    advance(line, MONTH_MINUTES);
    await control();
    const again = await list();
    expect(again).toMatchObject({ open: 1, ever: 1, rows: [{ id: first?.id }] });
    expect(Date.parse(again.rows[0]?.receivedAt ?? '') - Date.parse(first?.receivedAt ?? '')).toBeGreaterThan(
      MONTH_MINUTES * 60_000,
    );
  });

  it('that was ticked off stays so when BRON repeats it, and comes back with another school or other dates', async () => {
    await deliver('M1', '98AB', { datumInschrijving: '2009-09-01' });
    await control();
    await tickOff('Gebeld: schrijft uit');
    advance(line, MONTH_MINUTES);
    expect(await control()).toMatchObject({ received: 1, proposals: 0 });
    expect(await list()).toMatchObject({ open: 0, ever: 1 });

    await deliver('M2', '98AC', { datumInschrijving: '2009-06-01' });
    advance(line, MONTH_MINUTES);
    expect(await control()).toMatchObject({ proposals: 1 });
    expect((await list()).rows[0]?.situations).toHaveLength(3);
    await tickOff('Beide scholen gebeld');

    await deliver('M3', '98AC', { datumInschrijving: '2009-06-01', datumUitschrijving: '2009-07-31' });
    advance(line, MONTH_MINUTES);
    expect(await control()).toMatchObject({ received: 1, proposals: 0 });
    expect((await list('all')).rows[0]).toMatchObject({ state: 'declined', reason: 'Beide scholen gebeld' });
    expect((await list('all')).rows[0]?.situations).toHaveLength(2);

    await deliver('M4', '98AB', { datumInschrijving: '2009-09-01', datumUitschrijving: '2010-01-31' });
    advance(line, MONTH_MINUTES);
    expect(await control()).toMatchObject({ proposals: 1 });
    expect(await list()).toMatchObject({ open: 1 });
  });

  it('is nothing new when only the contactpersoon of the other school is another', async () => {
    await deliver('M1', '98AB');
    await control();
    await tickOff('Gebeld: schrijft uit');
    const { brin } = line.mock.registers();
    const contactpersoon = { naam: 'Nina Nieuw', telefoonnummer: '0600000099', email: 'nina@98ab.example' };
    const schools = brin.schools.map((one) => (one.brinnummer === '98AB' ? { ...one, contactpersoon } : one));
    line.mock.replaceRegisters({ brin: { ...brin, schools } });
    advance(line, MONTH_MINUTES);
    expect(await control()).toMatchObject({ received: 1, proposals: 0 });
    const { open, rows } = await list('all');
    expect(open).toBe(0);
    expect(rows[0]?.situations[0]).toMatchObject({ contactpersoon: 'Nina Nieuw', telefoon: '0600000099' });
  });

  it('is probably solved once the inschrijving here ends before; it stays until it is ticked off', async () => {
    await deliver('M1', '98AB', { datumInschrijving: '2009-10-01' });
    await control();
    expect((await list()).rows).toMatchObject([{ solvedHere: false }]);
    await changeInschrijving(line.world, leerlingId, { datumUitschrijving: '2009-10-01' });
    expect((await list()).rows).toMatchObject([{ solvedHere: false }]);
    await changeInschrijving(line.world, leerlingId, { datumUitschrijving: '2009-09-30' });
    expect((await list()).rows).toMatchObject([{ solvedHere: true }]);
    await line.world.call('exchange.send', {});
    await fetch();
    advance(line, MONTH_MINUTES);
    expect(await control()).toMatchObject({ received: 0 });
    expect(await list()).toMatchObject({ open: 1, rows: [{ solvedHere: true }] });
  });

  it('of a pupil who is not here is kept and counted', async () => {
    await deliver('M1', '99ZZ', {}, 'zeus');
    await deliver('M2', '98AB', {}, 'zeus');
    await fetch();
    expect(await control()).toMatchObject({ received: 1, proposals: 0, unmatched: 1 });
    const kept = await lookInto(line.world, (db) =>
      db.prepare('SELECT leerling_id, matched FROM terugkoppeling WHERE nr = 16').all(),
    );
    expect(kept).toEqual([{ leerling_id: null, matched: 0 }]);
  });
});

describe('the contactpersoon of the other school', () => {
  const namesContact = () => lookInto(line.world, (db) => occurs(db, 'Chantal Bakker'));
  async function throwAway(id: number) {
    const { version } = await line.world.call('leerlingen.get', { id });
    await line.world.call('bin.put', { kind: 'leerling', id, version });
  }
  const destroy = (id: number) => line.world.call('bin.destroy', { kind: 'leerling', id, confirmed: true });

  it('goes with the pupil when it is destroyed', async () => {
    await deliver('M1', '98AB');
    await control();
    await deliver('M2', '98AC');
    await control();
    const { inschrijvingen } = await line.world.call('leerlingen.get', { id: leerlingId });
    const { id: inschrijvingId = 0, version = 0 } = inschrijvingen[0] ?? {};
    await line.world.call('exchange.remove', { inschrijvingId, version, reason: 'Verkeerde leerling' });
    await line.world.call('exchange.send', {});
    await fetch();
    expect(await namesContact()).toBe(true);
    await throwAway(leerlingId);
    await destroy(leerlingId);
    expect(await namesContact()).toBe(false);
  });

  it('goes too when the pupil lay in the bin as BRON told it', async () => {
    await deliver('M1', '99ZZ', {}, 'zeus');
    await deliver('M2', '98AB', {}, 'zeus');
    await fetch();
    const { id } = await line.world.call('leerlingen.save', { persoon: testPersons.zeus });
    await throwAway(id);
    expect(await control()).toMatchObject({ received: 1, proposals: 0, unmatched: 1 });
    expect(await namesContact()).toBe(true);
    await destroy(id);
    expect(await namesContact()).toBe(false);
  });
});
