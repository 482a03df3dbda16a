import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advance, fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';

/** What can happen between two steps of an exchange. */
let line: Awaited<ReturnType<typeof startConnected>>;
beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 3000 });
});
afterEach(async () => {
  await line.close();
});

const send = () => line.world.call('exchange.send', {});
const poll = () => fetchTerugkoppelingen(line);
const berichten = async () => (await line.world.call('exchange.berichten', {})).rows.map(({ state }) => state);
const card = (id: number) => line.world.call('leerlingen.get', { id });
const sent = () => line.mock.messages({ direction: 'in', nr: 3 });
const person = (index: number) => ({ ...testPersons.hera, roepnaam: `Hera ${index}`, leerlingnummer: String(index) });

async function useEndpoint(endpoint: string): Promise<void> {
  const settings = await line.world.call('settings.get', {});
  await line.world.call('settings.save', { ...settings, exchange: { ...settings.exchange, endpoint } });
}

describe('a change while meldingen are being drafted', () => {
  it('goes with the melding that holds it, and an undone change is delivered again', async () => {
    const { world } = line;
    const gegevens = correctInschrijving();
    for (let index = 0; index < 24; index += 1) await addPupil(world, testPersons.zeus, gegevens);
    const last = await addPupil(world, testPersons.hera, gegevens);
    const seen = world.events.length;
    const run = send();
    while (!world.events.slice(seen).some(({ event }) => event === 'exchange.progress'))
      await new Promise((resolve) => setImmediate(resolve));
    await changeInschrijving(world, last.leerlingId, { aanduidingNnca: '2' });
    await run;
    expect(sent().filter(({ xml }) => xml.includes('<aanduidingNNCA>2</aanduidingNNCA>'))).toHaveLength(1);
    await poll();
    expect((await card(last.leerlingId)).inschrijvingen[0]?.toDeliverSince).toBeUndefined();
    await changeInschrijving(world, last.leerlingId, { aanduidingNnca: '1' });
    expect((await card(last.leerlingId)).bronState).toBe('aan te leveren');
  });
});

describe('a change that is undone before its melding could leave', () => {
  it('is not sent', async () => {
    const { world, mock } = line;
    const { leerlingId } = await addPupil(world, testPersons.hera);
    await send();
    await poll();
    await changeInschrijving(world, leerlingId, { aanduidingNnca: '2' });
    await useEndpoint('https://127.0.0.1:1/POKANAAL/');
    await send();
    await useEndpoint(mock.addresses.soap);
    await changeInschrijving(world, leerlingId, { aanduidingNnca: '1' });
    expect((await card(leerlingId)).bronState).toBe('geregistreerd');
    expect(await send()).toMatchObject({ sent: 0 });
    expect(sent()).toHaveLength(1);
    expect(await berichten()).toEqual(['vervallen', 'geregistreerd']);
  });
});

describe('BRON with a technical fault', () => {
  it('is left alone after a few meldingen (358)', async () => {
    const { world, mock } = line;
    for (let index = 0; index < 16; index += 1) await addPupil(world, person(index));
    mock.setFault({ kind: 'signaal-358', nr: 3 });
    expect((await send()).onzeker).toBeLessThanOrEqual(8);
  });
});

describe('an uncertain melding', () => {
  it('is offered again although the clock was set back', async () => {
    const { world, mock } = line;
    await addPupil(world, testPersons.hera);
    advance(line, 60 * 24 * 30);
    mock.setFault({ kind: 'timeout-before', nr: 3, times: 1 });
    expect(await send()).toMatchObject({ onzeker: 1 });
    advance(line, -60 * 24 * 30);
    expect(await send()).toMatchObject({ sent: 1, onzeker: 0 });
  });
});

describe('a change that BRON refuses and that is undone', () => {
  const work = async () => (await line.world.call('terugkoppelingen.work', {})).rows.map(({ code }) => code);
  const signalen = async (id: number) => (await card(id)).inschrijvingen[0]?.signalen.map(({ code }) => code);

  it('leaves what BRON had signalled about the stand it still has, and nothing else', async () => {
    const { world } = line;
    const { leerlingId } = await addPupil(world, { ...testPersons.remi, postcode: '2548AE' });
    await send();
    await poll();
    expect(await work()).toEqual(['770']);
    await changePersoon(world, leerlingId, { geslacht: 'V' });
    await send();
    await poll();
    expect(await work()).toEqual(['753', '770']);
    await changePersoon(world, leerlingId, { geslacht: 'M' });
    expect((await card(leerlingId)).bronState).toBe('geregistreerd met signaal');
    expect(await work()).toEqual(['770']);
    expect(await signalen(leerlingId)).toEqual(['770']);
    expect((await world.call('leerlingen.list', {})).rows).toMatchObject([{ openSignalen: 1 }]);
    // The refused content again: it is still refused, and why.
    await changePersoon(world, leerlingId, { geslacht: 'V' });
    expect((await card(leerlingId)).bronState).toBe('afgekeurd');
    expect(await work()).toEqual(['753', '770']);
  });
});

describe('the reason of an uncertain melding', () => {
  it('is a whole sentence', async () => {
    const { world, mock } = line;
    await addPupil(world, testPersons.hera);
    mock.setFault({ kind: 'http-500', nr: 3, times: 1 });
    await send();
    const [row] = (await world.call('exchange.berichten', {})).rows;
    expect(row?.reason).toBe('BRON gaf een technische fout.');
  });
});

describe('a melding under way', () => {
  it('shows as such in the list, on the card and in the counts alike', async () => {
    const { world, mock } = line;
    const { leerlingId } = await addPupil(world, testPersons.hera);
    mock.setFault({ kind: 'slow', nr: 3, times: 1, seconds: 1 });
    const run = send();
    while (!(await berichten()).includes('verzonden')) await new Promise((resolve) => setImmediate(resolve));
    expect((await card(leerlingId)).bronState).toBe('in behandeling');
    expect((await world.call('exchange.overview', {})).counts).toMatchObject({ 'in behandeling': 1 });
    await run;
  });
});

describe('another aanleverpunt', () => {
  it('can be chosen as long as no melding left, and goes with every melding from then on', async () => {
    const { world, mock } = line;
    await addPupil(world, testPersons.hera);
    await useEndpoint('https://127.0.0.1:1/POKANAAL/');
    await send();
    await useEndpoint(mock.addresses.soap);
    const settings = await world.call('settings.get', {});
    await world.call('settings.save', { ...settings, school: { ...settings.school, aanleverpunt: '01' } });
    expect(await berichten()).toEqual(['vervallen']);
    await send();
    expect(sent().map(({ xml }) => xml.includes('>01</bron:Aanleverpuntnummer>'))).toEqual([true]);
    expect(sent()[0]?.berichtidentificatie).toMatch(/^01/);
    const again = { ...settings, school: { ...settings.school, aanleverpunt: '02' } };
    expect(await world.fail('settings.save', again)).toMatchObject({ code: 'school-fixed' });
  });
});
