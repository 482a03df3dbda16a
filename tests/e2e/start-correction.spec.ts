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

test('the datum inschrijving of an inschrijving that BRON knows is corrected, by keyboard, in two times sending', async ({
  page,
  world,
}) => {
  const { mock } = world;
  await createAdministration(page, world);
  await connectToMock(page, world);
  await savePupil(page, testPersons.hera);
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);

  const open = async () => {
    await menu(page, 'Leerlingen');
    await page.getByRole('row').filter({ hasText: 'Hera' }).click();
    await page.getByRole('tab', { name: /^Inschrijving/ }).click();
  };
  const correct = async () => {
    await page.getByRole('button', { name: 'Meer met deze inschrijving' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Datum inschrijving corrigeren…' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Datum inschrijving' }).fill('24-8-2009');
    await expect(dialog.getByRole('status')).toContainText(
      'BRON verwijdert de inschrijving van 1-8-2009 en registreert die van 24-8-2009.',
    );
    return dialog;
  };
  await open();
  const dialog = await correct();
  await expectAccessible(page);
  await screenshotFor(page, 'datum-corrigeren');
  await dialog.getByRole('button', { name: 'Corrigeren' }).press('Enter');
  const notice = page.getByText('De datum inschrijving wordt gecorrigeerd', { exact: true });
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Toch niet corrigeren' }).press('Enter');
  await expect(notice).toBeHidden();
  await (await correct()).getByRole('button', { name: 'Corrigeren' }).press('Enter');
  await expect(notice).toBeVisible();

  const exchangeNow = async () => {
    await menu(page, 'Uitwisselen');
    await page.getByRole('button', { name: 'Versturen', exact: true }).click();
    await expect(outcome(page)).toContainText('afgeleverd');
    await page.getByRole('button', { name: '+30 minuten' }).click();
    await page.getByRole('button', { name: 'Terugkoppelingen ophalen' }).click();
  };
  await exchangeNow();
  await expect(outcome(page)).toContainText('verstuur nu die met de nieuwe datum inschrijving');
  expect(mock.register('99ZZ')).toEqual([]);
  await open();
  await expect(field(page, 'Datum inschrijving')).toHaveValue('24-8-2009');
  await expect(field(page, 'Datum ingang gewicht, periode 1')).toHaveValue('24-8-2009');
  await exchangeNow();
  await expect(outcome(page)).toContainText('geregistreerd');
  expect(mock.register('99ZZ')).toMatchObject([{ datumInschrijving: '2009-08-24' }]);
});
