import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { openWeb } from '../../electron/web/openWeb.ts';
import { findOrInstallChromium } from '../../scripts/chromium.mts';
import { field, menu } from '../e2e/steps.ts';
import { PASSWORD } from '../support/administration.ts';
import { percentile, type Measure } from './measure.ts';
import { addPupils } from './volume.ts';
import { makeAdministration, MOMENT, root, temporaryFolder } from './world.ts';

const PUPILS = 1_000;
const RUNS = 40;

/** Milliseconds from choosing a row of the list until its card has been drawn. */
const openCard = (page: Page, run: number): Promise<number> =>
  page.evaluate(async (index) => {
    const rows = document.querySelectorAll<HTMLElement>('[role="row"][tabindex], tbody tr');
    const row = rows[1 + (index % (rows.length - 1))];
    if (!row) throw new Error('no row');
    const frame = () => new Promise(requestAnimationFrame);
    const begin = performance.now();
    row.click();
    while (!document.querySelector('[role="tabpanel"] input')) await frame();
    await frame();
    return performance.now() - begin;
  }, run);

/** The least that shows the same: the same answer of the core, and the same elements put into the page. */
const drawBare = (page: Page, id: number): Promise<number> =>
  page.evaluate(async (leerlingId) => {
    const frame = () => new Promise(requestAnimationFrame);
    const html = document.querySelector('main')?.innerHTML ?? '';
    const place = document.createElement('div');
    document.body.append(place);
    const begin = performance.now();
    await window.las.invoke('leerlingen.get', { id: leerlingId });
    place.innerHTML = html;
    await frame();
    await frame();
    const time = performance.now() - begin;
    place.remove();
    return time;
  }, id);

/** From choosing a pupil in the list to the card on the screen, in Chromium. */
export async function measureCard(): Promise<Measure[]> {
  const dataDir = temporaryFolder();
  await makeAdministration(dataDir, (administration) => addPupils(administration, PUPILS));
  const host = await openWeb({
    ...{ dataDir, version: '0.0.0', resourcesDir: join(root, 'resources'), outDir: join(root, 'out') },
    env: { ...process.env, LAS_CLOCK: MOMENT },
  });
  const browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(host.newUrl());
  await field(page, 'Wachtwoord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await menu(page, 'Leerlingen');
  const times: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.getByRole('row').nth(2).waitFor();
    times.push(await openCard(page, run));
    bare.push(await drawBare(page, run + 1));
    await page.getByRole('button', { name: 'Terug', exact: true }).click();
  }
  await browser.close();
  await host.close();
  return [
    {
      name: `pupil card to the screen p95, ${PUPILS} pupils`,
      value: percentile(times, 0.95),
      unit: 'ms',
      limit: 100,
      floor: {
        name: 'asking the core for it and putting the same elements into the page',
        value: percentile(bare, 0.95),
      },
    },
  ];
}
