import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import type { HeldMemory } from '../../bench/exchange/memory.ts';
import type { LongRun } from './world.ts';

/** What the program holds at the end of a week. */
export interface WeekMemory extends HeldMemory {
  week: number;
}

/** Connections that were closed are gone a moment later. */
const SETTLE_MS = 200;

export async function sampleMemory(run: LongRun, week: number): Promise<WeekMemory> {
  await delay(SETTLE_MS);
  return { week, ...(await run.memory()) };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a line through these rises in a week (least squares). */
function slope(samples: readonly WeekMemory[], key: keyof HeldMemory): number {
  const [x, y] = [mean(samples.map(({ week }) => week)), mean(samples.map((sample) => sample[key]))];
  const above = samples.reduce((sum, sample) => sum + (sample.week - x) * (sample[key] - y), 0);
  const below = samples.reduce((sum, { week }) => sum + (week - x) ** 2, 0);
  return above / below;
}

/** MB in a week of some 50 meldingen and 8 new pupils, whom the program keeps in its index of the list: 4 KB that stays of each melding. */
const HEAP_SLOPE = 0.2;
/** MB that a sample may lie above the first. */
const HEAP_GROWTH = 2;

/** One program that ran for all of these weeks held no more at the end than at the beginning. */
export function expectFlat(samples: readonly WeekMemory[]): void {
  const [first] = samples;
  if (!first) return;
  expect(slope(samples, 'heap'), 'MB of heap in a week').toBeLessThan(HEAP_SLOPE);
  expect(Math.max(...samples.map(({ heap }) => heap)) - first.heap).toBeLessThan(HEAP_GROWTH);
  expect(Math.max(...samples.map(({ handles }) => handles)) - first.handles, 'open handles').toBeLessThanOrEqual(0);
}
