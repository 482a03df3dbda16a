import { performance } from 'node:perf_hooks';

/** One thing that was measured, beside what the bare work alone takes. */
export interface Measure {
  name: string;
  value: number;
  unit: 'ms' | 'MB' | 'ratio' | 'count';
  /** At most this, by the issue; absent when it is only told. */
  limit?: number;
  /** What the bare floor takes (a query alone, an insert alone, a parse alone), in the same unit. */
  floor?: { name: string; value: number };
}

const round = (value: number) => Math.round(value * 10) / 10;
const hundredths = (value: number) => Math.round(value * 100) / 100;

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** The value that `share` (0 to 1) of the times does not exceed. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The 95th percentile of `runs` times of `work`, in ms. */
export async function p95(runs: number, work: (run: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timed(() => work(run)));
  return percentile(times, 0.95);
}

/** A measure as it is printed, with its ratio to the floor. */
export function report({ name, value, unit, limit, floor }: Measure) {
  return {
    name,
    value: unit === 'ratio' ? hundredths(value) : round(value),
    unit,
    ...(limit === undefined ? {} : { limit: hundredths(limit), withinLimit: value <= limit }),
    ...(floor
      ? { floor: { name: floor.name, value: round(floor.value) }, ratio: round(value / Math.max(floor.value, 0.01)) }
      : {}),
  };
}
