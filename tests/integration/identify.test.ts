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
import { addPupil, changePersoon } from '../support/pupils.ts';

/** The identificatieverzoek (berichten 1 and 8, PvE 5.6.1, 5.6.8). */
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
    const again = await line.world.fail('exchange.identify', { leerlingIds: ids });
    expect(again).toMatchObject({ code: 'identify-under-way' });
    expect(await line.world.fail('exchange.identify', {})).toMatchObject({ code: 'identify-incomplete' });
    await line.world.restart();
    expect(await fetch()).toMatchObject({ proposals: 2 });
    for (const id of ids) expect(await open(id)).toHaveLength(1);
    expect(await line.world.fail('exchange.identify', { leerlingIds: [incomplete] })).toMatchObject({
      code: 'identify-incomplete',
    });
  });

  it('with a signaal and the number of here confirms it, also when the signaal is only ticked off', async () => {
    const id = await add({ ...inBrp, burgerservicenummer: BSN });
    await wantSignaal(line, { signaal: '956', nr: 1 });
    await identify();
    await fetch();
    const [told] = await open(id);
    expect(told).toMatchObject({ nr: 8, applicable: false, signalen: [{ code: '956' }] });
    await line.world.call('proposals.decline', { id: told?.id ?? 0, reason: 'Gezien.' });
    expect((await about(id)).confirmed).toBe(true);
  });

  it('that brings another number than ours never replaces it without a confirmation', async () => {
    line.mock.replaceRegisters({ brp: { source: 'test', persons: [] } });
    const id = await add(inBrp);
    await identify(id);
    await fetch();
    const [given] = await open(id);
    await line.world.call('proposals.apply', { id: given?.id ?? 0 });
    const { onderwijsnummer } = (await card(id)).persoon;
    expect(onderwijsnummer).toMatch(/^\d{9}$/);
    line.mock.replaceRegisters({ brp: { source: 'test', persons: [iris] } });
    await identify(id);
    await fetch();
    const [found] = await open(id);
    expect(found).toMatchObject({ nr: 8, applicable: true, confirm: true });
    const take = { id: found?.id ?? 0 };
    expect(await line.world.fail('proposals.apply', take)).toMatchObject({ code: 'proposal-number-differs' });
    expect((await card(id)).persoon).toMatchObject({ onderwijsnummer });
    await line.world.call('proposals.apply', { ...take, confirmed: true });
    expect((await card(id)).persoon.burgerservicenummer).toBe(BSN);
    expect((await card(id)).persoon.onderwijsnummer).toBeUndefined();
  });

  it('whose answer comes while the pupil lies in the bin is settled, and waits there with the pupil', async () => {
    const id = await add(inBrp);
    await identify(id);
    const { version } = await card(id);
    await line.world.call('bin.put', { kind: 'leerling', id, version });
    expect(await fetch()).toMatchObject({ received: 1, proposals: 0, unmatched: 0 });
    expect((await line.world.call('proposals.list', {})).rows).toEqual([]);
    await line.world.call('bin.restore', { kind: 'leerling', id });
    expect(await open(id)).toMatchObject([{ nr: 8, applicable: true }]);
    expect(await identify(id)).toMatchObject({ sent: 1 });
  });

  it('that never left asks with the gegevens of now, once', async () => {
    const id = await add({ ...inBrp, geslacht: 'M' });
    await whileUnreachable(line, () => identify(id));
    expect((await about(id)).last).toMatchObject({ state: 'opgesteld' });
    await changePersoon(line.world, id, { geslacht: 'V' });
    expect(await identify(id)).toMatchObject({ sent: 1 });
    await fetch();
    expect(await open(id)).toMatchObject([{ nr: 8, changes: [{ key: 'burgerservicenummer', bron: BSN }] }]);
  });

  it('that may have been lost is offered again under the same berichtidentificatie, and answered once', async () => {
    const id = await add(inBrp);
    line.mock.setFault({ kind: 'break-after', nr: 1, times: 1 });
    expect(await identify(id)).toMatchObject({ onzeker: 1 });
    await line.world.restart();
    advance(line, 2);
    await send();
    const asked = line.mock.messages({ direction: 'in', nr: 1 });
    expect(new Set(asked.map(({ berichtidentificatie }) => berichtidentificatie)).size).toBe(1);
    expect(await fetch()).toMatchObject({ proposals: 1 });
    expect(await open(id)).toHaveLength(1);
  });
});

describe('a number under which BRON has a pupil', () => {
  it('stays: it cannot be emptied, and taking it over cannot be undone', async () => {
    const id = await add(inBrp);
    await identify(id);
    await fetch();
    await line.world.call('proposals.apply', { id: (await open(id))[0]?.id ?? 0 });
    // As long as BRON has nothing of the pupil, it can be taken back.
    expect((await line.world.call('undo.preview', { leerlingId: id })).fields).toHaveLength(1);
    await send();
    await fetch();
    expect((await line.world.fail('undo.preview', { leerlingId: id })).code).toBe('number-known');
    const { persoon, version } = await card(id);
    const emptied = { ...persoon, burgerservicenummer: undefined };
    expect((await line.world.fail('leerlingen.save', { id, version, persoon: emptied })).code).toBe('number-known');
    // Another one can be the right one.
    const other = { ...persoon, burgerservicenummer: '999990020' };
    await line.world.call('leerlingen.save', { id, version, persoon: other });
  });
});
