import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { BrpPerson } from '../mock-bron/registers/brp.ts';
import { advance, startConnected } from '../support/administration.ts';
import { addPupil, changePersoon } from '../support/pupils.ts';

/** The identificatieverzoek (berichten 1 and 8, PvE 5.6.1, 5.6.8) and the wijziging sleutelgegevens (2 and 9, PvE 5.6.2, 5.6.9). */
let line: Awaited<ReturnType<typeof startConnected>>;

const BSN = '999990019';
const adres = { straatnaam: 'Leyweg', huisnummer: '7', postcode: '2548AE' };
const iris: BrpPerson = {
  bsn: BSN,
  geslachtsnaam: 'Verzonnen',
  voornamen: 'Iris',
  geboortedatum: '2001-06-07',
  geslacht: 'V',
  adressen: [{ ...adres, datumIngang: '2005-01-01' }],
};
const inBrp = { achternaam: 'Verzonnen', voornamen: 'Iris', geboortedatum: '2001-06-07', geslacht: 'V', ...adres };
const unknown = { achternaam: 'Nieuweling', voornamen: 'Noa', geboortedatum: '2001-05-05', geslacht: 'V', ...adres };

beforeEach(async () => {
  line = await startConnected();
  line.mock.replaceRegisters({ brp: { source: 'test', persons: [iris] } });
});
afterEach(async () => {
  await line.close();
});

const fetch = () => {
  advance(line, 31);
  return line.world.call('exchange.requestTerugkoppelingen', {});
};
const send = () => line.world.call('exchange.send', {});
const identify = (...leerlingIds: number[]) =>
  line.world.call('exchange.identify', leerlingIds.length > 0 ? { leerlingIds } : {});
const card = (id: number) => line.world.call('leerlingen.get', { id });
const about = (leerlingId: number) => line.world.call('exchange.aboutLeerling', { leerlingId });
const open = async (leerlingId: number) => (await line.world.call('proposals.list', { leerlingId })).rows;
const add = async (persoon: Persoonsgegevens) => (await addPupil(line.world, persoon)).leerlingId;

describe('an identificatieverzoek', () => {
  it('of a pupil without number brings one as a proposal, taken over with one click, under which the melding goes', async () => {
    const id = await add(inBrp);
    expect(await identify(id)).toMatchObject({ kind: 'identificatie', sent: 1 });
    expect(await about(id)).toMatchObject({ confirmed: false, last: { nr: 1, state: 'in behandeling' } });
    expect(await fetch()).toMatchObject({ proposals: 1, unmatched: 0 });
    const [proposal] = await open(id);
    expect(proposal).toMatchObject({ nr: 8, applicable: true, confirm: false });
    expect(proposal?.changes).toEqual([{ key: 'burgerservicenummer', bron: BSN }]);
    expect((await card(id)).persoon.burgerservicenummer).toBeUndefined();
    await line.world.call('proposals.apply', { id: proposal?.id ?? 0 });
    expect((await card(id)).persoon.burgerservicenummer).toBe(BSN);
    expect(await about(id)).toMatchObject({ confirmed: true, last: { state: 'geregistreerd met signaal' } });
    await send();
    expect(await fetch()).toMatchObject({ geregistreerd: 1 });
    expect(line.mock.register('99ZZ')).toMatchObject([{ burgerservicenummer: BSN }]);
  });

  it('with the number that BRON has too confirms it by itself', async () => {
    const id = await add({ ...inBrp, burgerservicenummer: BSN });
    expect((await about(id)).confirmed).toBe(false);
    await identify();
    expect(await fetch()).toMatchObject({ received: 1, proposals: 0 });
    expect(await open(id)).toEqual([]);
    expect((await about(id)).confirmed).toBe(true);
    expect(await line.world.fail('exchange.identify', {})).toMatchObject({ code: 'identify-nobody' });
  });

  it('that BRON refuses is told with its signalen, and is asked again only when a person asks for that pupil', async () => {
    const id = await add({ ...inBrp, burgerservicenummer: BSN, geslacht: 'M' });
    await identify();
    expect(await fetch()).toMatchObject({ received: 1, proposals: 1 });
    const [refused] = await open(id);
    expect(refused).toMatchObject({ nr: 13, applicable: false, signalen: [{ code: '753', ernst: 'A' }] });
    expect(await about(id)).toMatchObject({ confirmed: false, last: { nr: 1, state: 'afgekeurd' } });
    expect(await line.world.fail('exchange.identify', {})).toMatchObject({ code: 'identify-nobody' });
    expect(await identify(id)).toMatchObject({ sent: 1 });
  });

  it('asks all at once, each once, and not those whose gegevens are incomplete', async () => {
    const ids = [await add(inBrp), await add(unknown)];
    const incomplete = await add({ achternaam: 'Leeg' });
    expect(await identify()).toMatchObject({ sent: 2 });
    expect(await line.world.fail('exchange.identify', {})).toMatchObject({ code: 'identify-incomplete' });
    await line.world.restart();
    expect(await fetch()).toMatchObject({ proposals: 2 });
    for (const id of ids) expect(await open(id)).toHaveLength(1);
    expect(await line.world.fail('exchange.identify', { leerlingIds: [incomplete] })).toMatchObject({
      code: 'identify-incomplete',
    });
  });
});

