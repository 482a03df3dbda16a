import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { START } from '../support/administration.ts';
import { ExchangeWorld, persons, startSharedMock, type SharedMock } from '../support/exchangeModel/world.ts';

/** What the program tells of its last run after it was closed or killed. */
let shared: SharedMock;
let world: ExchangeWorld;

beforeAll(async () => {
  shared = await startSharedMock();
});
afterAll(async () => {
  await shared.close();
});
beforeEach(async () => {
  world = new ExchangeWorld(shared);
  await world.addPupils();
  await world.restart({ patient: true });
});
afterEach(async () => {
  await world.close();
});

it('a run that ended is told of after a restart', async () => {
  const result = await world.runner.send();
  await world.restart();
  expect(result.sent).toBe(persons.length);
  expect(world.runner.lastResult).toEqual(result);
});

it('a run in which the program was killed is told of as interrupted, with how far it came', async () => {
  shared.mock.setFault({ kind: 'timeout-before', nr: 3, times: 1 });
  await world.killDuring((runner) => runner.send(), 500);
  const told = world.runner.lastResult;
  expect(told).toMatchObject({ kind: 'versturen', interrupted: true, stopped: false, at: START.toISOString() });
  expect(told?.onzeker).toBeGreaterThanOrEqual(1);

  await world.restart({ patient: true });
  expect(world.runner.lastResult).toEqual(told);
  world.wait(61);
  expect(await world.runner.send()).toMatchObject({ interrupted: false, onzeker: 0 });
  expect(world.runner.lastResult?.interrupted).toBe(false);
});

it('a run that got nowhere leaves what was told of the run before it', async () => {
  const result = await world.runner.send();
  world.wait(31);
  await world.runner.requestTerugkoppelingen();
  const told = world.runner.lastResult;
  await expect(world.runner.requestTerugkoppelingen()).rejects.toMatchObject({ failure: { code: 'poll-too-early' } });
  await world.restart();
  expect(world.runner.lastResult).toEqual(told);
  expect(told).not.toEqual(result);
});
