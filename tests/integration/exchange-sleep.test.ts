import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunResult } from '../../shared/api/exchange.ts';
import { Workshop } from '../support/exchangeKills/workshop.ts';
import { expectWellAtRest } from '../support/exchangeKills/wellAtRest.ts';
import type { Act, KillWorld } from '../support/exchangeKills/world.ts';
import { addPupil } from '../support/pupils.ts';
import { schoolPersons } from '../support/schoolPersons.ts';
import { until } from '../support/until.ts';

/** The computer falls asleep in the middle of a run, for longer than an answer is waited for: the core is stopped and goes on. */
const PUPILS = 12;
const ANSWER_MS = 2_000;
const ASLEEP_MS = 6_000;
/** How long BRON takes for an answer: what is sent is on the line. */
const SLOW = { answerMs: { from: 200, to: 200 } };
const NO_SLEEP = 'Windows cannot stop a process';

const workshop = new Workshop();
let world: KillWorld;

afterAll(() => workshop.close());
beforeEach(async () => {
  world = await workshop.open();
  for (const person of schoolPersons(PUPILS)) await addPupil(world.las, person);
});
afterEach(() => world.destroy());

const arrived = (nr: number) => world.mock.messages({ direction: 'in', nr }).length;
const states = () => world.administration.db.prepare<[], string>('SELECT state FROM bericht ORDER BY id').pluck().all();

/** A run in a core of its own that falls asleep at a moment, with what happens meanwhile. Gives what came of it. */
async function asleepIn(
  operation: 'exchange.send' | 'exchange.requestTerugkoppelingen',
  moment: () => boolean,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<{ codes: string[]; result?: RunResult }> {
  let outcome: Awaited<ReturnType<typeof asleepIn>> | undefined;
  const act: Act = async (core) => {
    const run = core.invoke(operation, {});
    await Promise.race([until(moment), run]);
    core.process.kill('SIGSTOP');
    await meanwhile();
    await delay(ASLEEP_MS);
    core.process.kill('SIGCONT');
    const ended = await run;
    const result = ended.ok ? (ended.value as RunResult) : undefined;
    outcome = ended.ok
      ? { codes: (result?.problems ?? []).map(({ code }) => code), ...(result ? { result } : {}) }
      : { codes: [ended.error.code] };
  };
  await world.stop();
  await world.live(act, { answerTimeoutMs: ANSWER_MS });
  await world.start();
  if (!outcome) throw new Error('the run did not end');
  return outcome;
}

describe('asleep while meldingen are sent', () => {
  it('what was on the line is uncertain; the run goes on, or ends and says why', async ({ skip }) => {
    skip(process.platform === 'win32', NO_SLEEP);
    world.mock.setLoad(SLOW);
    const { codes, result } = await asleepIn('exchange.send', () => arrived(3) > 0);
    expect(codes).toEqual(['endpoint-broken']);
    expect(states().filter((state) => state === 'onzeker')).toHaveLength(result?.onzeker ?? 0);
    expect(result?.onzeker).toBeGreaterThan(0);
    expect(states()).not.toContain('verzonden');
    world.mock.setLoad({});
    await expectWellAtRest(world);
    expect(world.mock.register('99ZZ')).toHaveLength(PUPILS);
  });

  it('and BRON was restarted meanwhile: the same', async ({ skip }) => {
    skip(process.platform === 'win32', NO_SLEEP);
    world.mock.setLoad(SLOW);
    const { codes, result } = await asleepIn(
      'exchange.send',
      () => arrived(3) > 0,
      async () => {
        await world.stopMock();
        await world.startMock();
      },
    );
    expect(codes).toEqual(['endpoint-broken']);
    expect(states().filter((state) => state === 'onzeker')).toHaveLength(result?.onzeker ?? 0);
    expect(states()).not.toContain('verzonden');
    await expectWellAtRest(world);
    expect(world.mock.register('99ZZ')).toHaveLength(PUPILS);
  });
});

describe('asleep while it is asked for terugkoppelingen', () => {
  it('a bundle that was on its way comes again under the same number', async ({ skip }) => {
    skip(process.platform === 'win32', NO_SLEEP);
    await world.runner.send();
    world.mock.setFault({ kind: 'bundle-split', nr: 6 });
    world.mock.setLoad(SLOW);
    const { codes } = await asleepIn('exchange.requestTerugkoppelingen', () => arrived(6) > 1);
    expect(codes).toEqual(['endpoint-broken']);
    world.mock.setLoad({});
    await expectWellAtRest(world);
    const asked = world.mock.messages({ direction: 'in', nr: 6 });
    const numbers = asked.map(({ berichtidentificatie = '' }) => berichtidentificatie);
    expect(numbers).toEqual([...numbers].sort());
    expect(world.mock.register('99ZZ')).toHaveLength(PUPILS);
  });
});
