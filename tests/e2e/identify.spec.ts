import { connectToMock, createAdministration, menu, outcome, savePupil, screenshotFor, tabTo } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test('pupils without number are identified, and a number that BRON found is taken over by the keyboard alone', async ({
  page,
  world,
}) => {
  const { mock } = world;
  const adres = { straatnaam: 'Leyweg', huisnummer: '7', postcode: '2548AE' };
  const key = { geboortedatum: '2001-06-07', geslacht: 'V' } as const;
  const iris = { bsn: '999990019', geslachtsnaam: 'Verzonnen', voornamen: 'Iris', ...key, adressen: [adres] };
  mock.replaceRegisters({ brp: { source: 'test', persons: [iris] } });
  await createAdministration(page, world);
  await connectToMock(page, world);
  await savePupil(page, { roepnaam: 'Iris', voornamen: 'Iris', achternaam: 'Verzonnen', ...key, ...adres });

  await page.setViewportSize({ width: 1366, height: 768 });
  await menu(page, 'Uitwisselen');
  await tabTo(page, page.getByRole('button', { name: 'Alle leerlingen zonder bevestigd nummer identificeren' }));
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toContainText('1 verzoek is bij BRON');
  await expectAccessible(page);
  await page.getByRole('button', { name: '+30 minuten' }).click();
  await page.getByRole('button', { name: 'Terugkoppelingen ophalen' }).click();
  await expect(outcome(page)).toContainText('1 voorstel van BRON');

  await menu(page, 'Leerlingen');
  await page.getByRole('row').filter({ hasText: 'Iris' }).click();
  await page.getByRole('tab', { name: 'BRON' }).click();
  await expect(page.getByText('BRON heeft het nummer van deze leerling nog niet bevestigd.')).toBeVisible();
  const item = page.getByRole('listitem', { name: 'Identificatie' });
  await expect(item.getByRole('row', { name: /Burgerservicenummer/ })).toContainText(iris.bsn);
  await expectAccessible(page);
  await screenshotFor(page, 'identificeren');
  await tabTo(page, item.getByRole('button', { name: /^Overnemen/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('BRON kent deze leerling onder het nummer dat hier staat.')).toBeVisible();

  await page.getByRole('button', { name: 'Identificeren bij BRON' }).press('Enter');
  await expect(page.getByText(/^Het identificatieverzoek is bij BRON in behandeling/)).toBeVisible();
  await expectAccessible(page);
});
