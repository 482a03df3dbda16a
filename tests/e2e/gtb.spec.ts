import type { Page } from '@playwright/test';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { inFase, makeUnfunded } from './counted.ts';
import { openStep, prepare, receiveLetter } from './phase.ts';
import {
  ask,
  connectToMock,
  createAdministration,
  fetchTerugkoppelingen,
  menu,
  savePupil,
  screenshotFor,
  tabTo,
} from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

const { hera, zeus } = testPersons;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const numbers = (page: Page, code: string) => page.locator(`tr[data-row="${code}"] td`);
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const october = 'Naast uw telling: GTB van 1-10-2009, vestiging 00';
const told = (page: Page) => page.getByRole('tabpanel').getByRole('status').first();

/** Reads a file as a person chooses it. */
async function readFile(page: Page, content: unknown): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Bestand van Mijn BRON inlezen…').click();
  const buffer = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  await (await chooser).setFiles({ name: 'gtb.json', mimeType: 'application/json', buffer });
}

/** The GTB of a teldatum as the school downloads it from the site. */
function downloaded({ mock: { mijnBron } }: World, peildatum: string) {
  const line = mijnBron.gtbs('99ZZ').find((one) => one.peildatum === peildatum);
  const gtb = line && mijnBron.gtb('99ZZ', line.kenmerk);
  if (!gtb) throw new Error(`no GTB of ${peildatum}`);
  return gtb;
}

test('C-60 C-61: the GTB to judge is named with why, and what differs is changed and sent anew until it is the same', async ({
  page,
  world,
}) => {
  test.setTimeout(180_000);
  await createAdministration(page, world);
  await connectToMock(page, world);
  await inFase(world);
  await menu(page, 'Tellingen');
  await tab(page, 'Proeftelling').press('ArrowRight');
  await expect(tab(page, 'GTB')).toBeFocused();
  await expect(page.getByText('Er is nog geen GTB', { exact: true })).toBeVisible();
  await expectAccessible(page);
  const heraId = await savePupil(page, hera);
  await savePupil(page, zeus);
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);

  await tabTo(page, button(page, 'Ophalen uit Mijn BRON'));
  await page.keyboard.press('Enter');
  await expect(told(page)).toHaveText(/^\d+ GTB’s opgehaald\.$/);
  const picked = page.locator('tr[data-gtb]').filter({ hasText: 'Deze' });
  // One of each vestiging.
  await expect(picked).toContainText([
    "Meer GTB's hebben een teldatum na uw uitwisseling van 2-11-2009. Dit is de meest recente, van 1-3-2010.",
    'De teldatum 1-3-2010 ligt na uw uitwisseling van 2-11-2009.',
  ]);
  await expect(page.getByText('Op 2 november 2009 hebt u het laatst uitgewisseld.')).toHaveCount(0);
  await expectAccessible(page);
  await screenshotFor(page, 'gtb-lijst');

  await tabTo(page, button(page, october));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Terug naar de GTB’s')).toBeFocused();
  await expect(numbers(page, 'totaal')).toHaveText(['2', '2', '0', '2', '0']);
  await expect(page.getByText('Komen de aantallen of signalen niet overeen met wat u verwacht')).toBeVisible();
  await expectAccessible(page);

  // What is changed here stands apart until it was sent, and BRON made a new GTB.
  await makeUnfunded(page, heraId);
  await expect(numbers(page, 'totaal')).toHaveText(['1', '2', '−1', '2', '−1']);
  await button(page, 'Verschillen (1)').press('Enter');
  const item = page.locator('[data-pupil]').filter({ hasText: 'Jager, Hera de' });
  await expect(item).toContainText('De wijziging is nog niet naar BRON verstuurd.');
  await expect(item.getByRole('columnheader', { name: 'GTB' })).toBeVisible();
  await screenshotFor(page, 'gtb-verschil');
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
  await expect(item).toContainText('Telt niet mee');
  await button(page, 'Terug naar de GTB’s').press('Enter');
  await expect(button(page, october)).toBeFocused();
  await button(page, 'Ophalen uit Mijn BRON').press('Enter');
  await expect(told(page)).toHaveText(/opgehaald\.$/);
  await button(page, october).press('Enter');
  await expect(numbers(page, 'totaal')).toHaveText(['1', '1', '0', '1', '0']);
  await expect(button(page, 'Verschillen (0)')).toBeDisabled();
});

test('C-60: a GTB that was downloaded is read in; a file that cannot be taken is told of, and nothing is lost', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await connectToMock(page, world);
  await inFase(world);
  await savePupil(page, hera, correctInschrijving());
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
  await menu(page, 'Tellingen');
  await tab(page, 'GTB').click();

  const gtb = downloaded(world, '2009-10-01');
  const wrong: [content: unknown, sentence: string][] = [
    [{ ...gtb, brinnummer: '98AE' }, 'Dit bestand is van een andere school (98AE), en u werkt met 99ZZ.'],
    [{ ...gtb, peildatum: '2011-10-01' }, 'Dit bestand noemt een datum die niet kan: 1-10-2011.'],
    [
      { ...gtb, layout: 'bronwijs-gtb-2' },
      'Dit bestand heeft een indeling die dit programma niet kent: bronwijs-gtb-2.',
    ],
    ['%PDF-1.4', 'Dit bestand is beschadigd, of het is geen bestand van Mijn BRON.'],
  ];
  for (const [content, sentence] of wrong) {
    await readFile(page, content);
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page.getByText('Er is nog geen GTB', { exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  await readFile(page, gtb);
  await expect(told(page)).toHaveText('De GTB van 1-10-2009, vestiging 00, is ingelezen.');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator(`tr[data-gtb="${gtb.kenmerk}"]`)).toContainText('Deze');
  await readFile(page, gtb);
  await expect(told(page)).toHaveText('De GTB van 1-10-2009, vestiging 00, was hier al.');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.screenshot({ path: 'test-results/shots/gtb-1920.png' });
});

test('step 12 of the path says how far the school is, and leads to each part', async ({ page, world }) => {
  await createAdministration(page, world);
  await prepare(page, '2009-11-02');
  await receiveLetter(page, world);
  await menu(page, 'Aansluiting');
  await openStep(page, 12);
  const line = (part: string) => page.locator(`[data-counts="${part}"]`);
  await expect(line('gtb')).toContainText('Er is nog geen GTB.');
  await expect(line('vergelijkingsoverzicht')).toContainText('Nog niet bekend of er een vergelijkingsoverzicht is.');
  await expect(line('reactie')).toContainText('Er is nog geen reactie gegeven.');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/step-12.png' });
  await tabTo(page, line('reactie').getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Tellingen', level: 1 })).toBeFocused();
  await expect(tab(page, 'Reactie')).toHaveAttribute('aria-selected', 'true');
});
