import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GegevensWpo } from '../../shared/api/inschrijving.ts';
import type { Fault } from '../mock-bron/faults.ts';
import { advance, startConnected, whileUnreachable } from '../support/administration.ts';
import { pairsIn, pairsOf, tableUnder } from '../support/changeStates.ts';
import { addPupil, changeInschrijving, changePersoon, correctInschrijving, testPersons } from '../support/pupils.ts';

/** Runs each row of the table of changes against states in docs/koppelvlak.md. */
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

const add = async (changes: Partial<GegevensWpo> & { geslacht?: string; postcode?: string } = {}) => {
  const { geslacht = testPersons.hera.geslacht, postcode = testPersons.hera.postcode, ...gegevens } = changes;
  ({ leerlingId } = await addPupil(
    line.world,
    { ...testPersons.hera, geslacht, postcode },
    correctInschrijving(gegevens),
  ));
};

const refused = async (kind: Fault['kind']) => {
  await add();
  fault(kind);
  await send();
};

/** How a melding gets into each state. */
const reach: Record<string, () => Promise<void>> = {
  'not drafted': () => add(),
  tegengehouden: async () => {
    await add({ gewicht: [] });
    await send();
  },
  opgesteld: async () => {
    await add();
    await whileUnreachable(line, send);
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
  'geregistreerd met signaal': async () => {
    await add({ postcode: '2517JR' });
    await send();
    await poll();
  },
  afgekeurd: async () => {
    await add({ geslacht: 'M' });
    await send();
    await poll();
  },
  'geweigerd (359)': async () => {
    await add({ leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: 'drie', groep: '3a' }] });
    await send();
    const { rows: held } = await line.world.call('exchange.berichten', {});
    await line.world.call('exchange.sendAnyway', { berichtId: held[0]?.id ?? 0, reason: 'Om te zien wat BRON zegt.' });
    await send();
  },
  'geweigerd (360)': () => refused('signaal-360'),
  'geweigerd (366)': () => refused('signaal-366'),
};

const change: Record<string, () => Promise<void>> = {
  'a gegeven of bericht 3': () => changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' }),
  'a gegeven that BRON does not get': () => changePersoon(line.world, leerlingId, { roepnaam: 'Ander' }),
  'changed and undone': async () => {
    await changeInschrijving(line.world, leerlingId, { aanduidingNnca: '2' });
    await changeInschrijving(line.world, leerlingId, { aanduidingNnca: '1' });
  },
  'offered again by a person': async () => {
    const [newest] = (await line.world.call('exchange.berichten', {})).rows;
    const input = { berichtId: newest?.id ?? 0, reason: 'De Helpdesk BRON vroeg erom.' };
    // Whether it is refused shows in what leaves.
    await line.world.las.invoke('exchange.offerAgain', input);
  },
};

const rows = tableUnder('### Changes against states');

it('the table names every state a melding can rest in, and every change of each', () => {
  expect(pairsIn(rows)).toEqual(pairsOf({ reach, change }));
});

describe('a change of an inschrijving whose melding is', () => {
  for (const [from = '', what = '', shown, meldingen = '', sent] of rows) {
    it(`${from}: ${what}`, async () => {
      await reach[from]?.();
      await change[what]?.();
      expect(await bronState()).toBe(shown);
      line.mock.clearFaults();
      advance(line, 61);
      await send();
      expect(await berichten()).toEqual(meldingen.split(', '));
      expect(delivered()).toBe(Number(sent));
      const used = await ids();
      expect(new Set(used).size).toBe(used.length);
    });
  }

  it('in behandeling, changed and answered: the change goes out with the next run', async () => {
    await reach['in behandeling']?.();
    await change['a gegeven of bericht 3']?.();
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
