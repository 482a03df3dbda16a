import { setTimeout as delay } from 'node:timers/promises';
import { faultKinds, type Fault, type FaultKind } from '../../mock-bron/faults.ts';
import type { LongRun } from './world.ts';

/** What goes wrong on a day: chances in percent. */
export interface Weather {
  /** The program may be killed and restarted, and a backup put back: not while its memory is measured. */
  rough: boolean;
}

const LATE_SECONDS = [600, 3_600, 26 * 3_600] as const;
/** Longer than an impatient program waits. */
const SLOW_SECONDS = 1;
/** Mostly meldingen and verzoeken terugkoppeling; any message when there is none. */
const AIMS = [{ nr: 3 }, { nr: 3 }, { nr: 3 }, { nr: 6 }, { nr: 6 }, { nr: 5 }, {}] as const;
/** Minutes by which the clock of the computer may be wrong. */
const WRONG_CLOCKS = [-24 * 60, 24 * 60, -180, 45] as const;

/** Hands out the kinds of fault in any order, so that all of them come. */
export class Faults {
  readonly #run: LongRun;
  #left: FaultKind[] = [];

  constructor(run: LongRun) {
    this.#run = run;
  }

  #next(): Fault {
    const { random } = this.#run;
    if (this.#left.length === 0) this.#left = random.shuffled(faultKinds);
    const kind = this.#left.pop() ?? 'http-500';
    const seconds = kind === 'late' ? random.pick(LATE_SECONDS) : kind === 'slow' ? SLOW_SECONDS : undefined;
    return { kind, ...(seconds === undefined ? {} : { seconds }), seed: String(random.below(1_000_000)) };
  }

  /** A few messages of today go wrong, or any of them may all day. */
  async ofDay(): Promise<void> {
    const { random, bron } = this.#run;
    await bron.control('/faults', undefined, 'DELETE');
    if (!random.chance(75)) return;
    const allDay = random.chance(15);
    const count = 1 + random.below(3);
    for (let number = 0; number < count; number += 1) {
      const aim = allDay ? { chance: 0.25 } : { ...random.pick(AIMS), times: 1 + random.below(3) };
      await bron.control('/faults', { ...this.#next(), ...aim });
    }
  }
}

/** The clock of this computer is wrong today, or right again. */
export async function clockOfDay(run: LongRun): Promise<void> {
  const wrong = run.random.chance(8) ? run.random.pick(WRONG_CLOCKS) : 0;
  if (wrong !== 0) run.tally.count('days with a wrong clock');
  await run.shiftClock(wrong);
}

/** BRON is down for a while, cleanly or in the middle of its work, and comes back with what it had. */
export async function bronGoesDown(run: LongRun): Promise<void> {
  const killed = run.random.chance(50);
  await run.bron.stop(killed ? 'SIGKILL' : 'SIGTERM');
  run.tally.count(killed ? 'BRON killed' : 'BRON restarted');
}

export async function bronComesBack(run: LongRun): Promise<void> {
  if (run.bron.up) return;
  await run.bron.start();
  await run.moveTo(run.now);
}

const RUNS = ['exchange.send', 'exchange.requestTerugkoppelingen'] as const;
const WITHIN_MS = 120;

/** The program dies in the middle of a run, at any moment. */
export async function killDuringRun(run: LongRun): Promise<void> {
  // What it would have answered nobody hears.
  void run.core.invoke(run.random.pick(RUNS), {});
  await delay(run.random.below(WITHIN_MS));
  await run.killCore();
  run.tally.count('program killed');
  run.startCore();
}

export async function restart(run: LongRun): Promise<void> {
  await run.stopCore();
  run.tally.count('program restarted');
  run.startCore();
}
