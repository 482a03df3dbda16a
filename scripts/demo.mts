// `npm run demo`: a mock BRON, a practice administration with invented pupils, and the program open on the guided card.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DEMO_PASSWORD } from './demo/administration.mts';
import { countRegistered } from './demo/bron.mts';
import { demoFolder, makeDemoData } from './demo/data.mts';
import { runSteps, type DemoOutcome } from './demo/headless.mts';
import { readOptions, usage, UsageError, type DemoOptions } from './demo/options.mts';
import { preparePlace } from './demo/place.mts';
import { prepare, type Prepared } from './demo/prepare.mts';
import { administrationIn, type PathPlace } from './demo/tenWeeks/begin.mts';
import { prepareTenWeeks, walkTenWeeks } from './demo/tenWeeks/run.mts';
import { GEMACHTIGDE } from './demo/tenWeeks/walk.mts';
import { unlockThroughHost } from './demo/unlock.mts';
import type { ProgramOptions } from './start.mts';

const began = performance.now();
const options = ((): DemoOptions => {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return process.exit(2);
  }
})();
/** Nobody looks at a screen. */
const byItself = options.headless || options.json;
const say = (line: string) => console.log(line);

const seconds = () => Math.round((performance.now() - began) / 100) / 10;

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
    seconden: seconds(),
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
async function runTenWeeks(place: PathPlace): Promise<number> {
  const outcome = await walkTenWeeks(place, options);
  say(options.json ? JSON.stringify({ ...outcome, seconden: seconds() }) : `Done          ${outcome.einde}`);
  return outcome.einde === options.end ? 0 : 1;
}

/** Opens the program on a prepared administration and stays until somebody closes it. */
async function runProgram(
  { mock, las }: Pick<Prepared, 'mock' | 'las'>,
  shown: Pick<ProgramOptions, 'dataDir' | 'demoGuide' | 'screen'>,
  opened: (() => Promise<void>)[],
  ready: string,
): Promise<number> {
  // The data folder is for one process at a time.
  await las.close();
  say(`Password      ${DEMO_PASSWORD} (the administration is opened for you; this is for when it has locked itself)`);
  const { openProgram } = await import('./start.mts');
  const program = await openProgram({
    ...shown,
    oefenklokUrl: mock.addresses.control,
    host: options.electron ? 'electron' : 'web',
    window: !options['no-window'],
    say,
  });
  opened.push(() => program.close());
  if (program.newUrl) await unlockThroughHost(program.newUrl(), DEMO_PASSWORD);
  say(`Ready         ${ready}; Ctrl-C ends everything`);
  await Promise.race([program.closed, stopped]);
  return 0;
}

/** Opens the program on the path of the Stappenplan, with where its letters lie and how to log in to Mijn BRON. */
async function openTenWeeks(place: PathPlace): Promise<number> {
  const walk = await prepareTenWeeks(place, options.school, options.from);
  const { mock, path } = walk;
  say(`Gemachtigde   logs in to the program as "${GEMACHTIGDE.login}" with the password "${GEMACHTIGDE.password}"`);
  say(
    `Mijn BRON     ${new URL('mijn-bron', mock.addresses.site).href}; the log-ins stand in the first vooraankondiging`,
  );
  await mock.settled();
  say(`Letters       ${join(place.folder, 'bron', 'post')}`);
  const shown = { dataDir: administrationIn(place.folder), screen: 'aansluiting' as const };
  return runProgram(walk, shown, place.opened, `${path.school.naam} goes on with the path of the Stappenplan`);
}

/** Runs the demo, and closes whatever it opened, however it ends. */
async function runDemo(): Promise<number> {
  const place = preparePlace(options.data, options.fresh);
  const opened: (() => Promise<void>)[] = [];
  try {
    const run = async () => {
      const { edexml, oefenpersonen } = options;
      if (options['ten-weeks']) {
        const pathPlace = { folder: place.path, say, opened };
        return byItself ? runTenWeeks(pathPlace) : openTenWeeks(pathPlace);
      }
      const prepared = await prepare(place, { edexml, oefenpersonen, say, opened });
      const shown = { dataDir: place.administration, demoGuide: place.guide };
      return byItself ? runHeadless(prepared) : runProgram(prepared, shown, opened, 'follow the guided card');
    };
    return await Promise.race([run(), stopped.then(() => (byItself ? 130 : 0))]);
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
} else if (options['make-data']) {
  for (const [name, text] of Object.entries(makeDemoData())) writeFileSync(join(demoFolder, name), text);
} else {
  const exitCode = await runDemo();
  process.stdout.write('', () => process.exit(exitCode));
}
