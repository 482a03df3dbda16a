import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workshop } from '../support/exchangeKills/workshop.ts';
import { expectWellAtRest } from '../support/exchangeKills/wellAtRest.ts';
import type { KillWorld } from '../support/exchangeKills/world.ts';
import { addPupil, changeInschrijving, testPersons } from '../support/pupils.ts';

/** The clock of the computer is a day off, or is set right in the middle. BRON has the right time. */
const DAY = 24 * 60;
const { hera, zeus } = testPersons;

const workshop = new Workshop();
let world: KillWorld;

afterAll(() => workshop.close());
beforeEach(async () => {
  world = await workshop.open();
  await addPupil(world.las, hera);
});
afterEach(() => world.destroy());

const send = () => world.las.call('exchange.send', {});
const fetch = () => world.las.call('exchange.requestTerugkoppelingen', {});
const held = async () => (await world.las.call('exchange.overview', {})).hold;
const bronState = async (id: number) => (await world.las.call('leerlingen.get', { id })).bronState;
const pollNumbers = () =>
  world.mock.messages({ direction: 'in', nr: 6 }).map(({ berichtidentificatie = '' }) => berichtidentificatie);
const refusals = () => world.mock.messages({ direction: 'out', nr: 7 }).filter(({ xml }) => xml.includes('<signaal>'));

async function makeBackup(): Promise<void> {
  await world.las.call('backup.make', { target: world.las.grant(world.backup, 'write') });
}

const off = [
  { how: 'ahead', minutes: DAY },
  { how: 'behind', minutes: -DAY },
];

describe.each(off)('a clock that is a day $how', ({ minutes }) => {
  it('sends and fetches, and BRON is asked at most every 30 minutes', async () => {
    world.jump(minutes);
    expect(await send()).toMatchObject({ sent: 1, problems: [] });
    expect(await fetch()).toMatchObject({ geregistreerd: 1, problems: [] });
    expect(await world.las.fail('exchange.requestTerugkoppelingen', {})).toMatchObject({ code: 'poll-too-early' });
    world.wait(31);
    expect(await fetch()).toMatchObject({ received: 0, problems: [] });
    await expectWellAtRest(world);
  });

  it('and is set right: nothing waits a day', async () => {
    world.jump(minutes);
    world.mock.setFault({ kind: 'break-before', nr: 3, times: 1 });
    expect(await send()).toMatchObject({ sent: 1, onzeker: 1 });
    await fetch();
    world.jump(-minutes);
    world.wait(31);
    // The pause of the uncertain melding, and the wait after an empty answer, were noted by the other clock.
    expect(await send()).toMatchObject({ sent: 1, onzeker: 0 });
    expect(await fetch()).toMatchObject({ geregistreerd: 1, problems: [] });
    expect(await bronState(1)).toBe('geregistreerd');
    await expectWellAtRest(world);
  });

  it('and is set right while meldingen are sent: the run goes on', async () => {
    await addPupil(world.las, zeus);
    world.mock.setLoad({ answerMs: { from: 100, to: 100 } });
    world.jump(minutes);
    const run = send();
    world.jump(-minutes);
    expect(await run).toMatchObject({ sent: 2, onzeker: 0, problems: [] });
    world.mock.setLoad({});
    await expectWellAtRest(world);
  });

  it('and is set right between bundles: the numbers rise, and BRON refuses none', async () => {
    await addPupil(world.las, zeus);
    await send();
    world.mock.setFault({ kind: 'bundle-split', nr: 6 });
    world.jump(minutes);
    const run = fetch();
    world.jump(-minutes);
    expect(await run).toMatchObject({ geregistreerd: 2, problems: [] });
    world.jump(minutes);
    world.wait(61);
    await fetch();
    world.jump(-minutes);
    world.wait(61);
    await fetch();
    const numbers = pollNumbers();
    expect(numbers).toEqual([...new Set(numbers)].sort());
    expect(refusals()).toEqual([]);
    await expectWellAtRest(world);
  });

  it('when a backup was made, and is right when it is put back: sending is free once BRON has told', async () => {
    world.jump(minutes);
    await send();
    await makeBackup();
    await fetch();
    world.jump(-minutes);
    world.wait(31);
    await world.restore();
    expect(await held()).toBeDefined();
    await world.runner.requestRegistratieoverzicht();
    await fetch();
    expect(await held()).toBeUndefined();
    await expectWellAtRest(world);
  });

  it('when a backup is put back, and is set right while sending is held: the same', async () => {
    await send();
    await makeBackup();
    await fetch();
    world.wait(31);
    world.jump(minutes);
    await world.restore();
    await world.runner.requestRegistratieoverzicht();
    world.jump(-minutes);
    await fetch();
    expect(await held()).toBeUndefined();
    await changeInschrijving(world.las, 1, { aanduidingNnca: '2' });
    await expectWellAtRest(world);
  });
});

it('a number that was given out under a clock that was ahead is passed, once the clock is right and a backup is put back', async () => {
  await makeBackup();
  world.jump(DAY);
  await send();
  await fetch();
  world.jump(-DAY);
  world.wait(31);
  await world.restore();
  await fetch();
  expect(refusals()).toHaveLength(1);
  expect(refusals()[0]?.xml).toContain('396');
  await expectWellAtRest(world);
  expect(refusals()).toHaveLength(1);
});
