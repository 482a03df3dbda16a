import type { Page } from '@playwright/test';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { makeUnfunded } from './counted.ts';
import {
  ask,
  connectToMock,
  createAdministration,
  fetchTerugkoppelingen,
  field,
  menu,
  savePupil,
  screenshotFor,
  tabTo,
} from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

const { hera, zeus, remi, odin } = testPersons;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
/** The numbers of a row: administration, BRON, and how they differ. */
const numbers = (page: Page, code: string) => page.locator(`tr[data-row="${code}"] td`);

/** Three pupils of whom BRON has one, who is no longer funded here; one left before 1 October. */
async function someSchool(page: Page): Promise<void> {
  const heraId = await savePupil(page, hera);
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
  await makeUnfunded(page, heraId);
  await savePupil(page, zeus);
  await savePupil(page, remi, correctInschrijving({ gewicht: [] }));
  await savePupil(page, odin, correctInschrijving({ datumUitschrijving: '2009-09-30' }));
}

test('the proeftelling beside what BRON has, and each pupil behind its numbers, by the keyboard alone', async ({
  page,
  world,
}) => {
  test.setTimeout(150_000);
  await createAdministration(page, world);
  await connectToMock(page, world);
  await someSchool(page);

  await page.keyboard.press('Control+7');
  await expect(page.getByRole('heading', { name: 'Tellingen', level: 1 })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Telling op 1 oktober 2009' })).toBeVisible();
  await expect(numbers(page, 'totaal')).toHaveText(['2', '1', '+1']);
  await expect(page.getByRole('status').filter({ hasText: 'tellen volgens uw administratie' })).toContainText(
    '2 leerlingen mee, en volgens wat BRON heeft 1 (verschil: +1)',
  );
  // The same in a picture, with its numbers beside it.
  const year = page.getByRole('region', { name: 'Alle teldata van 2009-2010' }).first();
  await expect(year.locator('tr[data-teldatum="2009-10-01"] td')).toHaveText(['2', '1', '+1']);
  await expect(year.locator('[data-chart="teldata"] rect')).not.toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Waar deze telling van uitgaat' })).toBeVisible();
  await expect(page.getByText('(aangenomen)').first()).toBeVisible();
  await expectAccessible(page);
  await screenshotFor(page, 'tellingen');
  await year.scrollIntoViewIfNeeded();
  await screenshotFor(page, 'tellingen-teldata');

  // Who counts: one of the two is not at BRON.
  await tabTo(page, button(page, '2: Totaal, Uw administratie, leerlingen tonen'));
  await page.keyboard.press('Enter');
  await expect(button(page, 'Terug naar de telling')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Totaal op 1-10-2009: uw administratie' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Jager, Zeus de' })).toContainText('Nee, in deze rij niet');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(button(page, '2: Totaal, Uw administratie, leerlingen tonen')).toBeFocused();

  // Who does not count, and why; the way leads to the field and back.
  await tabTo(page, button(page, 'Tellen niet mee (2)'));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-signaal="G01"]')).toContainText(
    'Inschrijving is als niet-bekostigd opgegeven (G01)',
  );
  await expect(page.locator('[data-signaal="G02"]')).toContainText('Controleer de datum inschrijving');
  await expectAccessible(page);
  await tabTo(page, button(page, /^Naar .*Indicatie bekostiging.* van Jager, Hera de$/));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Hera de Jager' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Indicatie bekostiging, periode 1' })).toBeFocused();
  await page.getByRole('main').getByRole('button', { name: 'Terug' }).first().press('Enter');
  await expect(page.getByRole('heading', { name: 'Tellen niet mee op 1-10-2009' })).toBeVisible();
  await button(page, 'Terug naar de telling').press('Enter');

  await button(page, 'Attentie (1)').press('Enter');
  await expect(page.locator('[data-signaal="A03"]')).toBeVisible();
  await button(page, 'Terug naar de telling').press('Enter');

  // Each pupil who differs, with cause and what BRON has.
  await button(page, /^Verschillen \(\d\)$/).press('Enter');
  const item = page.locator('[data-pupil]').filter({ hasText: 'Jager, Hera de' });
  await expect(item).toContainText('De wijziging is nog niet naar BRON verstuurd.');
  await expect(item).toContainText('Telt niet mee (vestiging 00). Inschrijving is als niet-bekostigd opgegeven (G01).');
  await expect(item.getByRole('row').filter({ hasText: 'Indicatie bekostiging' }).last()).toContainText(/Nee.*Ja/);
  await expectAccessible(page);
  await screenshotFor(page, 'tellingen-verschillen');
  await button(page, 'Naar Uitwisselen: Jager, Hera de').press('Enter');
  await expect(page.getByRole('heading', { name: 'Uitwisselen', level: 1 })).toBeVisible();
});

test('any date and any teldatum of a school year can be counted', async ({ page, world }) => {
  await createAdministration(page, world);
  await savePupil(page, odin, correctInschrijving({ datumUitschrijving: '2009-09-30' }));
  await menu(page, 'Tellingen');
  const notice = page.getByText('Van BRON is nog niets bekend. Verstuur de leerlingen');
  await expect(notice).toBeVisible();
  const main = page.getByRole('main');
  expect(await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await expect(numbers(page, 'totaal')).toHaveText(['0', '0', '0']);
  await field(page, 'Of een eigen dag').fill('30-9-2009');
  await expect(page.getByRole('heading', { name: 'Telling op 30 september 2009' })).toBeVisible();
  await expect(numbers(page, 'totaal')).toHaveText(['1', '0', '+1']);
  await field(page, 'Of een eigen dag').fill('31-9-2009');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/31-9-2009/)).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Telling op/ })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Schooljaar' }).selectOption('2008-2009');
  await page.getByRole('combobox', { name: 'Voorgestelde teldatum' }).selectOption('2008-10-01');
  await expect(page.getByRole('heading', { name: 'Telling op 1 oktober 2008' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Ook rijen waarin overal nul staat' }).check();
  await expect(numbers(page, '4-7')).toHaveText(['0', '0', '0']);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/tellingen-1920.png' });
});

test('C-12: a school for special education counts by its own rows, and has no vergelijkingsoverzicht', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  const settings = await ask(page, 'settings.get', {});
  await ask(page, 'settings.save', { ...settings, school: { ...settings.school, soort: 'SO' } });
  await menu(page, 'Tellingen');
  const tabs = page.getByRole('tab');
  await expect(tabs.filter({ hasText: 'Reactie' })).toBeVisible();
  await expect(tabs.filter({ hasText: 'Vergelijkingsoverzicht' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Ook rijen waarin overal nul staat' }).check();
  await expect(page.getByRole('rowheader', { name: 'waarvan voortgezet speciaal onderwijs' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Voorgestelde teldatum' }).selectOption('2010-01-16');
  await expect(page.getByRole('heading', { name: 'Telling op 16 januari 2010' })).toBeVisible();
  await expect(page.getByText('Residentiële leerlingen tellen ook zonder indicatie (aangenomen).')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/tellingen-wec.png', fullPage: true });
});
