import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BerichtState } from '../../shared/api/exchange.ts';
import type { BronState } from '../../shared/api/leerlingen.ts';
import type { Fault } from '../mock-bron/faults.ts';
import { advance, startConnected } from '../support/administration.ts';
import { addPupil, changeInschrijving, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';

/** The table of changes against states of docs/koppelvlak.md, row by row. */
let line: Awaited<ReturnType<typeof startConnected>>;
let leerlingId: number;

beforeEach(async () => {
  line = await startConnected({ answerTimeoutMs: 2500 });
});
afterEach(async () => {
  await line.close();
});

const send = () => line.world.call('exchange.send', {});
const poll = async () => {
  advance(line, 31);
  await line.world.call('exchange.requestTerugkoppelingen', {});
};
const fault = (kind: Fault['kind']) => line.mock.setFault({ kind, nr: 3, times: 1 });
const berichten = async () =>
  (await line.world.call('exchange.berichten', {})).rows.map(({ state }) => state).reverse();
const ids = async () =>
  (await line.world.call('exchange.berichten', {})).rows
    .map(({ berichtidentificatie }) => berichtidentificatie)
    .reverse();
const bronState = async () => (await line.world.call('leerlingen.get', { id: leerlingId })).bronState;
const delivered = () => line.mock.messages({ direction: 'in', nr: 3 }).length;

const add = async (changes: { geslacht?: string; gewicht?: [] } = {}) => {
  const { geslacht, ...gegevens } = changes;
  ({ leerlingId } = await addPupil(
    line.world,
    { ...testPersons.hera, ...(geslacht ? { geslacht } : {}) },
    correctInschrijving(gegevens),
  ));
};

/** How a melding gets into each state. */
const reach: Record<string, () => Promise<void>> = {
  'not drafted': () => add(),
  tegengehouden: async () => {
    await add({ gewicht: [] });
    await send();
  },
  'opgesteld, never left': async () => {
    await add();
    const settings = await line.world.call('settings.get', {});
    const use = (endpoint: string) =>
      line.world.call('settings.save', { ...settings, exchange: { ...settings.exchange, endpoint } });
    await use('https://127.0.0.1:1/POKANAAL/');
    await send();
    await use(line.mock.addresses.soap);
  },
  onzeker: async () => {
    await add();
    fault('timeout-before');
    await send();
  },
  'in behandeling': async () => {
    await add();
    await send();
  },
  geregistreerd: async () => {
    await reach['in behandeling']?.();
    await poll();
  },
  afgekeurd: async () => {
    await add({ geslacht: 'M' });
    await send();
    await poll();
  },
};

const change = {
  'a gegeven of bericht 3': () => changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' }),
  'a gegeven that BRON does not get': () => changePersoon(line.world, leerlingId, { roepnaam: 'Ander' }),
  'undone before sending': async () => {
    await changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' });
    await changeInschrijving(line.world, leerlingId, { aanduidingNnca: '1' });
  },
} as const;

interface Row {
  from: keyof typeof reach;
  change: keyof typeof change;
  /** BRON state after the change, before sending. */
  state: BronState;
  /** States of all messages of the inschrijving after the next run, oldest first. */
  berichten: BerichtState[];
  /** Messages that reached BRON by then. */
  delivered: number;
}

const rows: Row[] = [
  {
    from: 'not drafted',
    change: 'a gegeven of bericht 3',
    state: 'aan te leveren',
    berichten: ['in behandeling'],
    delivered: 1,
  },
  {
    from: 'not drafted',
    change: 'a gegeven that BRON does not get',
    state: 'aan te leveren',
    berichten: ['in behandeling'],
    delivered: 1,
  },
  {
    from: 'tegengehouden',
    change: 'a gegeven of bericht 3',
    state: 'aan te leveren',
    berichten: ['vervallen', 'tegengehouden'],
    delivered: 0,
  },
  {
    from: 'tegengehouden',
    change: 'a gegeven that BRON does not get',
    state: 'tegengehouden',
    berichten: ['tegengehouden'],
    delivered: 0,
  },
  {
    from: 'opgesteld, never left',
    change: 'a gegeven of bericht 3',
    state: 'aan te leveren',
    berichten: ['vervallen', 'in behandeling'],
    delivered: 1,
  },
  {
    from: 'opgesteld, never left',
    change: 'a gegeven that BRON does not get',
    state: 'aan te leveren',
    berichten: ['in behandeling'],
    delivered: 1,
  },
  { from: 'onzeker', change: 'a gegeven of bericht 3', state: 'onzeker', berichten: ['in behandeling'], delivered: 2 },
  {
    from: 'onzeker',
    change: 'a gegeven that BRON does not get',
    state: 'onzeker',
    berichten: ['in behandeling'],
    delivered: 2,
  },
  {
    from: 'in behandeling',
    change: 'a gegeven of bericht 3',
    state: 'in behandeling',
    berichten: ['in behandeling'],
    delivered: 1,
  },
  {
    from: 'in behandeling',
    change: 'undone before sending',
    state: 'in behandeling',
    berichten: ['in behandeling'],
    delivered: 1,
  },
  {
    from: 'geregistreerd',
    change: 'a gegeven of bericht 3',
    state: 'aan te leveren',
    berichten: ['geregistreerd', 'in behandeling'],
    delivered: 2,
  },
  {
    from: 'geregistreerd',
    change: 'a gegeven that BRON does not get',
    state: 'geregistreerd',
    berichten: ['geregistreerd'],
    delivered: 1,
  },
  {
    from: 'geregistreerd',
    change: 'undone before sending',
    state: 'geregistreerd',
    berichten: ['geregistreerd'],
    delivered: 1,
  },
  {
    from: 'afgekeurd',
    change: 'a gegeven of bericht 3',
    state: 'aan te leveren',
    berichten: ['afgekeurd', 'in behandeling'],
    delivered: 2,
  },
  {
    from: 'afgekeurd',
    change: 'a gegeven that BRON does not get',
    state: 'afgekeurd',
    berichten: ['afgekeurd'],
    delivered: 1,
  },
  { from: 'afgekeurd', change: 'undone before sending', state: 'afgekeurd', berichten: ['afgekeurd'], delivered: 1 },
];

describe('a change of an inschrijving whose melding is', () => {
  for (const row of rows) {
    it(`${row.from}: ${row.change}`, async () => {
      await reach[row.from]?.();
      await change[row.change]();
      expect(await bronState()).toBe(row.state);
      line.mock.clearFaults();
      advance(line, 61);
      await send();
      expect(await berichten()).toEqual(row.berichten);
      expect(delivered()).toBe(row.delivered);
      const used = await ids();
      expect(new Set(used).size).toBe(used.length);
    });
  }

  it('in behandeling, changed and answered: the change goes out with the next run', async () => {
    await reach['in behandeling']?.();
    await change['a gegeven of bericht 3']();
    await poll();
    expect(await bronState()).toBe('aan te leveren');
    await send();
    await poll();
    expect(await bronState()).toBe('geregistreerd');
    expect(line.mock.register('99ZZ')).toMatchObject([{ version: 2 }]);
  });

  it('known to BRON: another datum inschrijving is refused with a sentence', async () => {
    await reach.geregistreerd?.();
    const card = await line.world.call('leerlingen.get', { id: leerlingId });
    const inschrijving = card.inschrijvingen[0];
    const failure = await line.world.fail('leerlingen.saveInschrijving', {
      leerlingId,
      id: inschrijving?.id ?? 0,
      version: inschrijving?.version ?? 0,
      gegevens: correctInschrijving({ datumInschrijving: '2009-09-01' }),
    });
    expect(failure).toMatchObject({ code: 'inschrijving-known', field: 'gegevens.datumInschrijving' });
  });

  it('saved by another editor meanwhile: the second is told', async () => {
    await add();
    const { version, persoon } = await line.world.call('leerlingen.get', { id: leerlingId });
    await line.world.call('leerlingen.save', { id: leerlingId, version, persoon });
    expect(await line.world.fail('leerlingen.save', { id: leerlingId, version, persoon })).toMatchObject({
      code: 'changed-elsewhere',
    });
  });
});
