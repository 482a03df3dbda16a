import { compareWithBron } from '../../../electron/core/registratieoverzicht/comparison.ts';
import { allAtBron, allHere } from '../../../electron/core/registratieoverzicht/sides.ts';
import { percentile, type Measure } from '../measure.ts';
import { makeAdministration, temporaryFolder } from '../world.ts';
import { storeAllKinds } from './allKinds.ts';
import { knowAtBron } from './knowAtBron.ts';

const PUPILS = 2_000;
const FEWEST = 250;
const MOST = 16_000;
const RUNS = 5;
/** One in so many is not in BRON, and one in so many differs from what is there. */
const MISSING = 20;
const DIFFERING = 5;

const median = (times: readonly number[]) => percentile(times, 0.5);

/** Milliseconds of the comparison of pupils of all kinds, and of reading both sides alone. */
async function timeComparison(total: number): Promise<{ whole: number; reading: number }> {
  const [whole, reading]: [number[], number[]] = [[], []];
  await makeAdministration(temporaryFolder(), async (administration) => {
    const { db } = administration;
    knowAtBron(
      administration,
      storeAllKinds(administration, total).flatMap(([, ids]) => ids),
      { missing: MISSING, differing: DIFFERING },
    );
    for (let run = 0; run < RUNS; run += 1) {
      const begin = performance.now();
      const { rows } = await compareWithBron(db);
      whole.push(performance.now() - begin);
      if (rows.length < total / MISSING) throw new Error('the comparison found too little');
      const bare = performance.now();
      await allHere(db);
      await allAtBron(db);
      reading.push(performance.now() - bare);
    }
  });
  return { whole: median(whole), reading: median(reading) };
}

/** The comparison with what BRON has, of pupils of every kind of school; and whether a pupil costs as much among many as among few. */
export async function measureComparison(): Promise<Measure[]> {
  const [few, usual, many] = [await timeComparison(FEWEST), await timeComparison(PUPILS), await timeComparison(MOST)];
  return [
    {
      name: `registratieoverzicht of ${PUPILS} pupils of all kinds of school compared`,
      value: usual.whole,
      unit: 'ms',
      limit: 2_000,
      floor: { name: 'reading both sides alone', value: usual.reading },
    },
    {
      name: `comparing a pupil among ${MOST} beside one among ${FEWEST}`,
      value: many.whole / MOST / (few.whole / FEWEST),
      unit: 'ratio',
      limit: 1.5,
    },
  ];
}
