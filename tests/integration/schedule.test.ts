import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFixedClock } from '../../shared/domain/clock.ts';
import { advance, CERTIFICATE_PASSWORD, PASSWORD, START, startConnected } from '../support/administration.ts';
import { installFile } from '../support/certificates.ts';
import { addPupil, testPersons } from '../support/pupils.ts';
import { schoolPersons } from '../support/schoolPersons.ts';

const DAY = 24 * 60;
const { hera, remi, odin } = testPersons;

let line: Awaited<ReturnType<typeof startConnected>>;
/** What the timer of the program does every so often. */
let beat: () => Promise<void>;

beforeEach(async () => {
  line = await startConnected({
    answerTimeoutMs: 2500,
    clock: createFixedClock(START),
    heartbeat: (given) => {
      beat = given;
    },
  });
});
afterEach(async () => {
  await line.close();
});

const every = (everyMinutes: 30 | 60 | 120 | 240 | null) => line.world.call('schedule.set', { everyMinutes });
const schedule = () => line.world.call('schedule.get', {});
const received = () => line.mock.messages({ direction: 'in' });
const numbers = () => received().map(({ nr }) => nr);
const states = async () => (await line.world.call('exchange.berichten', {})).rows.map(({ state }) => state);
const inMinutes = (minutes: number) => new Date(line.world.clock.now().getTime() + minutes * 60_000).toISOString();

/** Goes on by so many minutes, in steps of one, with the heartbeat at each. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    advance(line, 1);
    await beat();
  }
}

/** Makes what the mock has received so far no longer count. */
function counting() {
  const before = received().length;
  return () => numbers().slice(before);
}

async function unlock(): Promise<void> {
  await line.world.call('session.unlock', { password: PASSWORD });
}

describe('a scheduled exchange', () => {
  it('is off until somebody turns it on', async () => {
    await addPupil(line.world, hera);
    await pass(60);
    expect(await schedule()).toEqual({ everyMinutes: null, holdNeedsPerson: false });
    expect(numbers()).toEqual([]);
  });

  it('delivers and fetches by itself, and asks no more often than BRON allows', async () => {
    const { world, mock } = line;
    await every(30);
    await addPupil(world, hera);
    await beat();
    expect(await states()).toEqual(['geregistreerd']);
    expect(await world.call('exchange.overview', {})).toMatchObject({
      lastResult: { kind: 'automatisch', sent: 1, geregistreerd: 1, problems: [] },
    });
    expect(await schedule()).toMatchObject({ everyMinutes: 30, nextAt: inMinutes(30) });

    await addPupil(world, remi);
    const later = counting();
    await pass(29);
    expect(later()).toEqual([]);
    await pass(1);
    expect(later()).toEqual([3, 6, 6]);
    expect(mock.register('99ZZ')).toHaveLength(2);
  });

  it('leaves BRON alone while there is nothing to say or to hear, but for once a day', async () => {
    await every(60);
    await beat();
    expect(numbers()).toEqual([6]);
    await pass(DAY - 1);
    expect(numbers()).toEqual([6]);
    await pass(61);
    expect(numbers()).toEqual([6, 6]);
  });

  it('counts from the last run of a person', async () => {
    await every(60);
    await beat();
    await pass(40);
    await addPupil(line.world, hera);
    await line.world.call('exchange.send', {});
    expect(await schedule()).toMatchObject({ nextAt: inMinutes(60) });
    const later = counting();
    await pass(59);
    expect(later()).toEqual([]);
    await pass(1);
    expect(later()).toEqual([6, 6]);
  });

  it('is one run with that of a person: never two at once', async () => {
    const { world } = line;
    await every(30);
    await addPupil(world, hera);
    const [byHand] = await Promise.all([world.call('exchange.send', {}), beat()]);
    expect(byHand).toMatchObject({ kind: 'versturen', sent: 1 });
    expect(numbers()).toEqual([3]);
  });

  it('waits for other long work, such as an import or an export', async () => {
    const { world } = line;
    await addPupil(world, hera);
    await every(30);
    const exporting = world.call('everything.export', { target: world.grant(join(world.dataDir, 'alles'), 'write') });
    await beat();
    expect(numbers()).toEqual([]);
    await exporting;
    await beat();
    expect(await states()).toEqual(['geregistreerd']);
  });

  it('judges what is held back anew once a day, without a run for it in between', async () => {
    const { world } = line;
    await addPupil(world, { ...hera, geboortedatum: '2013-01-01' });
    await every(30);
    await beat();
    expect(await states()).toEqual(['tegengehouden']);
    const { lastResult } = await world.call('exchange.overview', {});
    await pass(DAY - 1);
    expect((await world.call('exchange.overview', {})).lastResult).toEqual(lastResult);
    await pass(30);
    expect((await world.call('exchange.overview', {})).lastResult?.at).not.toEqual(lastResult?.at);
  });

  it('may be set by whoever manages only, and the change is in the log', async () => {
    const { world } = line;
    await every(120);
    await every(null);
    const { rows } = await world.call('changes.list', {});
    expect(rows.filter(({ field }) => field === 'exchange.schedule')).toMatchObject([{ old: '120' }, { new: '120' }]);
  });
});

