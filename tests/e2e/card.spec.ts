import type { Page } from '@playwright/test';
import { addPupil, choice, createAdministration, field, menu, screenshotFor, tabTo, untilKept } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

const saveButton = (page: Page) =>
  page.getByRole('region', { name: 'Opslaan' }).getByRole('button', { name: 'Opslaan' });

const save = async (page: Page) => {
  await saveButton(page).click();
  await expect(page.getByRole('status').filter({ hasText: 'Opgeslagen' })).toBeVisible();
};
/** Types in a list that is searched, and takes what it finds. */
async function pick(page: Page, label: string, text: string, option: RegExp): Promise<void> {
  await choice(page, label).pressSequentially(text);
  await page.getByRole('option', { name: option }).first().click();
}
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name }).click();

test('the card of a pupil: everything that is kept, a move, work that is not lost, and undo', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await menu(page, 'Leerlingen');
  await addPupil(page, {
    achternaam: 'Jager',
    voorvoegsel: 'de',
    roepnaam: 'Hera',
    bsn: '999992533',
    geboortedatum: '31-12-2001',
    geslacht: 'V',
    postcode: '2548AE',
  });
  await expect(page.getByRole('heading', { name: 'Hera de Jager', level: 1 })).toBeVisible();

  // A move: the former address is kept with its period.
  await tab(page, /^Persoonsgegevens/);
  await page.getByRole('radio', { name: 'Buitenland' }).check();
  await pick(page, 'Land-volgens-instelling', 'belg', /België/);
  await field(page, 'Adresregel buitenland 1').fill('Grote Markt 1, Brussel');
  await choice(page, 'Adres is geheim').selectOption('true');
  await field(page, 'Woont er sinds').fill('1-10-2009');
  await pick(page, 'Eerste nationaliteit', 'nederlandse', /Nederlandse/);
  await screenshotFor(page, 'kaart-adres');
  await expectAccessible(page);
  await save(page);
  await expect(page.getByText('Het adres van deze leerling is geheim.')).toBeVisible();
  await expect(page.getByText('Tot en met 30-9-2009: 2548AE')).toBeVisible();

  // Contact and emergency by the keyboard alone; a note.
  await page.getByRole('tab', { name: /^Persoonsgegevens/ }).focus();
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('button', { name: 'Telefoonnummers: regel toevoegen' }));
  await page.keyboard.press('Enter');
  await expect(field(page, 'Van wie of waar, regel 1')).toBeFocused();
  await page.keyboard.type('Oma');
  await tabTo(page, field(page, 'Telefoonnummer, regel 1'));
  await page.keyboard.type('070 1234567');
  await tabTo(page, choice(page, 'Bellen bij nood, regel 1'));
  await page.keyboard.type('Ja');
  await tabTo(page, field(page, 'Allergieën'));
  await page.keyboard.type('Noten');
  await tabTo(page, saveButton(page));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Opgeslagen' })).toBeVisible();
  await expect(choice(page, 'Bellen bij nood, regel 1')).toHaveValue('true');
  await expectAccessible(page);
  await tab(page, 'Notities');
  await field(page, 'Tekst').fill('Gesprek met de ouders gevoerd.');
  await page.getByRole('button', { name: 'Notitie opslaan' }).click();
  await expect(page.getByText('2-11-2009, Secretaresse')).toBeVisible();
  await expectAccessible(page);

  // Rare groups, one below another.
  await tab(page, /^Inschrijving/);
  await page.getByRole('button', { name: 'LGF-indicatie WPO toevoegen' }).click();
  await field(page, 'Datum indicatiestelling').fill('1-9-2009');
  await choice(page, 'Onderwijssoort indicatie').selectOption('32');
  await field(page, 'BRINnummer WEC-school, periode 1, LGF-indicatie WPO periode 1').fill('99ZY');
  await expect(page.getByText('Datum ingang BRINnummer WEC-school is niet ingevuld. [359]').first()).toBeVisible();
  await expectAccessible(page);

  // Locked in the middle of it, and the page gone: nothing that was typed is lost.
  await untilKept(page, 'leerling', '99ZY');
  await page.goto(world.host.newUrl());
  await page.getByRole('button', { name: /^Hera de Jager, 2 november 2009/ }).click();
  await page.getByRole('button', { name: 'Verder' }).click();
  await tab(page, /^Inschrijving/);
  await expect(field(page, 'BRINnummer WEC-school, periode 1, LGF-indicatie WPO periode 1')).toHaveValue('99ZY');
  await field(page, 'Datum ingang BRINnummer WEC-school, periode 1, LGF-indicatie WPO periode 1').fill(
    '1 oktober 2009',
  );
  await save(page);

  // Undo by the keyboard alone.
  await page.getByRole('button', { name: 'Laatste wijziging ongedaan maken…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Laatste wijziging ongedaan maken' });
  await expect(dialog.getByRole('row', { name: /: BRINnummer WEC-school/ })).toContainText('99ZY');
  await screenshotFor(page, 'kaart-ongedaan');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Terugzetten' }).press('Enter');
  await expect(page.getByText('De laatste wijziging is ongedaan gemaakt.')).toBeVisible();
  await tab(page, /^Inschrijving/);
  await expect(page.getByRole('button', { name: 'LGF-indicatie WPO toevoegen' })).toBeVisible();
});
