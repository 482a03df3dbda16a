import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import type { BrpPerson } from '../mock-bron/registers/brp.ts';
import {
  advance,
  fetchTerugkoppelingen,
  startConnected,
  wantSignaal,
  whileUnreachable,
} from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon } from '../support/pupils.ts';

/** The wijziging sleutelgegevens (berichten 2 and 9, PvE 5.6.2, 5.6.9), which goes before the meldingen of the pupil. */
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

const fetch = () => fetchTerugkoppelingen(line);
const send = () => line.world.call('exchange.send', {});
const card = (id: number) => line.world.call('leerlingen.get', { id });
const about = (leerlingId: number) => line.world.call('exchange.aboutLeerling', { leerlingId });
const open = async (leerlingId: number) => (await line.world.call('proposals.list', { leerlingId })).rows;
const add = async (persoon: Persoonsgegevens) => (await addPupil(line.world, persoon)).leerlingId;
const sent = (nr: number) => line.mock.messages({ direction: 'in', nr }).map(({ xml }) => xml);

/** A pupil whom the BRP does not know: registered under an onderwijsnummer that was taken over. */
async function registeredWithoutBrp(persoon: Persoonsgegevens = unknown): Promise<number> {
  const id = await add(persoon);
  await line.world.call('exchange.identify', { leerlingIds: [id] });
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
    expect(await send()).toMatchObject({ sent: 1, waiting: 1 });
    expect(await about(id)).toMatchObject({ last: { nr: 2, state: 'in behandeling' } });
    // The melding waits.
    expect(await send()).toMatchObject({ sent: 0, waiting: 1 });
    expect(await fetch()).toMatchObject({ received: 1, unmatched: 0 });
    expect(await card(id)).toMatchObject({ bronState: 'geregistreerd' });
    expect(await send()).toMatchObject({ sent: 0, waiting: 0 });
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

  it('that makes BRON find a BSN leaves nothing to deliver, before and after that is taken over', async () => {
    const id = await registeredWithoutBrp({ ...inBrp, geboortedatum: '2001-06-17' });
    await changePersoon(line.world, id, { geboortedatum: inBrp.geboortedatum });
    await send();
    expect(await fetch()).toMatchObject({ proposals: 1 });
    expect(await card(id)).toMatchObject({ bronState: 'geregistreerd' });
    expect(await send()).toMatchObject({ sent: 0 });
    const [proposal] = await open(id);
    expect(proposal).toMatchObject({ nr: 9, confirm: true });
    const take = { id: proposal?.id ?? 0 };
    expect(await line.world.fail('proposals.apply', take)).toMatchObject({ code: 'proposal-number-differs' });
    await line.world.call('proposals.apply', { ...take, confirmed: true });
    expect((await card(id)).persoon.burgerservicenummer).toBe(BSN);
    expect(await about(id)).toMatchObject({ confirmed: true });
    expect(await send()).toMatchObject({ sent: 0 });
  });

  it('waits for the answer to a melding that is under way, which tells how BRON knows the pupil', async () => {
    const id = await registeredWithoutBrp();
    await changeInschrijving(line.world, id, { aanduidingNnca: '2' });
    expect(await send()).toMatchObject({ sent: 1 });
    await changePersoon(line.world, id, { geslacht: 'M' });
    expect(await send()).toMatchObject({ sent: 0 });
    await fetch();
    expect(await send()).toMatchObject({ sent: 1 });
    await fetch();
    expect(await card(id)).toMatchObject({ bronState: 'geregistreerd' });
    expect(sent(2)).toHaveLength(1);
    expect(sent(3)).toHaveLength(2);
  });

  it('waits for an identificatieverzoek that is under way, and the melding waits with it', async () => {
    const id = await registeredWithoutBrp();
    await line.world.call('exchange.identify', { leerlingIds: [id] });
    await changePersoon(line.world, id, { geslacht: 'M' });
    expect(await send()).toMatchObject({ sent: 0 });
    await fetch();
    expect(await send()).toMatchObject({ sent: 1 });
    expect((await about(id)).last).toMatchObject({ nr: 2, state: 'in behandeling' });
  });

  it('that never left is dropped when the change is undone, and made anew when there is another', async () => {
    const id = await registeredWithoutBrp();
    await changePersoon(line.world, id, { geslacht: 'M' });
    await whileUnreachable(line, send);
    await changePersoon(line.world, id, { geslacht: 'V' });
    expect(await send()).toMatchObject({ sent: 0 });
    await changePersoon(line.world, id, { geslacht: 'M' });
    await whileUnreachable(line, send);
    await changePersoon(line.world, id, { postcode: '2514GL' });
    expect(await send()).toMatchObject({ sent: 1 });
    expect(sent(2)).toEqual([expect.stringContaining('2514GL')]);
    await fetch();
    expect(await card(id)).toMatchObject({ bronState: 'geregistreerd' });
  });

  it('that may have been lost is offered again under the same berichtidentificatie, and nothing else meanwhile', async () => {
    const id = await registeredWithoutBrp();
    line.mock.setFault({ kind: 'break-after', nr: 2, times: 1 });
    await changePersoon(line.world, id, { geslacht: 'M' });
    expect(await send()).toMatchObject({ onzeker: 1 });
    await changeInschrijving(line.world, id, { aanduidingNnca: '2' });
    await line.world.restart();
    expect(await send()).toMatchObject({ sent: 0 });
    advance(line, 2);
    expect(await send()).toMatchObject({ sent: 1 });
    const [first, again] = sent(2);
    expect(again).toBe(first);
    expect(sent(3)).toHaveLength(1);
    await fetch();
    await send();
    await fetch();
    expect(await card(id)).toMatchObject({ bronState: 'geregistreerd' });
    expect([sent(2).length, sent(3).length]).toEqual([2, 2]);
  });

  it('that BRON refuses (793) is told with its signaal and not sent again: then the melding goes', async () => {
    const id = await registeredWithoutBrp();
    await wantSignaal(line, { signaal: '793', nr: 2 });
    await changePersoon(line.world, id, { geslacht: 'M' });
    await send();
    expect(await fetch()).toMatchObject({ proposals: 1 });
    expect(await open(id)).toMatchObject([{ nr: 13, applicable: false, signalen: [{ code: '793', ernst: 'A' }] }]);
    await send();
    expect([sent(2).length, sent(3).length]).toEqual([1, 2]);
    await fetch();
    // Another change is another question.
    await changePersoon(line.world, id, { geslacht: 'V', postcode: '2514GL' });
    await send();
    expect(sent(2)).toHaveLength(2);
  });

  it('that BRON would refuse for what can be seen here is not sent', async () => {
    const id = await registeredWithoutBrp();
    await changePersoon(line.world, id, { geboortedatum: '2031-01-01' });
    expect(await send()).toMatchObject({ sent: 0, tegengehouden: 1 });
    expect(sent(2)).toEqual([]);
  });
});
