import { countBoth, readSides, type Counted } from '../../electron/core/counts/counting.ts';
import type { Administration } from '../../electron/core/context.ts';
import { gtbDates } from '../../shared/bekostiging/schedule.ts';
import { writeInschrijving, writeLeerling } from '../../electron/core/leerlingen/repository.ts';
import { generatedPupil } from '../support/generatedPupil.ts';
import { knowAtBron } from './exchange/knowAtBron.ts';
import fc from 'fast-check';
import { percentile, timed, type Measure } from './measure.ts';
import { makeAdministration, temporaryFolder } from './world.ts';

const PUPILS = 1_000;
const MOST = 50_000;
const RUNS = 7;
const TELDATUM = '2009-10-01';
const SCHOOLJAREN = ['2008-2009', '2009-2010'];

const median = (times: readonly number[]) => percentile(times, 0.5);

/** Fills the administration with pupils who are all enrolled on the teldatum, and has BRON know them. */
function store(administration: Administration, total: number): void {
  const ids = administration.db.transaction(() =>
    fc.sample(generatedPupil('WPO'), { numRuns: total, seed: total }).map(({ persoon, gegevens }) => {
      const { datumUitschrijving: _, ...staying } = gegevens;
      const { id } = writeLeerling(administration, persoon);
      return writeInschrijving(administration, id, { ...staying, datumInschrijving: '2008-08-01' }).id;
    }),
  )();
  knowAtBron(administration, ids);
}

const namedIn = ({ own }: Counted): number => own.reduce((sum, { pupils }) => sum + pupils.length, 0);

/** Milliseconds of a proeftelling of one date from both sides, of reading both sides alone, and of those of all dates of two school years. */
async function timeCounting(total: number, years: boolean): Promise<{ one: number; reading: number; all: number }> {
  const [one, reading, all]: [number[], number[], number[]] = [[], [], []];
  const dates = SCHOOLJAREN.flatMap((schooljaar) => gtbDates('WPO', schooljaar, `${schooljaar.slice(0, 4)}-08-17`));
  await makeAdministration(temporaryFolder(), async (administration) => {
    store(administration, total);
    const count = async (peildatum: string) => {
      if (namedIn(await countBoth(administration, peildatum)) === 0) throw new Error('the counting found nobody');
    };
    for (let run = 0; run < RUNS; run += 1) {
      one.push(await timed(() => count(TELDATUM)));
      reading.push(await timed(() => readSides(administration, TELDATUM)));
      if (!years) continue;
      all.push(
        await timed(async () => {
          for (const { peildatum } of dates) await count(peildatum);
        }),
      );
    }
  });
  return { one: median(one), reading: median(reading), all: percentile(all, 0.5) };
}

/** A proeftelling, those of all dates of two school years, and whether a pupil costs as much among many as among few. */
export async function measureCounting(): Promise<Measure[]> {
  const [usual, many] = [await timeCounting(PUPILS, true), await timeCounting(MOST, false)];
  return [
    {
      name: `proeftelling of ${PUPILS} pupils on one date, from both sides`,
      value: usual.one,
      unit: 'ms',
      limit: 50,
      floor: { name: 'reading both sides alone', value: usual.reading },
    },
    {
      name: `proeftelling of all GTBs of two school years, ${PUPILS} pupils`,
      value: usual.all,
      unit: 'ms',
      limit: 2_000,
    },
    {
      name: `counting a pupil among ${MOST} beside one among ${PUPILS}`,
      value: many.one / MOST / (usual.one / PUPILS),
      unit: 'ratio',
      limit: 1.5,
    },
  ];
}