/** A pupil whom the BRP does not know: registered under an onderwijsnummer that was taken over. */
async function registeredWithoutBrp(): Promise<number> {
  const id = await add(unknown);
  await identify(id);
  await fetch();
  const [proposal] = await open(id);
  await line.world.call('proposals.apply', { id: proposal?.id ?? 0 });
  await send();
  expect(await fetch()).toMatchObject({ received: 1 });
  return id;
}

describe('a wijziging sleutelgegevens', () => {
  it('goes before the melding, and leaves nothing to deliver when it is all that changed', async () => {
    const id = await registeredWithoutBrp();
    await changePersoon(line.world, id, { postcode: '2514GL', geslacht: 'M' });
    expect(await send()).toMatchObject({ sent: 1 });
    expect(await about(id)).toMatchObject({ last: { nr: 2, state: 'in behandeling' } });
    // The melding waits.
    expect(await send()).toMatchObject({ sent: 0 });
    expect(await fetch()).toMatchObject({ received: 1, unmatched: 0 });
    expect(await card(id)).toMatchObject({ bronState: 'geregistreerd' });
    expect(await send()).toMatchObject({ sent: 0 });
    expect(line.mock.register('99ZZ')).toMatchObject([{ version: 1 }]);
  });

  it('to a BSN that the school got brings what the BRP has, and the melding goes on under it', async () => {
    const id = await registeredWithoutBrp();
    const { geboortedatum, geslacht } = iris;
    await changePersoon(line.world, id, { burgerservicenummer: BSN, geboortedatum, geslacht });
    await send();
    expect(await fetch()).toMatchObject({ proposals: 1 });
    const [proposal] = await open(id);
    expect(proposal?.nr).toBe(9);
    expect(proposal?.changes).toContainEqual({ key: 'achternaam', here: 'Nieuweling', bron: 'Verzonnen' });
    await line.world.call('proposals.apply', { id: proposal?.id ?? 0, confirmed: true });
    expect((await card(id)).persoon).toMatchObject({ achternaam: 'Verzonnen', burgerservicenummer: BSN });
    await send();
    await fetch();
    expect(await card(id)).toMatchObject({ bronState: 'geregistreerd' });
    expect(line.mock.register('99ZZ')).toMatchObject([{ burgerservicenummer: BSN }]);
  });

  it('is not sent of a pupil whom the BRP knows', async () => {
    const id = await add({ ...inBrp, burgerservicenummer: BSN });
    await send();
    await fetch();
    await changePersoon(line.world, id, { postcode: '2514GL' });
    await send();
    expect((await about(id)).last).toBeUndefined();
  });
});