describe('while nobody is there', () => {
  it('a locked administration does nothing, and catches up once when it is unlocked', async () => {
    const { world } = line;
    await every(30);
    await beat();
    await addPupil(world, hera);
    await world.call('session.lock', {});
    const later = counting();
    await pass(200);
    expect(later()).toEqual([]);
    await unlock();
    await expect.poll(later).toEqual([3, 6, 6]);
    await pass(29);
    expect(later()).toEqual([3, 6, 6]);
  });

  it('a computer that slept wakes to one run', async () => {
    await every(30);
    await beat();
    await addPupil(line.world, hera);
    advance(line, 3 * DAY);
    const later = counting();
    await Promise.all([beat(), beat(), beat()]);
    expect(later()).toEqual([3, 6, 6]);
  });

  it('a run under way ends in order when the administration is locked', async () => {
    const { world, mock } = line;
    for (const persoon of Object.values(testPersons)) await addPupil(world, persoon);
    mock.setFault({ kind: 'timeout-before', nr: 3, times: 1 });
    await every(30);
    const running = beat();
    await expect.poll(() => numbers().length).toBeGreaterThan(0);
    await world.call('session.lock', {});
    await running;
    await unlock();
    expect(await states()).not.toContain('verzonden');
  });

  it.each([DAY, -DAY])('a clock that jumps by %s minutes causes one run, then the interval again', async (minutes) => {
    const { world } = line;
    await every(60);
    await beat();
    await addPupil(world, hera);
    world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000));
    const later = counting();
    await beat();
    expect(later()[0]).toBe(3);
    const count = later().length;
    await pass(59);
    expect(later()).toHaveLength(count);
    expect(await schedule()).toMatchObject({ nextAt: inMinutes(1) });
  });
});

describe('a cause that passes', () => {
  it('is met with growing pauses, and forgotten after a success', async () => {
    const { world, mock } = line;
    await addPupil(world, hera);
    mock.setFault({ kind: 'http-503', nr: 6, times: 4 });
    await every(240);
    const failedAt: number[] = [];
    const polls = () => numbers().filter((nr) => nr === 6).length;
    for (let minute = 0; polls() < 5 && minute < DAY; minute += 1) {
      const before = polls();
      await beat();
      if (polls() > before) failedAt.push(minute);
      advance(line, 1);
    }
    expect(failedAt).toEqual([0, 5, 20, 80, 320]);
    expect(await states()).toEqual(['geregistreerd']);
    expect((await schedule()).problem).toBeUndefined();
  });

  it('is told of, with the next attempt', async () => {
    const { world, mock } = line;
    await addPupil(world, hera);
    mock.setFault({ kind: 'http-503', nr: 6, times: 1 });
    await every(240);
    await beat();
    expect(await schedule()).toMatchObject({
      nextAt: inMinutes(5),
      problem: { failure: { code: 'bron-unavailable' }, paused: false },
    });
  });

  it('of one message does not hold up the rest', async () => {
    const { world, mock } = line;
    await addPupil(world, hera);
    await addPupil(world, remi);
    mock.setFault({ kind: 'signaal-359', nr: 3, times: 1 });
    await every(30);
    await beat();
    expect((await states()).sort()).toEqual(['geregistreerd', 'geweigerd']);
    expect((await schedule()).problem).toBeUndefined();
    const later = counting();
    await pass(60);
    expect(later()).toEqual([]);
  });
});

