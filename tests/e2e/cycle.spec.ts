import type { Page } from '@playwright/test';
import { testPersons } from '../support/pupils.ts';
import { openStep, prepare, receiveLetter, shots } from './phase.ts';
import { ask, connectToMock, createAdministration, fetchTerugkoppelingen, menu, savePupil, tabTo } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

const here = (page: Page) =>
  page.getByRole('list', { name: 'De vier stappen van het uitwisselen' }).locator('[aria-current="step"]');

/** Goes where the panel leads, by the keyboard, and comes back to step 10. */
async function follow(page: Page, button: string, screen: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: button }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible();
}
async function back(page: Page): Promise<void> {
  await menu(page, 'Aansluiting');
  await openStep(page, 10);
}

test('C-43 C-44 C-45 C-47 C-48 C-49: step 10 always shows where the school is in the cycle, round and round until all is right', async ({
  page,
  world,
}) => {
  test.setTimeout(180_000);
  await createAdministration(page, world);
  await prepare(page, '2009-11-02');
  await receiveLetter(page, world);
  await menu(page, 'Aansluiting');
  await openStep(page, 10);
  await expect(page.getByText('Er staan nog geen leerlingen in deze administratie.')).toBeVisible();
  await expect(here(page)).toHaveCount(0);
  await expect(page.getByText('ook die u eerder aan PGNPO hebt aangeleverd')).toBeVisible();
  await expect(page.getByText('staat of stond ingeschreven')).toBeVisible();
  await expect(page.getByText('Gegevens vanaf 1 augustus 2008 controleert BRON op inhoud')).toBeVisible();

  const id = await savePupil(page, { ...testPersons.zeus, geslacht: 'V' });
  await savePupil(page, testPersons.hera);
  await expect(page.getByRole('button', { name: 'Certificaat installeren' })).toBeVisible();
  await connectToMock(page, world);
  await expect(here(page)).toContainText('2. Aanleveren');
  await expect(here(page)).toContainText('2 meldingen te versturen');
  await expectAccessible(page);
  await shots(page, 'step-10-send');
  await follow(page, 'Naar versturen', 'Uitwisselen');
  await ask(page, 'exchange.send', {});

  await back(page);
  await expect(here(page)).toContainText('3. Ontvangen');
  await expect(here(page)).toContainText('2 meldingen wachten op antwoord');
  await follow(page, 'Terugkoppelingen ophalen', 'Uitwisselen');
  await fetchTerugkoppelingen(page);

  await back(page);
  await expect(here(page)).toContainText('1. Wijzigen');
  const cycle = page.getByRole('list', { name: 'De vier stappen van het uitwisselen' });
  await expect(cycle).toContainText('1 correct, 1 (nog) niet correct');
  await expectAccessible(page);
  await shots(page, 'step-10-repair');
  await follow(page, 'Naar de werklijst', 'Terugkoppelingen');
  const card = await ask(page, 'leerlingen.get', { id });
  await ask(page, 'leerlingen.save', { id, version: card.version, persoon: { ...card.persoon, geslacht: 'M' } });

  await back(page);
  await expect(here(page)).toContainText('2. Aanleveren');
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
  await expect(page.locator('[data-station="done"]')).toContainText('BRON heeft alles wat hier staat');
  await expect(here(page)).toHaveCount(0);
  await expect(page.locator('[data-part="registered"]')).toHaveAttribute('data-done', 'true');
});
