import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultKind } from '../mock-bron/faults.ts';
import { advance, startConnected } from '../support/administration.ts';
import { changed, hera, importAll, model } from '../support/edexmlImport.ts';
import { changePersoon } from '../support/pupils.ts';

/** A melding that left and was then given up: BRON has it, or may have it, as if it had not been given up. */
const DAY = 24 * 60;
let line: Awaited<ReturnType<typeof startConnected>>;
let batch: number;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
});
afterEach(async () => {
  await line.close();
});

const send = () => line.world.call('exchange.send', {});
const fetchAll = async () => {
  advance(line, 31);
  await line.world.call('exchange.requestTerugkoppelingen', {});
};
const importPupil = async (elements = {}) => {
  ({ id: batch } = await importAll(line.world, model(changed(hera, elements))));
};
const giveUp = async () => {
  const [newest] = (await line.world.call('exchange.berichten', {})).rows;
  await line.world.call('exchange.offerAgain', { berichtId: newest?.id ?? 0, reason: 'Het moest opnieuw.' });
};

const sendWith = async (kind: FaultKind) => {
  await importPupil();
  line.mock.setFault({ kind, nr: 3, times: 1, seconds: 7 * DAY * 60 });
  await send();
};
const afgekeurd = async () => {
  await importPupil({ geslacht: '1' });
  await send();
  await fetchAll();
};
const late = async () => {
  await sendWith('late');
  advance(line, DAY + 1);
  await line.world.call('exchange.requestRegistratieoverzicht', {});
  await fetchAll();
};
const cases: [was: string, reach: () => Promise<void>, atBron: boolean][] = [
  ['afgekeurd', afgekeurd, false],
  ['geweigerd', () => sendWith('signaal-359'), false],
  ['in behandeling', late, true],
];

describe.each(cases)('given up, %s before', (_, reach, atBron) => {
  beforeEach(async () => {
    await reach();
    await giveUp();
  });

  it('keeps its pupil when the import is undone', async () => {
    const messages = [{ id: 1, naam: 'Jager, Hera de', ...(atBron ? { nr: 4 } : {}) }];
    expect(await line.world.call('import.undo', { id: batch })).toEqual({ result: 'proposal', messages, total: 1 });
  });

  it('keeps what identifies the school', async () => {
    const settings = await line.world.call('settings.get', {});
    const other = { ...settings, school: { ...settings.school, brinnummer: '99ZY' } };
    expect((await line.world.fail('settings.save', other)).code).toBe('school-fixed');
  });

  it(`${atBron ? 'keeps its inschrijving out of' : 'lets its inschrijving go to'} the bin`, async () => {
    const { inschrijvingen } = await line.world.call('leerlingen.get', { id: 1 });
    const { id = 0, version = 0 } = inschrijvingen[0] ?? {};
    const result = await line.world.las.invoke('bin.put', { kind: 'inschrijving', id, version });
    expect(result.ok ? 'in the bin' : result.error.code).toBe(atBron ? 'inschrijving-in-bron' : 'in the bin');
  });
});

it('a draft that could not leave and was replaced is not taken for one that left', async () => {
  await importPupil();
  const settings = await line.world.call('settings.get', {});
  const exchange = { ...settings.exchange, endpoint: 'https://127.0.0.1:1/POKANAAL/' };
  await line.world.call('settings.save', { ...settings, exchange });
  await send();
  await changePersoon(line.world, 1, { postcode: '2517JR' });
  await send();
  expect(await line.world.call('import.undo', { id: batch, alsoChanged: true })).toMatchObject({ result: 'undone' });
});
