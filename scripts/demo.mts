// `npm run demo`: a mock BRON, a practice administration with invented pupils, and the program open on the guided card.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { MockBron } from '../tests/mock-bron/server.ts';
import { openDemoLas, prepareAdministration, type DemoLas } from './demo/administration.mts';
import { countRegistered, startDemoBron } from './demo/bron.mts';
import { demoFolder, makeDemoData } from './demo/data.mts';
import { runSteps, type DemoOutcome } from './demo/headless.mts';
import { preparePlace, writeGuide, type Place } from './demo/place.mts';

const usage = `Usage: npm run demo -- [options]

  --data DIR      folder of the demo; one that was used before goes on where it was   (a new one, removed at the end)
  --fresh         empties the demo in that folder first
  --headless      does the five steps by itself, without opening the program
  --json          with --headless: the last line is the outcome as JSON
  --make-data     makes the files in resources/demo again, and ends`;

function readOptions() {
  try {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({
      options: { data: { type: 'string' }, fresh: flag, headless: flag, json: flag, 'make-data': flag, help: flag },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : 'unknown flag'}\n\n${usage}`);
    process.exit(2);
  }
}

const say = (line: string) => console.log(line);

/** Everything that comes before the first step of the guided card. */
async function prepare(place: Place): Promise<{ mock: MockBron; las: DemoLas; pupils: number }> {
  const mock = await startDemoBron(place.bron);
  say(`Mock BRON     ${mock.addresses.soap} (site ${mock.addresses.site}, control ${mock.addresses.control})`);
  await writeGuide(place, mock);
  say(`Certificate   downloaded from the site with a wachtwoordbrief: ${place.certificate}`);
  const las = await openDemoLas(place.administration, place.guide, mock);
  const added = await prepareAdministration(las, mock);
  const { total } = await las.call('leerlingen.list', { show: 'alle', limit: 1 });
  say(`School        99ZZ in ${place.administration}: ${total} pupils${added < total ? `, ${added} of them new` : ''}`);
  return { mock, las, pupils: total };
}

async function runHeadless(place: Place, began: number): Promise<DemoOutcome> {
  const { mock, las, pupils } = await prepare(place);
  try {
    const rounds = await runSteps(las, say);
    const { counts } = await las.call('exchange.overview', {});
    return {
      leerlingen: pupils,
      ...rounds,
      stand: { inBron: await countRegistered(mock), afgekeurd: counts.afgekeurd },
      seconden: Math.round((performance.now() - began) / 100) / 10,
    };
  } finally {
    await las.close();
    await mock.close();
  }
}

const options = readOptions();
if (options.help) {
  say(usage);
} else if (options['make-data']) {
  for (const [name, text] of Object.entries(makeDemoData())) writeFileSync(join(demoFolder, name), text);
} else if (options.headless) {
  const began = performance.now();
  const place = preparePlace(options.data, options.fresh);
  try {
    const outcome = await runHeadless(place, began);
    const { leerlingen, stand } = outcome;
    if (options.json) say(JSON.stringify(outcome));
    else say(`Done          ${stand.inBron} of ${leerlingen} pupils in BRON, ${stand.afgekeurd} rejected`);
    if (stand.inBron !== leerlingen || stand.afgekeurd > 0) process.exitCode = 1;
  } catch (error) {
    console.error(`The demo stopped: ${error instanceof Error ? error.message : 'unknown error'}`);
    process.exitCode = 1;
  } finally {
    place.leave();
  }
}
