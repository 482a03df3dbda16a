import { correctInschrijving, testPersons } from '../support/pupils.ts';
import {
  choice,
  connectToMock,
  createAdministration,
  fetchTerugkoppelingen,
  menu,
  savePupil,
  screenshotFor,
  ask,
  tabTo,
} from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

test('C-11: the control lists in the place of the forms, and the maandopgave, are chosen by keyboard and printed', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await connectToMock(page, world);
  await savePupil(page, testPersons.hera);
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
  await savePupil(
    page,
    testPersons.zeus,
    correctInschrijving({ gewicht: [{ codeGewichtenregeling: '2', begindatum: '2009-08-01', gewicht: '1,20' }] }),
  );

  await menu(page, 'Tellingen');
  await page.getByRole('tab', { name: 'Bladen' }).press('Enter');
  const sheet = page.getByRole('region', { name: 'Telling op 1 oktober', exact: true });
  await expect(sheet).toContainText('Basisschool De Proef (99ZZ), 1 oktober 2009');
  await expect(sheet).toContainText('Komt in de plaats van: Leerlingtelling 1 oktober');
  await expect(sheet.locator('[data-row="totaal"]')).toHaveText('Totaal21');
  await expect(sheet.locator('[data-row="gewicht:2:1,20:4-7"]')).toContainText('10');
  await expect(sheet).not.toContainText('Jager');
  await expectAccessible(page);
  await screenshotFor(page, 'tellingen-afdrukken');

  await tabTo(page, choice(page, 'Blad'));
  await choice(page, 'Blad').selectOption('Overzicht van de tellingen');
  const overview = page.getByRole('region', { name: 'Overzicht van de tellingen', exact: true });
  await expect(overview.locator('[data-date="2009-10-01"]')).toHaveText('1 oktober 200921');
  await expectAccessible(page);

  await choice(page, 'Blad').selectOption('Maandopgave (noodprocedure)');
  const monthly = page.getByRole('region', { name: 'Maandopgave (noodprocedure)', exact: true });
  await expect(monthly).toContainText('1 november 2009');
  await choice(page, 'Dag').selectOption('1 oktober 2009');
  await expect(monthly).toContainText('Uiterlijk in te leveren op 14 oktober 2009.');
  await expect(monthly).toContainText('Datum en handtekening');

  await page.emulateMedia({ media: 'print' });
  await expect(monthly).toBeVisible();
  for (const hidden of [page.getByRole('tab', { name: 'Bladen' }), choice(page, 'Blad')])
    await expect(hidden).toBeHidden();
  await page.emulateMedia({ media: null });
});
