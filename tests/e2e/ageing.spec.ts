import { testPersons } from '../support/pupils.ts';
import { ask, connectToMock, createAdministration, savePupil, screenshotFor, tabTo } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

const DAY = 24 * 60;

test('C-09: what BRON does not have grows older on Vandaag, and a sheet shows the schoolleider whether the school is up to date', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await connectToMock(page, world);
  await savePupil(page, testPersons.hera);
  await ask(page, 'oefenklok.advance', { minutes: 10 * DAY });
  await savePupil(page, testPersons.zeus);
  await ask(page, 'oefenklok.advance', { minutes: 6 * DAY });

  const section = page.getByRole('region', { name: 'Hoe lang wijzigingen wachten' });
  await expect(section).toContainText('1 wijziging had al bij BRON moeten zijn.');
  const rows = section.getByRole('row');
  await expect(rows.nth(1)).toContainText('Jager, Hera de');
  await expect(rows.nth(1)).toContainText('16 dagen (sinds 2-11-2009)');
  await expect(rows.nth(1)).toContainText('16-11-2009');
  await expect(rows.nth(1)).toContainText('Te laat');
  await expect(rows.nth(2)).toContainText('Op tijd');
  await expectAccessible(page);

  await tabTo(page, section.getByRole('button', { name: 'Blad voor de schoolleider' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Is de school bij?', level: 1 })).toBeVisible();
  const sheet = page.getByRole('region', { name: 'Is de school bij?' });
  await expect(sheet).toContainText('De school is niet bij');
  await expect(sheet).toContainText('de eerste op 16 november 2009');
  await expect(sheet).toContainText('2 wijzigingen versturen: op het scherm Uitwisselen.');
  await expect(sheet).not.toContainText('Jager');
  await expect(page.getByRole('region', { name: 'Om wie het gaat' })).toContainText('Jager, Hera de');
  await expectAccessible(page);
  await screenshotFor(page, 'is-de-school-bij');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('region', { name: 'Om wie het gaat' })).toBeHidden();
  await expect(sheet).toBeVisible();
  await page.emulateMedia({ media: null });

  await ask(page, 'exchange.send', {});
  await ask(page, 'oefenklok.advance', { minutes: 31 });
  await ask(page, 'exchange.requestTerugkoppelingen', {});
  await expect(sheet).toContainText('De school is bij');
  await page.getByRole('button', { name: 'Terug', exact: true }).click();
  await expect(section).toContainText('Er wacht niets: de school is bij.');
});
