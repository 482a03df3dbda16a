import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Voortgang } from '../../shared/mijnBron/progress.ts';
import { openStep, prepare, receiveLetter, shots } from './phase.ts';
import { ask, connectToMock, createAdministration, menu, tabTo } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 }, start: '2009-12-14T09:00' });

const weeks = [0, 0, 14, 61, 120, 168].map((leerlingen, at) => ({
  ...{ week: at + 1, leerlingen, ambulant: Math.floor(leerlingen / 60) },
  until: new Date(Date.parse('2009-11-06') + at * 7 * 86_400_000).toISOString().slice(0, 10),
}));
const voortgang: Voortgang = {
  state: 'aansluiting',
  weeksLeft: 4,
  norm: { leerlingen: 231, ambulant: 4 },
  leerlingen: { registered: 174, onSchedule: true },
  ambulant: { registered: 1, onSchedule: false },
  perWeek: weeks,
};

/** Writes what Mijn BRON gives as a file. */
function file(world: World): string {
  const path = world.path('voortgang.json');
  const about = { layout: 'bronwijs-voortgang-1', brinnummer: '99ZZ', madeOn: '2009-12-14' };
  writeFileSync(path, JSON.stringify({ ...about, voortgang }));
  return path;
}

async function begin(page: Page, world: World): Promise<void> {
  await createAdministration(page, world);
  await prepare(page, '2009-11-02');
  await receiveLetter(page, world);
}

test('C-31 C-52 C-53: the norm against what BRON has, per week, as a chart and as a table, also without connection', async ({
  page,
  world,
}) => {
  await begin(page, world);
  await menu(page, 'Aansluiting');
  await openStep(page, 11);
  await expect(page.getByText('De voortgang is nog niet opgehaald of ingelezen.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ophalen uit Mijn BRON' })).toHaveCount(0);
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, page.getByRole('button', { name: 'Bestand van Mijn BRON inlezen…' }));
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file(world));
  await expect(page.getByText('De voortgang van 14 december 2009 is ingelezen.')).toBeVisible();

  const table = page.getByRole('table', { name: 'Voortgang per werkweek' });
  await expect(table.getByRole('row')).toHaveCount(weeks.length + 2);
  await expect(table.getByRole('row', { name: /^5 / })).toContainText('120 (51 %)');
  await expect(table.getByRole('row', { name: /^Nu / })).toContainText('174 (75 %)');
  await expect(page.locator('[data-voortgang]')).toContainText(
    'Van de 231 leerlingen staan er 174 in BRON, en dat is op schema.',
  );
  await expect(page.locator('[data-voortgang]')).toContainText('U loopt achter op het schema');
  for (const of of ['leerlingen', 'ambulant']) {
    const chart = page.locator(`[data-chart="${of}"]`);
    await expect(chart.locator('svg').first()).toBeVisible();
    await expect(chart).toContainText('Normaantal');
  }
  await expectAccessible(page, { every: true });
  await shots(page, 'step-11');
});

test('C-50: with a certificate progress and voortgangsmails are fetched from Mijn BRON', async ({ page, world }) => {
  world.mock.setClock(new Date('2009-10-26T08:00:00Z'));
  const body = JSON.stringify({
    brinnummer: '99ZZ',
    plannedWeek: '2009-11-02',
    start: '2009-11-02',
    akkoordverklaring: '2009-10-01',
  });
  const headers = { 'Content-Type': 'application/json' };
  await fetch(new URL('/aansluitingen', world.mock.addresses.control), { method: 'POST', headers, body });
  world.mock.setClock(new Date('2009-12-14T08:00:00Z'));
  await begin(page, world);
  await connectToMock(page, world);
  await ask(page, 'mijnBron.reportAantallen', { leerlingen: 200, ambulant: 3 });
  await menu(page, 'Aansluiting');
  await openStep(page, 11);
  await tabTo(page, page.getByRole('button', { name: 'Ophalen uit Mijn BRON' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('De voortgang is opgehaald.')).toBeVisible();
  for (const part of ['mail3', 'mail6'])
    await expect(page.locator(`[data-part="${part}"]`)).toHaveAttribute('data-done', 'true');
  await expect(page.locator('[data-part="mail3"]')).toContainText('20 november 2009');
  await expect(page.getByRole('table', { name: 'Voortgang per werkweek' })).toContainText('11-12-2009');
});
