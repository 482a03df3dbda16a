import fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { commands, expectSaved, startModel } from '../support/exchangeModel/commands.ts';
import { comeToRest, expectNothingTwice, expectRegistered } from '../support/exchangeModel/rest.ts';
import { ExchangeWorld, startSharedMock, type SharedMock } from '../support/exchangeModel/world.ts';

/**
 * Histories of edits, runs, faults, kills, restarts, restores and clocks that jump, over real TLS. When all has come to rest the register
 * holds exactly what the administration says, each inschrijving once, and nothing was sent twice while its outcome was unknown.
 */
const FULL = Boolean(process.env.LAS_FULL);
const HISTORIES = Number(process.env.LAS_HISTORIES ?? (FULL ? 1000 : 25));

let shared: SharedMock;
beforeAll(async () => {
  shared = await startSharedMock();
});
afterAll(async () => {
  await shared.close();
});

it('whatever happens to the exchange, BRON ends with what the administration says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 24, size: 'max' }), async (history) => {
      const world = new ExchangeWorld(shared);
      try {
        await world.addPupils();
        const model = startModel();
        await fc.asyncModelRun(() => ({ model, real: world }), history);
        await comeToRest(world);
        expectSaved(model, world);
        expectRegistered(world);
        expectNothingTwice(world);
      } finally {
        await world.close();
      }
    }),
    { numRuns: HISTORIES, ...(FULL ? {} : { seed: 20091102 }) },
  );
}, 7_200_000);
