import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeEdexmlFile } from './edexmlFile.ts';
import { percentile, timed, type Measure } from './measure.ts';
import { makeAdministration, startBenchCore, temporaryFolder, unlock } from './world.ts';

const FEW = 1_000;
const MANY = 16_000;
/** Runs of the small file; the median counts. */
const RUNS = 5;

/** Times in ms of an import, beside what the bare work takes. */
interface Times {
  read: number;
  save: number;
  /**
   * An XML parser reads the file, libxml2 judges it by the same schema in hundreds of pupils (a whole document of a bestuur takes more
   * memory than the program may), every pupil is looked up, and the rows of the preview are put in by SQL alone.
   */
  previewAlone: number;
  /** SQL alone reads the preview, puts in the rows that came of it, and empties the preview. */
  savingAlone: number;
  memory: number | undefined;
}

const run = promisify(execFile);
const program = fileURLToPath(new URL('importFloor.mts', import.meta.url));

/** Milliseconds of the bare work, in a process that is as new as the core. */
async function floorOf(...args: string[]): Promise<number> {
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args]);
  return Number(stdout);
}

async function measureOne(pupils: number): Promise<Times> {
  const dataDir = temporaryFolder();
  await makeAdministration(dataDir, () => undefined);
  const file = writeEdexmlFile(temporaryFolder(), pupils);
  const core = startBenchCore(dataDir);
  await unlock(core);
  const token = core.grant(file, 'read');
  const read = await timed(() => core.call('import.openEdexml', { token, fileName: 'edexml.xml' }));
  const previewAlone = await floorOf('preview', file, dataDir);
  const previewDir = temporaryFolder();
  cpSync(dataDir, previewDir, { recursive: true });
  const save = await timed(async () => {
    const { outcome } = await core.call('import.apply', {});
    if (outcome.nieuw !== pupils) throw new Error(`${outcome.nieuw} of ${pupils} pupils were imported`);
  });
  const memory = core.memory()?.peak;
  await core.client.close();
  return { read, save, previewAlone, savingAlone: await floorOf('saving', dataDir, previewDir), memory };
}

/** Of each time the median of a few runs. */
async function measureMedian(pupils: number): Promise<Times> {
  const runs: Times[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureOne(pupils));
  const median = (of: (times: Times) => number) => percentile(runs.map(of), 0.5);
  return {
    read: median(({ read }) => read),
    save: median(({ save }) => save),
    previewAlone: median(({ previewAlone }) => previewAlone),
    savingAlone: median((times) => times.savingAlone),
    memory: undefined,
  };
}

const perPupil = (few: number, many: number) => many / MANY / (few / FEW);

/** Importing an EDEXML file of a school and of a bestuur: the preview, the saving, and whether it grows with the number of pupils. */
export async function measureImport(): Promise<Measure[]> {
  const few = await measureMedian(FEW);
  const many = await measureOne(MANY);
  const whole = ({ read, save }: Times) => read + save;
  const bare = (times: Times) => times.previewAlone + times.savingAlone;
  const measures = (times: Times, pupils: number, limit?: number): Measure[] => [
    {
      name: `EDEXML file of ${pupils} pupils to its preview`,
      value: times.read,
      unit: 'ms',
      floor: {
        name: 'parsing, judging by the schema, looking each pupil up, and inserting the same rows',
        value: times.previewAlone,
      },
    },
    {
      name: `saving an import of ${pupils} pupils`,
      value: times.save,
      unit: 'ms',
      floor: {
        name: 'reading the preview, inserting the same rows, and emptying the preview',
        value: times.savingAlone,
      },
    },
    {
      name: `EDEXML import of ${pupils} pupils, preview and saving`,
      value: whole(times),
      unit: 'ms',
      ...(limit === undefined ? {} : { limit }),
      floor: { name: 'both floors', value: bare(times) },
    },
  ];
  return [
    ...measures(few, FEW, 3_000),
    ...measures(many, MANY),
    {
      name: `EDEXML import, time of a pupil at ${MANY} beside ${FEW}`,
      value: perPupil(whole(few), whole(many)),
      unit: 'ratio',
      limit: 1.5,
      floor: { name: 'both floors', value: perPupil(bare(few), bare(many)) },
    },
    ...(many.memory === undefined
      ? []
      : [
          { name: `memory of the core, import of ${MANY} pupils`, value: many.memory, unit: 'MB' as const, limit: 300 },
        ]),
  ];
}
