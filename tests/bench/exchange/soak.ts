import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measure } from '../measure.ts';
import { root } from '../world.ts';

/** What a process holds after so many rounds and a forced garbage collection; memory in MB. */
export interface SoakSample {
  round: number;
  heap: number;
  rss: number;
  handles: number;
}

/** Until here caches fill and code is compiled. */
const WARM = 50;
/** Growth of the heap in MB over 100 rounds that is still taken for flat: some 25 bytes for every melding that ever was would be more. */
const HEAP_SLOPE = 1;
/** Resident memory breathes with the garbage collector of V8 and the pages of SQLite. */
const RSS_GROWTH = 30;

const run = promisify(execFile);

/** What a line through the samples rises in 100 rounds (least squares). */
function slope(samples: readonly SoakSample[], of: (sample: SoakSample) => number): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ round }) => round)), mean(samples.map(of))];
  const above = samples.reduce((sum, sample) => sum + (sample.round - x) * (of(sample) - y), 0);
  const below = samples.reduce((sum, { round }) => sum + (round - x) ** 2, 0);
  return (above / below) * 100;
}

/** The most that a value lies above the first. */
const growth = (samples: readonly SoakSample[], of: (sample: SoakSample) => number): number =>
  Math.max(...samples.map(of)) - (samples[0] ? of(samples[0]) : 0);

/** Whether memory and open handles stay flat over 200 rounds of the exchange. */
export async function measureSoak(): Promise<Measure[]> {
  const script = join(root, 'tests/bench/exchange/soakRun.mts');
  const { stdout } = await run(process.execPath, ['--expose-gc', script], { cwd: root });
  const all = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SoakSample);
  const samples = all.filter(({ round }) => round >= WARM);
  const last = samples.at(-1);
  const heap = ({ heap: value }: SoakSample) => value;
  const rss = ({ rss: value }: SoakSample) => value;
  return [
    { name: `heap after round ${last?.round}`, value: last?.heap ?? 0, unit: 'MB' },
    {
      name: `rise of the heap in 100 rounds, from round ${WARM} on`,
      value: slope(samples, heap),
      unit: 'MB',
      limit: HEAP_SLOPE,
    },
    {
      name: `greatest growth of the heap since round ${WARM}`,
      value: growth(samples, heap),
      unit: 'MB',
      limit: 2 * HEAP_SLOPE,
    },
    { name: `rise of resident memory in 100 rounds`, value: slope(samples, rss), unit: 'MB' },
    {
      name: `greatest growth of resident memory since round ${WARM}`,
      value: growth(samples, rss),
      unit: 'MB',
      limit: RSS_GROWTH,
    },
    {
      name: `growth of open handles since round ${WARM}`,
      value: growth(samples, ({ handles }) => handles),
      unit: 'count',
      limit: 0,
    },
  ];
}
