// `npm run bench`: measures what the program promises, each beside the bare floor, in one run. Ends with 1 when a limit is exceeded.
import { parseArgs } from 'node:util';
import { measureSearchDuringBackup } from '../tests/bench/backup.ts';
import { build } from './build.mts';
import { measureManySchools } from '../tests/bench/exchange/many.ts';
import { measureComparison } from '../tests/bench/exchange/overzicht.ts';
import { measureProcessing, measureSearchDuringBundle } from '../tests/bench/exchange/processing.ts';
import { measureSending, measureVoorcontrole } from '../tests/bench/exchange/sending.ts';
import { measureSoak } from '../tests/bench/exchange/soak.ts';
import { measureVoorcontroleOfAllKinds } from '../tests/bench/exchange/voorcontrole.ts';
import { measureCounting } from '../tests/bench/counting.ts';
import { measureImport } from '../tests/bench/importing.ts';
import { measureSearch, measureStart } from '../tests/bench/listing.ts';
import { measureCard } from '../tests/bench/screen.ts';
import { measureScaling } from '../tests/bench/scaling.ts';
import { measureMemory, measureStartup } from '../tests/bench/startup.ts';
import { measureWork } from '../tests/bench/working.ts';
import { report, type Measure } from '../tests/bench/measure.ts';

const measures: Record<string, () => Promise<Measure[]>> = {
  start: measureStart,
  'startup-screen': measureStartup,
  memory: measureMemory,
  search: measureSearch,
  backup: measureSearchDuringBackup,
  import: measureImport,
  card: measureCard,
  'exchange-voorcontrole': measureVoorcontrole,
  'exchange-kinds': measureVoorcontroleOfAllKinds,
  'exchange-overzicht': measureComparison,
  'exchange-send': measureSending,
  'exchange-process': measureProcessing,
  'exchange-search': measureSearchDuringBundle,
  'exchange-schools': measureManySchools,
  'exchange-soak': measureSoak,
  counting: measureCounting,
  work: measureWork,
  scaling: measureScaling,
};

const usage = `Usage: npm run bench -- [options]

  --json          prints the outcome as one line of JSON
  --only WORD     only what has this word in its name: ${Object.keys(measures).join(', ')}`;

function readOptions() {
  try {
    return parseArgs({
      options: { json: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean' } },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : 'unknown flag'}\n\n${usage}`);
    process.exit(2);
  }
}

const options = readOptions();
if (options.help) console.log(usage);
else {
  await build();
  const reports = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (options.only && !name.includes(options.only)) continue;
    for (const item of (await measure()).map(report)) {
      reports.push(item);
      if (!options.json) console.log(JSON.stringify(item));
    }
  }
  const exceeded = reports.filter(({ withinLimit }) => withinLimit === false);
  if (options.json) console.log(JSON.stringify({ node: process.versions.node, measures: reports }));
  else
    for (const { name, value, unit, limit } of exceeded)
      console.error(`Over its limit: ${name}: ${value} ${unit}, limit ${limit}`);
  if (exceeded.length > 0) process.exitCode = 1;
}
