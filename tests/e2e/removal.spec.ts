import { testPersons } from '../support/pupils.ts';
import {
  ask,
  connectToMock,
  createAdministration,
  fetchTerugkoppelingen,
  field,
  menu,
  outcome,
  savePupil,
  screenshotFor,
} from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test('an inschrijving that BRON should never have had is removed there, and lies in the bin afterwards', async ({
  page,
  world,
}) => {
  const { mock } = world;
  await createAdministration(page, world);
  await connectToMock(page, world);
  await savePupil(page, testPersons.hera);
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);

  await menu(page, 'Leerlingen');
  await page.getByRole('row').filter({ hasText: 'Hera' }).click();
  await page.getByRole('tab', { name: /^Inschrijving/ }).click();
  await page.getByRole('button', { name: 'Meer met deze inschrijving' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Bij BRON verwijderen…' }).press('Enter');
  const submit = page.getByRole('button', { name: 'Verwijderen', exact: true });
  await expect(submit).toBeDisabled();
  await field(page, 'Reden').fill('Verkeerd kind ingeschreven');
  await expectAccessible(page);
  await screenshotFor(page, 'verwijderen');
  await submit.press('Enter');
  await expect(page.getByText('Wordt bij BRON verwijderd', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await menu(page, 'Uitwisselen');
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(outcome(page)).toContainText('afgeleverd');
  await page.getByRole('button', { name: '+30 minuten' }).click();
  await page.getByRole('button', { name: 'Terugkoppelingen ophalen' }).click();
  await expect(outcome(page)).toContainText('verwijderd');
  await menu(page, 'Leerlingen');
  await page.getByRole('button', { name: 'Prullenbak' }).click();
  await expect(page.getByRole('button', { name: /^Terugzetten/ })).toBeVisible();
  expect(mock.register('99ZZ')).toEqual([]);
});
