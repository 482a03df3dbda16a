import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advance, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';

let line: Awaited<ReturnType<typeof startConnected>>;

beforeEach(async () => {
  line = await startConnected();
});
afterEach(async () => {
  await line.close();
});

const exchange = async () => {
  const sent = await line.world.call('exchange.send', {});
  advance(line, 31);
  const received = await line.world.call('exchange.requestTerugkoppelingen', {});
  return { sent, received };
};

const stateOf = async (id: number) => (await line.world.call('leerlingen.get', { id })).bronState;

describe('one pupil, from the form to bericht 10 and back', () => {
  it('is registered, changed and registered again', async () => {
    const { world, mock } = line;
    const { leerlingId } = await addPupil(world, testPersons.hera);
    expect(await stateOf(leerlingId)).toBe('aan te leveren');

    const first = await exchange();
    expect(first.sent).toMatchObject({ sent: 1, tegengehouden: 0, problems: [] });
    expect(first.received).toMatchObject({ received: 1, geregistreerd: 1, unmatched: 0, problems: [] });
    expect(await stateOf(leerlingId)).toBe('geregistreerd');
    expect(mock.register('99ZZ')).toMatchObject([{ burgerservicenummer: '999992533', version: 1 }]);

    await changeInschrijving(world, leerlingId, {
      leerjaarGroep: [
        { begindatum: '2009-08-01', leerjaar: '3', groep: '3a' },
        { begindatum: '2009-11-01', leerjaar: '4', groep: '4b' },
      ],
    });
    const changed = await world.call('leerlingen.get', { id: leerlingId });
    expect(changed.bronState).toBe('aan te leveren');
    expect(changed.inschrijvingen[0]?.deliverBy).toBe('2009-11-16');

    await exchange();
    expect(await stateOf(leerlingId)).toBe('geregistreerd');
    const registered = await world.call('leerlingen.get', { id: leerlingId });
    expect(registered.inschrijvingen[0]?.bronStand?.gegevens).toMatchObject({
      leerjaarGroep: [{ groep: '3a' }, { begindatum: '2009-11-01', groep: '4b' }],
    });
    expect(registered.inschrijvingen[0]?.deliverBy).toBeUndefined();
  });

  it('shows an afkeuring at the field, is corrected and registered', async () => {
    const { world, mock } = line;
    const { leerlingId } = await addPupil(world, { ...testPersons.zeus, geslacht: 'V' });
    const { received } = await exchange();
    expect(received).toMatchObject({ afgekeurd: 1, geregistreerd: 0 });
    const card = await world.call('leerlingen.get', { id: leerlingId });
    expect(card.bronState).toBe('afgekeurd');
    expect(card.inschrijvingen[0]?.signalen).toMatchObject([
      { code: '753', ernst: 'A', gegevensgroep: 'persoonMetPgn', state: 'open' },
    ]);
    expect(mock.register('99ZZ')).toEqual([]);

    // The same content is not offered again.
    expect(await world.call('exchange.send', {})).toMatchObject({ sent: 0 });

    await changePersoon(world, leerlingId, { geslacht: 'M' });
    expect(await stateOf(leerlingId)).toBe('aan te leveren');
    await exchange();
    expect(await stateOf(leerlingId)).toBe('geregistreerd');
    expect((await world.call('terugkoppelingen.work', {})).total).toBe(0);
  });

  it('takes over what BRON knows better', async () => {
    const { world } = line;
    const { leerlingId } = await addPupil(world, { ...testPersons.remi, postcode: '2548AE' });
    const { received } = await exchange();
    expect(received).toMatchObject({ metSignaal: 1 });
    const [signaal] = (await world.call('terugkoppelingen.work', {})).rows;
    expect(signaal).toMatchObject({
      code: '770',
      ernst: 'S',
      element: 'postcode',
      lasValue: '2548AE',
      bronValue: '2517JR',
      canTakeOver: true,
    });
    await world.call('terugkoppelingen.takeOver', { signaalId: signaal?.signaalId ?? 0 });
    expect((await world.call('leerlingen.get', { id: leerlingId })).persoon.postcode).toBe('2517JR');
    await exchange();
    expect(await stateOf(leerlingId)).toBe('geregistreerd');
  });

  it('ticks a signaal off with a note', async () => {
    const { world } = line;
    const { leerlingId } = await addPupil(world, { ...testPersons.remi, postcode: '2548AE' });
    await exchange();
    const [signaal] = (await world.call('terugkoppelingen.work', {})).rows;
    await world.call('terugkoppelingen.tickOff', {
      signaalId: signaal?.signaalId ?? 0,
      note: 'Ouders gebeld: verhuisd.',
    });
    expect(await stateOf(leerlingId)).toBe('geregistreerd');
    expect((await world.call('terugkoppelingen.work', {})).total).toBe(0);
    expect((await world.call('leerlingen.get', { id: leerlingId })).inschrijvingen[0]?.signalen).toMatchObject([
      { state: 'afgevinkt', note: 'Ouders gebeld: verhuisd.' },
    ]);
  });
});

describe('the voorcontrole', () => {
  it('holds back what BRON would refuse, and lets it through when a person says so', async () => {
    const { world, mock } = line;
    const { leerlingId } = await addPupil(world, testPersons.odin, correctInschrijving({ gewicht: [] }));
    expect(await world.call('exchange.send', {})).toMatchObject({ sent: 0, tegengehouden: 1 });
    expect(await stateOf(leerlingId)).toBe('tegengehouden');
    const { rows } = await world.call('exchange.berichten', { state: 'tegengehouden' });
    expect(rows[0]?.findings).toMatchObject([{ code: '341', gegevensgroep: 'gewicht' }]);
    expect(mock.messages({ direction: 'in' })).toEqual([]);

    await world.call('exchange.sendAnyway', { berichtId: rows[0]?.id ?? 0, reason: 'Volgens de Helpdesk mag het.' });
    expect(await world.call('exchange.send', {})).toMatchObject({ sent: 1, tegengehouden: 0 });
    advance(line, 31);
    expect(await world.call('exchange.requestTerugkoppelingen', {})).toMatchObject({ afgekeurd: 1 });
    expect(await stateOf(leerlingId)).toBe('afgekeurd');
  });
});

describe('asking for terugkoppelingen', () => {
  it('waits thirty minutes after an empty answer and says until when', async () => {
    const { world } = line;
    await world.call('exchange.testCertificate', {});
    const overview = await world.call('exchange.overview', {});
    expect(overview.nextPollAt).toMatch(/^2009-11-02T08:30/);
    const refused = await world.fail('exchange.requestTerugkoppelingen', {});
    expect(refused.code).toBe('poll-too-early');
    expect(refused.message).toContain('09:30');
    advance(line, 31);
    await world.call('exchange.requestTerugkoppelingen', {});
  });

  it('gives every message of a run its own berichtidentificatie of 16 characters', async () => {
    const { world } = line;
    for (const persoon of Object.values(testPersons)) await addPupil(world, persoon);
    await world.call('exchange.send', {});
    const { rows } = await world.call('exchange.berichten', {});
    const ids = rows.map(({ berichtidentificatie }) => berichtidentificatie);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^00[A-Z0-9]{4}\d{10}$/);
  });
});
