import type { WeekMemory } from './memory.ts';
import type { LongRun } from './world.ts';

const FAULT = /^storing: (\S+)/;

/** What a run came to, as lines to read: what was sent, which faults were met, and what the program held. */
export async function summary(run: LongRun, memory: readonly WeekMemory[]): Promise<string[]> {
  const sent = new Map<string, number>();
  const faults = new Map<string, number>();
  const add = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  if (!run.bron.up) await run.bron.start();
  await run.bron.eachMessage(({ direction, nr, note = '' }) => {
    const [, kind] = FAULT.exec(note) ?? [];
    if (kind !== undefined) add(faults, kind);
    if (direction === 'in') add(sent, `bericht ${nr ?? '?'}`);
  });
  const list = (counts: Map<string, number>) =>
    [...counts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([what, times]) => `${what} ${times}`)
      .join(', ');
  const megabytes = memory.map(({ week, heap, rss }) => `week ${week} ${heap.toFixed(1)} (${rss.toFixed(0)})`);
  return [
    `received by BRON: ${list(sent)}`,
    `faults met: ${list(faults)}`,
    ...run.tally.lines(),
    `heap (resident) in MB after each week of one program: ${megabytes.join(', ')}`,
  ];
}
