import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advance, fetchTerugkoppelingen, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, testPersons } from '../support/pupils.ts';

/** Having BRON remove an inschrijving that was registered wrongly (PvE 5.6.4, 5.6.11). */
const DAY = 24 * 60;
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
});
afterEach(async () => {
  await line.close();
});

const send = () => line.world.call('exchange.send', {});
const fetchAll = () => fetchTerugkoppelingen(line);
const add = async (changes = {}) => {
  ({ leerlingId } = await addPupil(line.world, { ...testPersons.hera, ...changes }));
};
const register = async () => {
  await add();
  await send();
  await fetchAll();
};
const inschrijvingen = async () => (await line.world.call('leerlingen.get', { id: leerlingId })).inschrijvingen;
const first = async () => {
  const [one] = await inschrijvingen();
  if (!one) throw new Error('no inschrijving');
  return one;
};
const remove = async () => {
  const { id: inschrijvingId, version } = await first();
  const result = await line.world.las.invoke('exchange.remove', { inschrijvingId, version, reason: 'Verkeerd kind.' });
  return result.ok ? 'asked' : result.error.code;
};
const withdraw = async () => {
  const result = await line.world.las.invoke('exchange.withdrawRemoval', { inschrijvingId: (await first()).id });
  return result.ok ? 'withdrawn' : result.error.code;
};
const state = async () => (await first()).bronState;
const bin = async () => (await line.world.call('bin.list', {})).rows;
const sent = (nr: number) => line.mock.messages({ direction: 'in', nr }).length;
const peildatum = '2009-11-02';
const askBron = async () => {
  await line.world.call('exchange.requestRegistratieoverzicht', { peildatum });
  await fetchAll();
};

describe('may be asked', () => {
  const cases: [when: string, reach: () => Promise<unknown>, outcome: string][] = [
    ['of what BRON has registered', register, 'asked'],
    ['of what BRON never got', add, 'removal-unknown'],
    ['of what is under way', () => add().then(send), 'removal-under-way'],
    ['twice', () => register().then(remove), 'removal-asked'],
    [
      'of what BRON refused',
      async () => {
        await add({ geslacht: 'M' });
        await send();
        await fetchAll();
      },
      'removal-unknown',
    ],
  ];
  it.each(cases)('%s', async (_, reach, outcome) => {
    await reach();
    expect(await remove()).toBe(outcome);
  });
});

it('goes to BRON, and once BRON confirms it the inschrijving lies in the bin', async () => {
  await register();
  expect(await remove()).toBe('asked');
  expect(await first()).toMatchObject({ bronState: 'te verwijderen', removal: { reason: 'Verkeerd kind.' } });
  await send();
  expect(await state()).toBe('in behandeling');
  expect(await withdraw()).toBe('removal-sent');
  expect(await fetchAll()).toMatchObject({ removed: 1, unmatched: 0 });
  expect(await inschrijvingen()).toEqual([]);
  expect(await bin()).toMatchObject([{ kind: 'inschrijving' }]);
  await send();
  expect([sent(3), sent(4)]).toEqual([1, 1]);
});

it('of what comes back out of the bin a melding goes to BRON again', async () => {
  await register();
  await remove();
  await send();
  await fetchAll();
  const [item] = await bin();
  await line.world.call('bin.restore', { kind: 'inschrijving', id: item?.id ?? 0 });
  expect(await state()).toBe('aan te leveren');
  await send();
  await fetchAll();
  expect(await state()).toBe('geregistreerd');
});

it('is left out of the bin by hand as long as BRON has it, and may be destroyed afterwards', async () => {
  await register();
  await remove();
  const { id, version } = await first();
  const put = await line.world.fail('bin.put', { kind: 'inschrijving', id, version });
  expect(put.code).toBe('inschrijving-in-bron');
  await send();
  await fetchAll();
  await line.world.call('bin.destroy', { kind: 'inschrijving', id, confirmed: true });
  expect(await bin()).toEqual([]);
});

it('can be taken back until it has left, with nothing sent', async () => {
  await register();
  await remove();
  await changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' });
  expect(await state()).toBe('te verwijderen');
  expect(await withdraw()).toBe('withdrawn');
  expect(await state()).toBe('aan te leveren');
  await send();
  expect([sent(3), sent(4)]).toEqual([2, 0]);
  expect(await withdraw()).toBe('removal-not-asked');
});

it('is offered again with the same bytes when the answer is lost, and done once', async () => {
  await register();
  await remove();
  line.mock.setFault({ kind: 'break-after', nr: 4, times: 1 });
  await send();
  expect(await state()).toBe('onzeker');
  advance(line, 2);
  await send();
  expect(await state()).toBe('in behandeling');
  await fetchAll();
  expect(await inschrijvingen()).toEqual([]);
  const [one, other] = line.mock.messages({ direction: 'in', nr: 4 });
  expect(one?.xml).toBe(other?.xml);
});

it('that BRON refuses is shown with the reason, and can be taken back or offered again', async () => {
  await register();
  line.mock.reset();
  await remove();
  await send();
  await fetchAll();
  expect(await first()).toMatchObject({ bronState: 'afgekeurd', signalen: [{ state: 'open', ernst: 'A' }] });
  const [refused] = (await line.world.call('exchange.berichten', {})).rows;
  expect(refused).toMatchObject({ state: 'afgekeurd', offerable: true });
  await send();
  expect(sent(4)).toBe(1);
  expect(await withdraw()).toBe('withdrawn');
  expect(await first()).toMatchObject({ bronState: 'geregistreerd', signalen: [] });
});

it('is known to be done when a registratieoverzicht has the inschrijving no longer', async () => {
  await register();
  await remove();
  line.mock.setFault({ kind: 'break-before', nr: 4, times: 1 });
  await send();
  line.mock.reset();
  await askBron();
  expect(await inschrijvingen()).toEqual([]);
});

it('that BRON never got is offered anew once a registratieoverzicht shows that BRON still has the inschrijving', async () => {
  await register();
  await remove();
  line.mock.setFault({ kind: 'late', nr: 4, times: 1, seconds: 7 * DAY * 60 });
  await send();
  const berichtId = (await line.world.call('exchange.berichten', {})).rows[0]?.id ?? 0;
  const again = { berichtId, reason: 'De Helpdesk BRON vroeg erom.' };
  expect((await line.world.fail('exchange.offerAgain', again)).code).toBe('offer-again-too-early');
  advance(line, DAY + 1);
  await askBron();
  await line.world.call('exchange.offerAgain', again);
  expect(await state()).toBe('te verwijderen');
  await send();
  await fetchAll();
  expect(await inschrijvingen()).toEqual([]);
});

it('names the pupil and the inschrijving, and nothing else', async () => {
  await add({ ...testPersons.remi });
  await send();
  await fetchAll();
  await remove();
  await send();
  const [message] = line.mock.messages({ direction: 'in', nr: 4 });
  expect(message?.xml).toMatch(/999991243/);
  expect(message?.xml).toMatch(/2009-08-01/);
  expect(message?.xml).not.toMatch(/Proefpersoon|2517JR|1003/);
});
