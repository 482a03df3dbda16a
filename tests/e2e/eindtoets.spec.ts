import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { choice, createAdministration, field, menu, savePupil, screenshotFor, tabTo } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ start: '2016-05-30T09:00' });

const LEERJAAR_8 = '2015-08-01';

test('the verplichte eindtoets by the keyboard, and an ontwikkelingsperspectief', async ({ page, world }) => {
  await createAdministration(page, world);
  await savePupil(
    page,
    testPersons.zeus,
    correctInschrijving({
      datumInschrijving: '2008-08-01',
      leerjaarGroep: [
        { begindatum: '2008-08-01', leerjaar: '1', groep: '1a' },
        { begindatum: LEERJAAR_8, leerjaar: '8', groep: '8a' },
      ],
      adviesVo: '50',
    }),
  );
  await menu(page, 'Leerlingen');
  await page.getByRole('link', { name: /Zeus/ }).or(page.getByRole('gridcell', { name: /Zeus/ })).first().click();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /^Inschrijving/ }).click();
  await tabTo(page, page.getByRole('button', { name: 'Verplichte eindtoets toevoegen' }));
  await page.keyboard.press('Enter');
  await expect(choice(page, 'Code verplichte eindtoets')).toBeFocused();
  await page.keyboard.type('0011');
  await tabTo(page, field(page, 'Datum afname'));
  await page.keyboard.type('19-4-2016');
  await tabTo(page, choice(page, 'Niveau eindtoets'));
  await page.keyboard.type('B');
  await tabTo(page, field(page, 'Score'));
  await page.keyboard.type('535');
  const table = page.getByRole('table', { name: 'Referentieniveaus' });
  await expect(table.getByRole('row')).toHaveCount(4);
  await tabTo(page, choice(page, 'Referentieniveau Nederlandse taal: Lezen'));
  await page.screenshot({ path: '/tmp/eindtoets-1.png', fullPage: true });
  await page.keyboard.type('04');
  await page.keyboard.press('Tab');
  await page.keyboard.type('02');
  await page.keyboard.press('Tab');
  await expect(choice(page, 'Referentieniveau Rekenen')).toBeFocused();
  await page.keyboard.type('03');
  await page.keyboard.press('Tab');
  await page.screenshot({ path: '/tmp/eindtoets-2.png', fullPage: true });
  await expectAccessible(page, { every: true });
  await screenshotFor(page, 'kaart-eindtoets');
  void world;
});
