import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import type { HeldMemory } from '../../bench/exchange/memory.ts';
import type { LongRun, OpenMemory } from './world.ts';

/** What the program holds at the end of a week. */
export interface WeekMemory extends OpenMemory {
  week: number;
}

const PAUSE_MS = 200;
/** Nothing that ends takes longer: connections that close, a thread that copies a backup. What is still open then, stays. */
const REST_MS = 30_000;

/** @param most how much may be open; when there is more, the fewest of half a minute is taken */
export async function sampleMemory(run: LongRun, week: number, most = 0): Promise<WeekMemory> {
  const deadline = performance.now() + REST_MS;
  let fewest: OpenMemory | undefined;
  do {
    await delay(PAUSE_MS);
    const sample = await run.memory();
    if (!fewest || sample.handles < fewest.handles) fewest = sample;
  } while (fewest.handles > most && performance.now() < deadline);
  return { week, ...fewest };
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
  const more = samples.filter(({ handles }) => handles > first.handles);
  expect(
    more.map(({ week, open }) => `week ${week}: ${open.join(', ')}`),
    first.open.join(', '),
  ).toEqual([]);
}
