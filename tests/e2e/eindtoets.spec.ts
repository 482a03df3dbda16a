import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { ask, choice, createAdministration, field, menu, savePupil, screenshotFor, tabTo } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ start: '2016-05-30T09:00' });

const LEERJAAR_8 = '2015-08-01';

test('the verplichte eindtoets by the keyboard, and an ontwikkelingsperspectief', async ({ page, world }) => {
  await createAdministration(page, world);
  const leerlingId = await savePupil(
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
  await page
    .getByRole('link', { name: /Zeus/ })
    .or(page.getByRole('gridcell', { name: /Zeus/ }))
    .first()
    .click();
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
  await expect(table.getByRole('combobox')).toHaveCount(3);
  await tabTo(page, choice(page, 'Referentieniveau Nederlandse taal: Lezen'));
  await page.keyboard.type('04');
  await page.keyboard.press('Tab');
  await page.keyboard.type('02');
  await page.keyboard.press('Tab');
  await expect(choice(page, 'Referentieniveau Rekenen')).toBeFocused();
  await page.keyboard.type('03');
  await page.keyboard.press('Tab');
  await expectAccessible(page, { every: true });
  await screenshotFor(page, 'kaart-eindtoets');

  await page.getByRole('button', { name: 'Ontwikkelingsperspectief BAO WPO toevoegen' }).press('Enter');
  await expect(field(page, 'Datum ingang OPP, periode 1')).toBeFocused();
  await page.keyboard.type('1-9-2015');
  await page.getByRole('region', { name: 'Opslaan' }).getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Opgeslagen' })).toBeVisible();
  const [inschrijving] = (await ask(page, 'leerlingen.get', { id: leerlingId })).inschrijvingen;
  expect(inschrijving?.findings).toEqual([]);
  expect(inschrijving?.gegevens).toMatchObject({
    ontwikkelingsperspectief: [{ begindatum: '2015-09-01' }],
    verplichteEindtoets: [{ codeVerplichteEindtoets: '0011', datumAfname: '2016-04-19', score: '535' }],
  });
});
