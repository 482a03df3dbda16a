import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { firstDays, type Day } from '../support/longRun/calendar.ts';
import { Life } from '../support/longRun/day.ts';
import { writeDiary } from '../support/longRun/diary.ts';
import { expectFlat, sampleMemory, type WeekMemory } from '../support/longRun/memory.ts';
import { expectRest } from '../support/longRun/rest.ts';
import { openSchool } from '../support/longRun/school.ts';
import { summary } from '../support/longRun/summary.ts';
import { unlockAs } from '../support/longRun/users.ts';

/**
 * Weeks of daily work and exchange of a school, with faults at random; without LAS_FULL some days of a small one. In the end BRON has
 * what the administration says, memory did not grow, the log of changes is whole, and every backup can be put back. LAS_SEED repeats what
 * is drawn; LAS_DIARY is where to write what happened.
 */
const FULL = Boolean(process.env.LAS_FULL);
const { DAYS, PUPILS } = FULL ? { DAYS: 24 * 7, PUPILS: 500 } : { DAYS: 3, PUPILS: 6 };
const SEED = Number(process.env.LAS_SEED ?? (FULL ? Date.now() % 1_000_000 : 20_150_824));
const DIARY = process.env.LAS_DIARY;
/** The weeks in which one program runs without being killed or restarted, and those after caches have filled. */
const QUIET = { first: 11, measured: 13, last: 22 };

const isQuiet = ({ week }: Day) => FULL && week >= QUIET.first && week <= QUIET.last;

it(`${DAYS} days of a school of ${PUPILS} pupils end with BRON and the administration equal, seed ${SEED}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'long-run-'));
  const run = await openSchool({ seed: SEED, pupils: PUPILS, folder });
  const memory: WeekMemory[] = [];
  try {
    const life = new Life(run);
    await unlockAs(run);
    await life.backups.setSecondPlace();
    await run.call('session.lock', {});
    for (const day of firstDays(DAYS)) {
      if (day.atSchool) await life.day(day, { rough: !isQuiet(day) });
      if (day.weekday === 5 && isQuiet(day) && day.week >= QUIET.measured)
        memory.push(await sampleMemory(run, day.week, memory[0]?.handles));
    }
    await expectRest(life, FULL ? undefined : 1);
    await life.backups.expectRestorable(FULL ? undefined : 2);
    expectFlat(memory);
  } finally {
    await run.stopCore();
    if (FULL) console.log((await summary(run, memory)).join('\n'));
    if (DIARY) await writeDiary(run, DIARY);
    await run.bron.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 3_600_000);
