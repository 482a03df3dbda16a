import { readFileSync } from 'node:fs';
import { testPersons } from '../support/pupils.ts';
import { createAdministration, menu, savePupil } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test('from the card a beheerder shows, prints and saves everything that is kept of one pupil', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await savePupil(page, testPersons.hera);
  await menu(page, 'Leerlingen');
  await page.getByText('Jager, Hera de').first().click();
  await page.getByRole('button', { name: 'Meer met deze leerling' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Inzage voor ouders…' }).press('Enter');
  const sheet = page.getByRole('region', { name: 'Inzage' });
  await expect(sheet).toContainText('999992533');
  await expect(sheet).toContainText('Wie wat heeft gewijzigd of gezien');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/disclosure.png', fullPage: true });
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Opslaan als bestand…' }).press('Enter');
  const file = world.path('inzage.txt');
  await (await downloading).saveAs(file);
  expect(readFileSync(file, 'utf8')).toContain('999992533');
});
