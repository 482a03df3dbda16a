import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measure } from '../measure.ts';
import { root } from '../world.ts';
import type { HeldMemory } from './memory.ts';

/** What both sides hold after so many rounds. */
export interface SoakSample {
  round: number;
  core: HeldMemory;
  mock: HeldMemory;
}

/** Until here caches fill, code is compiled, and the young generation of V8 grows once to its full size (some 60 MB). */
const WARM = 100;
/** MB in 100 rounds of 20 meldingen: half a kilobyte that stays of each would be more. */
const HEAP_SLOPE = 1;
/** MB. Resident memory breathes with the garbage collector of V8 and the pages of SQLite. */
const RSS_GROWTH = 30;

const run = promisify(execFile);

type Point = readonly [round: number, value: number];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What a line through the points rises in 100 rounds (least squares). */
function slope(points: readonly Point[]): number {
  const [x, y] = [mean(points.map(([round]) => round)), mean(points.map(([, value]) => value))];
  const above = points.reduce((sum, [round, value]) => sum + (round - x) * (value - y), 0);
  const below = points.reduce((sum, [round]) => sum + (round - x) ** 2, 0);
  return (above / below) * 100;
}

/** The most that a value lies above the first. */
const growth = (points: readonly Point[]): number =>
  Math.max(...points.map(([, value]) => value)) - (points[0]?.[1] ?? 0);

/**
 * Flat is: after a forced garbage collection the heap rises no more than {@link HEAP_SLOPE} by its slope and twice that at its worst,
 * resident memory stays within {@link RSS_GROWTH}, and no handle is left open.
 */
function flatness(side: 'core' | 'mock', samples: readonly SoakSample[]): Measure[] {
  const points = (key: keyof HeldMemory) => samples.map((sample): Point => [sample.round, sample[side][key]]);
  const [heap, rss, handles] = [points('heap'), points('rss'), points('handles')];
  return [
    { name: `heap of the ${side} after ${heap.at(-1)?.[0]} rounds`, value: heap.at(-1)?.[1] ?? 0, unit: 'MB' },
    { name: `slope of the heap of the ${side} over 100 rounds`, value: slope(heap), unit: 'MB', limit: HEAP_SLOPE },
    { name: `greatest growth of the heap of the ${side}`, value: growth(heap), unit: 'MB', limit: 2 * HEAP_SLOPE },
    { name: `greatest growth of resident memory of the ${side}`, value: growth(rss), unit: 'MB', limit: RSS_GROWTH },
    { name: `growth of open handles of the ${side}`, value: growth(handles), unit: 'count', limit: 0 },
  ];
}

/** Whether memory and open handles of both sides stay flat over 200 rounds of the exchange, after {@link WARM}. */
export async function measureSoak(): Promise<Measure[]> {
  const script = join(root, 'tests/bench/exchange/soakRun.mts');
  const { stdout } = await run(process.execPath, ['--expose-gc', script], { cwd: root });
  const samples = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SoakSample)
    .filter(({ round }) => round >= WARM);
  return [...flatness('core', samples), ...flatness('mock', samples)];
}
