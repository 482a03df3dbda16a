import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { openWeb } from '../../electron/web/openWeb.ts';
import { findOrInstallChromium } from '../../scripts/chromium.mts';
import { field, menu } from '../e2e/steps.ts';
import { PASSWORD } from '../support/administration.ts';
import { enrol, inventCitizens, writeBrp } from './exchange/citizens.ts';
import { connectTo, startBenchMock } from './exchange/mockProcess.ts';
import { percentile, timed, type Measure } from './measure.ts';
import { addPupils } from './volume.ts';
import { makeAdministration, MOMENT, root, startBenchCore, temporaryFolder, unlock } from './world.ts';

const PUPILS = 1_000;
const RUNS = 5;

const median = (times: readonly number[]) => percentile(times, 0.5);

/** Milliseconds of the parts of a start, each in a browser that knows nothing yet. */
async function startOnce(dataDir: string) {
  const executablePath = await findOrInstallChromium();
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  let host: Awaited<ReturnType<typeof openWeb>> | undefined;
  const asking = await timed(async () => {
    host = await openWeb({
      ...{ dataDir, version: '0.0.0', resourcesDir: join(root, 'resources'), outDir: join(root, 'out') },
      env: { ...process.env, LAS_CLOCK: MOMENT },
    });
    await page.goto(host.newUrl());
    await field(page, 'Wachtwoord').waitFor();
  });
  await field(page, 'Wachtwoord').fill(PASSWORD);
  const unlocking = await timed(async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vandaag', level: 1 }).waitFor();
  });
  const list = await timed(async () => {
    await menu(page, 'Leerlingen');
    await page.getByRole('row').nth(2).waitFor();
  });
  await browser.close();
  await host?.close();
  return { asking, unlocking, list };
}

/** From nothing to the password on the screen, from there to Vandaag, and to the first list of pupils. */
export async function measureStartup(): Promise<Measure[]> {
  const dataDir = temporaryFolder();
  await makeAdministration(dataDir, (administration) => addPupils(administration, PUPILS));
  const runs: Awaited<ReturnType<typeof startOnce>>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await startOnce(dataDir));
  const [cold, ...warm] = runs;
  return [
    {
      name: 'start of host, core and page until the password is asked, first time',
      value: cold?.asking ?? 0,
      unit: 'ms',
    },
    {
      name: 'start of host, core and page until the password is asked, after that',
      value: median(warm.map(({ asking }) => asking)),
      unit: 'ms',
    },
    {
      name: 'from the password to Vandaag on the screen, key derivation included',
      value: median(runs.map(({ unlocking }) => unlocking)),
      unit: 'ms',
    },
    {
      name: `from Vandaag to the list of ${PUPILS} pupils on the screen`,
      value: median(runs.map(({ list }) => list)),
      unit: 'ms',
    },
  ];
}

/** Resident memory of the core at rest, and at its highest while it exchanges all pupils. */
export async function measureMemory(): Promise<Measure[]> {
  const dataDir = temporaryFolder();
  const citizens = inventCitizens(PUPILS);
  await makeAdministration(dataDir, (administration) => enrol(administration, citizens));
  const mock = await startBenchMock('--brp', writeBrp(temporaryFolder(), citizens));
  const core = startBenchCore(dataDir);
  await unlock(core);
  await core.call('leerlingen.list', {});
  const atRest = core.memory()?.now ?? 0;
  await connectTo(core, mock, await mock.certificate());
  await core.call('exchange.send', {});
  await core.call('exchange.requestTerugkoppelingen', {});
  const highest = core.memory()?.peak ?? 0;
  await core.client.close();
  await mock.close();
  return [
    { name: `memory of the core at rest, ${PUPILS} pupils`, value: atRest, unit: 'MB' },
    { name: `highest memory of the core, exchange of ${PUPILS} pupils`, value: highest, unit: 'MB', limit: 300 },
  ];
}