describe('a cause that only a person can take away', () => {
  const paused = async () => (await schedule()).problem;

  /** BRON refuses the certificate, once; the first turn finds out. */
  async function refused(): Promise<void> {
    await addPupil(line.world, hera);
    line.mock.setFault({ kind: 'signaal-366', nr: 3, times: 1 });
    await every(30);
    await beat();
    expect(await paused()).toMatchObject({ failure: { code: 'signaal-366' }, paused: true });
  }

  it('is tried once, and not again: not after hours, and not after a restart', async () => {
    const { world, mock } = line;
    await addPupil(world, hera);
    mock.setFault({ kind: 'signaal-366' });
    await every(30);
    await beat();
    const told = await paused();
    expect(told).toMatchObject({ at: START.toISOString(), failure: { code: 'signaal-366' }, paused: true });
    await pass(DAY);
    await world.restart();
    await pass(DAY);
    expect(await schedule()).toEqual({ everyMinutes: 30, problem: told, holdNeedsPerson: false });
    expect(numbers()).toEqual([3]);
  });

  it('is forgotten when another certificate is installed', async () => {
    const { world, mock } = line;
    await refused();
    await installFile(world, await mock.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD), CERTIFICATE_PASSWORD);
    expect(await paused()).toBeUndefined();
    await beat();
    expect(await states()).toEqual(['geregistreerd', 'geweigerd']);
  });

  it('is forgotten when the settings of the line change, and not when others do', async () => {
    const { world } = line;
    await refused();
    const settings = await world.call('settings.get', {});
    await world.call('settings.save', { ...settings, idleMinutes: 20 });
    expect(await paused()).toBeDefined();
    const proxy = { ...settings.exchange.proxy, mode: 'geen' as const };
    await world.call('settings.save', { ...settings, exchange: { ...settings.exchange, proxy } });
    expect(await paused()).toBeUndefined();
  });

  it('is forgotten after a run of a person that succeeds, and not after one that did not reach BRON', async () => {
    const { world, mock } = line;
    await every(30);
    await beat();
    await addPupil(world, hera);
    mock.setFault({ kind: 'signaal-366', times: 1 });
    await pass(30);
    expect(await paused()).toMatchObject({ failure: { code: 'signaal-366' }, paused: true });
    const later = counting();
    await pass(120);
    expect(later()).toEqual([]);
    await world.call('exchange.requestTerugkoppelingen', {});
    expect(await paused()).toBeUndefined();
    await pass(30);
    expect(await states()).toEqual(['geregistreerd', 'geweigerd']);
  });

  it('is of no account once the line was changed: the turns come at their time again', async () => {
    const { world, mock } = line;
    await every(240);
    await beat();
    advance(line, 31);
    mock.setFault({ kind: 'signaal-366', nr: 6, times: 1 });
    await world.call('exchange.requestTerugkoppelingen', {});
    const settings = await world.call('settings.get', {});
    const proxy = { ...settings.exchange.proxy, mode: 'geen' as const };
    await world.call('settings.save', { ...settings, exchange: { ...settings.exchange, proxy } });
    await beat();
    expect(await schedule()).toMatchObject({ nextAt: inMinutes(240) });
  });

  it('also keeps uncertain messages from being offered again', async () => {
    const { world, mock } = line;
    await addPupil(world, odin);
    mock.setFault({ kind: 'timeout-before', nr: 3, times: 1 });
    await world.call('exchange.send', {});
    mock.setFault({ kind: 'signaal-366', nr: 6, times: 1 });
    await world.call('exchange.requestTerugkoppelingen', {});
    expect(await paused()).toMatchObject({ failure: { code: 'signaal-366' }, paused: true });
    const later = counting();
    await pass(60);
    expect(later()).toEqual([]);
    await world.call('exchange.testCertificate', {});
    await pass(1);
    expect(later()).toEqual([6, 3]);
    expect(await states()).toEqual(['in behandeling']);
  });
});

it('many uncertain messages are not offered at every beat while BRON answers none', async () => {
  const { world, mock } = line;
  for (const persoon of schoolPersons(12)) await addPupil(world, persoon);
  mock.setFault({ kind: 'http-500', nr: 3, times: 1000 });
  for (let run = 0; run < 4; run += 1) await world.call('exchange.send', {});
  expect(new Set(await states())).toEqual(new Set(['onzeker']));
  advance(line, 120);
  const since = counting();
  await beat();
  const tried = since().length;
  expect(tried).toBeGreaterThan(0);
  expect(tried, 'something is wrong with the line').toBeLessThan(12);
  for (let seconds = 15; seconds < 60; seconds += 15) {
    advance(line, 0.25);
    await beat();
  }
  expect(since()).toHaveLength(tried);
});
