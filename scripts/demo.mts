// `npm run demo`: a mock BRON, a practice administration with invented pupils, and the program open on the guided card.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD } from './demo/administration.mts';
import { countRegistered } from './demo/bron.mts';
import { demoFolder, makeDemoData } from './demo/data.mts';
import { runSteps, type DemoOutcome } from './demo/headless.mts';
import { preparePlace, type Place } from './demo/place.mts';
import { prepare, type Prepared } from './demo/prepare.mts';
import { walkTenWeeks } from './demo/tenWeeks/run.mts';
import { unlockThroughHost } from './demo/unlock.mts';

const usage = `Usage: npm run demo -- [options]

  --data DIR      folder of the demo; one that was used before goes on where it was   (a new one, removed at the end)
  --fresh         empties the demo in that folder first
  --electron      opens the program in Electron, where it can be had                  (in a browser)
  --no-window     opens no browser: prints the address
  --headless      does the five steps by itself, without opening the program
  --json          with --headless: the last line is the outcome as JSON
  --edexml FILE   takes school, vestigingen, clock and pupils from this file          (an invented school)
  --oefenpersonen with --edexml: makes up the personal facts that pupils lack
  --ten-weeks     a school walks the thirteen steps of the Stappenplan until it is gekwalificeerd
  --make-data     makes the files in resources/demo again, and ends`;

function readOptions() {
  try {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({
      options: {
        data: { type: 'string' },
        fresh: flag,
        electron: flag,
        'no-window': flag,
        headless: flag,
        json: flag,
        edexml: { type: 'string' },
        oefenpersonen: flag,
        'ten-weeks': flag,
        'make-data': flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : 'unknown flag'}\n\n${usage}`);
    process.exit(2);
  }
}

const began = performance.now();
const options = readOptions();
const say = (line: string) => console.log(line);

/** Fulfilled when somebody ends the demo from the terminal. */
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
});

/** Does the five steps. Gives the exit code: 0 when all pupils are registered, or when a file has pupils that cannot be. */
async function runHeadless({ mock, las, pupils, brinnummer, fromFile }: Prepared): Promise<number> {
  const rounds = await runSteps(las, say);
  const { counts } = await las.call('exchange.overview', {});
  const { aantal, velden } = await las.call('onvolledig.list', { limit: 1 });
  const outcome: DemoOutcome = {
    leerlingen: pupils,
    ...(fromFile ? { onvolledig: { aantal, velden } } : {}),
    ...rounds,
    stand: { inBron: await countRegistered(mock, brinnummer), afgekeurd: counts.afgekeurd },
    seconden: Math.round((performance.now() - began) / 100) / 10,
  };
  const { inBron, afgekeurd } = outcome.stand;
  say(
    options.json
      ? JSON.stringify(outcome)
      : `Done          ${inBron} of ${pupils} pupils in BRON, ${afgekeurd} rejected`,
  );
  const mayLack = fromFile && !options.oefenpersonen;
  return mayLack || (inBron === pupils && afgekeurd === 0) ? 0 : 1;
}

/** Walks the path of the Stappenplan. Gives the exit code. */
async function runTenWeeks(place: Place, opened: (() => Promise<void>)[]): Promise<number> {
  const outcome = await walkTenWeeks({ folder: place.path, say, opened });
  say(JSON.stringify(outcome));
  return 0;
}

/** Opens the program on the guided card and stays until somebody closes it. */
async function runProgram({ mock, las }: Prepared, place: Place, opened: (() => Promise<void>)[]): Promise<number> {
  // The data folder is for one process at a time.
  await las.close();
  say(`Password      ${DEMO_PASSWORD} (the administration is opened for you; this is for when it has locked itself)`);
  const { openProgram } = await import('./start.mts');
  const program = await openProgram({
    dataDir: place.administration,
    oefenklokUrl: mock.addresses.control,
    demoGuide: place.guide,
    host: options.electron ? 'electron' : 'web',
    window: !options['no-window'],
    say,
  });
  opened.push(() => program.close());
  if (program.newUrl) await unlockThroughHost(program.newUrl(), DEMO_PASSWORD);
  say('Ready         follow the guided card; Ctrl-C ends everything');
  await Promise.race([program.closed, stopped]);
  return 0;
}

/** Runs the demo, and closes whatever it opened, however it ends. */
async function runDemo(): Promise<number> {
  const place = preparePlace(options.data, options.fresh);
  const opened: (() => Promise<void>)[] = [];
  try {
    const run = async () => {
      const { edexml, oefenpersonen } = options;
      if (options['ten-weeks']) return runTenWeeks(place, opened);
      const prepared = await prepare(place, { edexml, oefenpersonen, say, opened });
      return options.headless ? runHeadless(prepared) : runProgram(prepared, place, opened);
    };
    return await Promise.race([run(), stopped.then(() => (options.headless ? 130 : 0))]);
  } catch (error) {
    console.error(`The demo stopped: ${error instanceof Error ? error.message : 'unknown error'}`);
    return 1;
  } finally {
    for (const close of opened.reverse()) await close().catch(() => undefined);
    place.leave();
  }
}

if (options.help) {
  say(usage);
} else if (options.oefenpersonen && options.edexml === undefined) {
  console.error(`--oefenpersonen goes with --edexml\n\n${usage}`);
  process.exitCode = 2;
} else if (options['make-data']) {
  for (const [name, text] of Object.entries(makeDemoData())) writeFileSync(join(demoFolder, name), text);
} else {
  const exitCode = await runDemo();
  process.stdout.write('', () => process.exit(exitCode));
}
