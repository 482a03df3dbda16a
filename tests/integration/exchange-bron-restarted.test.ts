import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunResult } from '../../shared/api/exchange.ts';
import { Workshop } from '../support/exchangeKills/workshop.ts';
import { expectWellAtRest } from '../support/exchangeKills/wellAtRest.ts';
import type { KillWorld } from '../support/exchangeKills/world.ts';
import { addPupil } from '../support/pupils.ts';
import { schoolPersons } from '../support/schoolPersons.ts';
import { until } from '../support/until.ts';

/** BRON is restarted in the middle of a run, with what it had. */
const PUPILS = 16;
/** What a message that was on the line, or found nobody, says of it. */
const causes = ['endpoint-broken', 'endpoint-refused', 'answer-cut-off'];

const workshop = new Workshop();
let world: KillWorld;

afterAll(() => workshop.close());
beforeEach(async () => {
  world = await workshop.open();
  for (const person of schoolPersons(PUPILS)) await addPupil(world.las, person);
});
afterEach(() => world.destroy());

const arrived = (nr: number) => world.mock.messages({ direction: 'in', nr }).length;

interface Middle {
  /** Lets it come to the middle of the run, once it has begun. */
  reach(): Promise<void>;
  operation: 'exchange.send' | 'exchange.requestTerugkoppelingen' | 'exchange.requestRegistratieoverzicht';
}

const middles: Record<string, () => Promise<Middle>> = {
  'meldingen are sent': async () => {
    world.mock.setLoad({ answerMs: { from: 20, to: 60 } });
    return { operation: 'exchange.send', reach: () => until(() => arrived(3) >= 5) };
  },
  'it is asked for terugkoppelingen': async () => {
    await world.runner.send();
    world.mock.setFault({ kind: 'bundle-split', nr: 6 });
    return { operation: 'exchange.requestTerugkoppelingen', reach: () => until(() => arrived(6) >= 4) };
  },
  'a bundle is on its way': async () => {
    await world.runner.send();
    world.mock.setFault({ kind: 'slow', nr: 6, seconds: 1 });
    return {
      operation: 'exchange.requestTerugkoppelingen',
      reach: async () => {
        await until(() => arrived(6) >= 1);
        await delay(200);
      },
    };
  },
  'it is asked what it has': async () => {
    await world.runner.send();
    world.mock.setFault({ kind: 'slow', nr: 5, seconds: 1 });
    return { operation: 'exchange.requestRegistratieoverzicht', reach: () => until(() => arrived(5) >= 1) };
  },
};

/** What was wrong with the run, or how it failed. */
async function codesOf(operation: Middle['operation']): Promise<string[]> {
  const result = await world.las.las.invoke(operation, {});
  return result.ok ? (result.value as RunResult).problems.map(({ code }) => code) : [result.error.code];
}

describe.each(Object.entries(middles))('BRON is restarted while %s', (_, prepare) => {
  it('at once: the run goes on or says why not', async () => {
    const { operation, reach } = await prepare();
    const run = codesOf(operation);
    await reach();
    await world.stopMock();
    await world.startMock();
    expect(causes).toEqual(expect.arrayContaining(await run));
    await expectWellAtRest(world);
  });

  it('and nothing listens for a while: the run ends and says why', async () => {
    const { operation, reach } = await prepare();
    const run = codesOf(operation);
    await reach();
    await world.stopMock();
    const codes = await run;
    expect(codes.length).toBeGreaterThan(0);
    expect(causes).toEqual(expect.arrayContaining(codes));
    await world.startMock();
    await expectWellAtRest(world);
  });
});
