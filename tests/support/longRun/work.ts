import type { LongRun } from './world.ts';

/** Something that a person at school does now and then. */
export interface Work {
  name: string;
  perWeek: number;
  perform: (run: LongRun) => Promise<unknown>;
}

const DAYS = 5;

/** The work of one day, in any order; how often each comes follows from chance. */
export function workOfDay({ random }: LongRun, kinds: readonly Work[]): Work[] {
  const times = ({ perWeek }: Work) =>
    Math.floor(perWeek / DAYS) + (random.chance(((perWeek % DAYS) * 100) / DAYS) ? 1 : 0);
  return random.shuffled(kinds.flatMap((kind) => Array.from({ length: times(kind) }, () => kind)));
}
