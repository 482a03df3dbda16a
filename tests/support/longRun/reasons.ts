import { expect } from 'vitest';
import type { LongRun } from './world.ts';

const AT_ONCE = 500;
/** Shorter is no sentence. */
const SENTENCE = 10;
/** In which something is still to be done by a person. */
const OPEN = ['afgekeurd', 'geweigerd', 'tegengehouden', 'geregistreerd met signaal'] as const;

/** Whoever is still in a state in which something is to be done stands in the work list, with what is the matter and what to do. */
export async function expectReasons(run: LongRun): Promise<void> {
  const told = new Set<number | undefined>();
  for (let offset = 0; ; offset += AT_ONCE) {
    const { rows } = await run.call('terugkoppelingen.work', { show: 'all', offset, limit: AT_ONCE });
    for (const { leerlingId, title, meaning, remedy } of rows) {
      expect(Math.min(...[title, meaning, remedy].map(({ length }) => length))).toBeGreaterThanOrEqual(SENTENCE);
      told.add(leerlingId);
    }
    if (rows.length < AT_ONCE) break;
  }
  for (const bronState of OPEN) {
    const { rows } = await run.call('leerlingen.list', { bronState, show: 'alle', limit: AT_ONCE });
    run.tally.count(`in the end ${bronState}`, rows.length);
    expect(rows.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
  }
}
