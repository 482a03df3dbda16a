import { contentOfInschrijving } from '../../../electron/core/exchange/content.ts';
import { deliveryNow, findingsOf } from '../../../electron/core/exchange/voorcontrole.ts';
import { writeSchool } from '../../../electron/core/school/settings.ts';
import { creation } from '../../support/administration.ts';
import { percentile, type Measure } from '../measure.ts';
import { makeAdministration, temporaryFolder } from '../world.ts';
import { storeAllKinds } from './allKinds.ts';

const PUPILS = 2_000;
const FEWEST = 250;
const MOST = 16_000;
const RUNS = 5;

const median = (times: readonly number[]) => percentile(times, 0.5);

/** Milliseconds of the voorcontrole of pupils of all kinds, from what is stored, and of reading them alone. */
async function timeVoorcontrole(total: number): Promise<{ whole: number; reading: number }> {
  const [whole, reading]: [number[], number[]] = [[], []];
  await makeAdministration(temporaryFolder(), (administration) => {
    const { db, clock } = administration;
    const kinds = storeAllKinds(administration, total);
    for (let run = 0; run < RUNS; run += 1) {
      let [all, bare] = [0, 0];
      for (const [soort, ids] of kinds) {
        writeSchool(db, { ...creation.school, soort });
        const begin = performance.now();
        const contents = ids.map((id) => contentOfInschrijving(db, id));
        bare += performance.now() - begin;
        const delivery = deliveryNow(db, clock);
        for (const content of contents) findingsOf(delivery, content);
        all += performance.now() - begin;
      }
      whole.push(all);
      reading.push(bare);
    }
  });
  return { whole: median(whole), reading: median(reading) };
}

/** The voorcontrole of pupils of every kind of school, and whether a pupil costs as much among many as among few. */
export async function measureVoorcontroleOfAllKinds(): Promise<Measure[]> {
  const [few, usual, many] = [
    await timeVoorcontrole(FEWEST),
    await timeVoorcontrole(PUPILS),
    await timeVoorcontrole(MOST),
  ];
  return [
    {
      name: `voorcontrole of ${PUPILS} pupils of all kinds of school`,
      value: usual.whole,
      unit: 'ms',
      limit: 2_000,
      floor: { name: 'reading them alone', value: usual.reading },
    },
    {
      name: `voorcontrole of a pupil among ${MOST} beside one among ${FEWEST}`,
      value: many.whole / MOST / (few.whole / FEWEST),
      unit: 'ratio',
      limit: 1.5,
    },
  ];
}
