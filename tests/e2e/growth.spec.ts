import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { ask, choice, createAdministration, menu, savePupil, screenshotFor } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 }, start: '2010-03-08T09:00' });

test('growth and special funding are shown rule by rule with their sums, and stand on the sheet in the place of the form', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await savePupil(page, testPersons.hera, correctInschrijving({ datumInschrijving: '2008-08-01' }));
  for (let index = 0; index < 13; index += 1) {
    const { burgerservicenummer: _, ...persoon } = testPersons.zeus;
    await savePupil(
      page,
      { ...persoon, achternaam: `Proef ${String(index)}`, leerlingnummer: `20${String(index)}` },
      correctInschrijving({ datumInschrijving: '2009-11-16' }),
    );
  }
  expect((await ask(page, 'funding.year', {})).parts).toHaveLength(4);

  await menu(page, 'Tellingen');
  await page.getByRole('tab', { name: 'Groei' }).press('Enter');
  const regular = page.getByRole('region', { name: 'Reguliere groei', exact: true });
  const row = page.locator('[data-funding="regular 2009-12-01"]');
  await expect(row).toContainText('Groei van 13 leerlingen');
  await expect(row).toContainText('Toegekend: 14 - 1 = 13 leerlingen, 8 maanden vanaf 1 december 2009.');
  await expect(regular).toContainText('De volgende datum is 1 april 2010: nodig zijn dan 27 leerlingen of meer.');
  await expect(regular.getByRole('list', { name: 'Aangenomen bij Reguliere groei' })).toContainText(
    'alsof het bevoegd gezag geen andere heeft',
  );
  await expect(page.locator('[data-funding="march 2010-03-01"]')).toContainText('1 maart telt: 14 leerlingen');
  await expect(page.locator('[data-funding="groups 2009-10-01"]')).toContainText('2 groepen');
  await expectAccessible(page);
  await screenshotFor(page, 'groei');

  await page.getByRole('tab', { name: 'Bladen' }).click();
  await choice(page, 'Blad').selectOption('Groei en bijzondere groei');
  const sheet = page.getByRole('region', { name: 'Groei en bijzondere groei', exact: true });
  await expect(sheet).toContainText('Komt in de plaats van: Telformulier voor aanvullende bekostiging');
  await expect(sheet.locator('[data-date="2009-12-01"]')).toHaveText('1 december 200914');
  await expect(sheet.locator('[data-funding="regular 2009-12-01"]')).toContainText('Groei van 13 leerlingen');
  await expectAccessible(page);
});
