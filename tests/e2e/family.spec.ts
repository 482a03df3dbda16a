import type { Page } from '@playwright/test';
import { testPersons } from '../support/pupils.ts';
import { choice, createAdministration, field, menu, savePupil, screenshotFor } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

/** Hera and Zeus, who live at one address under one name, both in 3a. */
async function addPupils(page: Page): Promise<void> {
  await savePupil(page, testPersons.hera);
  await savePupil(page, testPersons.zeus);
}

async function openGezin(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await page.getByRole('tab', { name: 'Gezin' }).click();
}

test('a family: verzorgers by keyboard alone, brothers and sisters, and moving house together', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await addPupils(page);
  await menu(page, 'Leerlingen');
  await page.getByRole('row').filter({ hasText: 'Jager, Zeus de' }).click();

  // A verzorger of Zeus, looked for first and then typed.
  await page.getByRole('tab', { name: 'Persoonsgegevens' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('Nog geen verzorgers')).toBeVisible();
  await page.getByRole('button', { name: 'Verzorger toevoegen…' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('jager');
  await expect(page.getByText('Niemand gevonden.')).toBeVisible();
  await page.getByRole('button', { name: 'Nieuwe verzorger invoeren…' }).focus();
  await page.keyboard.press('Enter');
  await field(page, 'Roepnaam').focus();
  await page.keyboard.type('Aphrodite');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Jager');
  await choice(page, 'Relatie').selectOption('moeder');
  await field(page, 'Telefoon mobiel').fill('06 12345678');
  await page.getByRole('checkbox', { name: 'Woont bij de leerling' }).uncheck();
  await screenshotFor(page, 'verzorger');
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: 'Woont bij de leerling' }).check();
  await field(page, 'Datum ouderverklaring').fill('1-9-2009');
  await page.keyboard.press('Enter');
  const verzorgers = page.getByRole('list', { name: 'Verzorgers' });
  await expect(verzorgers).toContainText('Aphrodite Jager');
  await expect(page.getByRole('button', { name: 'Verzorger toevoegen…' })).toBeFocused();

  // Same address and surname: a person says that Hera is a sister, and gives her the same verzorger.
  const siblings = page.getByRole('list', { name: 'Broers en zussen' });
  await expect(siblings).toContainText('Misschien');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Jager, Hera de is broer of zus' }).click();
  await expect(page.getByText('Misschien')).toBeHidden();
  await expect(siblings.getByRole('button').first()).toBeFocused();
  await siblings.getByText('Jager, Hera de').click();
  await openGezin(page, 'Hera de Jager');
  await page.getByRole('button', { name: 'Verzorger toevoegen…' }).click();
  await page.keyboard.type('0612345678');
  await page.getByRole('radio', { name: /Jager, Aphrodite/ }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click();
  await expect(verzorgers).toContainText('Ook verzorger van Jager, Zeus de.');

  // The whole family moves.
  await page.getByRole('button', { name: 'Verhuizing…' }).click();
  await field(page, 'Postcode').fill('2517jr');
  await field(page, 'Huisnummer').fill('99');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page.getByRole('checkbox', { name: /Jager, Zeus de/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /Jager, Aphrodite/ })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Verhuizing opslaan' }).click();
  await expect(page.getByText('Er volgen 2 meldingen aan BRON.')).toBeVisible();
  await page.getByRole('tab', { name: 'Persoonsgegevens' }).click();
  await expect(field(page, 'Postcode-volgens-instelling')).toHaveValue('2517JR');

  // Another address typed on the card itself leads to the same question.
  await field(page, 'Postcode-volgens-instelling').fill('2548AE');
  await page.getByRole('radio', { name: /Het vorige adres was een vergissing/ }).check();
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Ook voor broers, zussen en verzorgers?');
  await expect(
    page.getByRole('checkbox', { name: /Jager, Zeus de \(zelfde adres; 1 melding aan BRON\)/ }),
  ).toBeChecked();
  await page.getByRole('button', { name: 'Verhuizing opslaan' }).click();
  await expect(page.getByText('Er volgt 1 melding aan BRON.')).toBeVisible();
});

test('a school year: groepen, placing, school days, the next year, and undo of the whole', async ({ page, world }) => {
  await createAdministration(page, world);
  await addPupils(page);
  await menu(page, 'Groepen');

  // The groepen are taken from where the pupils are; a second one is made, and a pupil goes there.
  await page.getByRole('button', { name: 'Groepen van de leerlingen overnemen' }).click();
  const groepen = page.getByRole('table', { name: 'Groepen' });
  await expect(groepen.getByRole('row').filter({ hasText: '3a' })).toContainText('2');
  await page.getByRole('button', { name: 'Groep toevoegen…' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByLabel('Naam').fill('3/4b');
  await dialog.getByRole('checkbox', { name: '3', exact: true }).check();
  await dialog.getByRole('checkbox', { name: '4', exact: true }).check();
  await dialog.getByRole('checkbox', { name: 'Secretaresse' }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(groepen).toContainText('Secretaresse');
  await groepen.getByRole('button', { name: '3a', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Jager, Zeus de kiezen' }).check();
  await page.getByRole('button', { name: '1 leerling plaatsen…' }).click();
  await choice(page, 'Groep').selectOption({ label: '3/4b (leerjaar 3 en 4)' });
  await page.getByRole('button', { name: 'Bekijken wat er verandert' }).click();
  await choice(page, 'Leerjaar van Jager, Zeus de').selectOption('4');
  await expect(page.getByText('1 leerling gaat vanaf 2-11-2009 naar 3/4b.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Plaatsen', exact: true }).click();
  await expect(groepen.getByRole('row').filter({ hasText: '3/4b' })).toContainText('1');

  // School days: the public holidays are filled in, the rest is typed.
  await choice(page, 'Vakantieregio').selectOption('zuid');
  await page.getByRole('button', { name: 'Voorgeschreven vakanties en feestdagen invullen' }).click();
  await expect(page.getByRole('group', { name: 'Vakantie 2' }).getByLabel('Naam')).toHaveValue('Koninginnedag');
  await field(page, 'Eerste schooldag').fill('17-8-2009');
  await field(page, 'Laatste schooldag').fill('2 juli 2010');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Schooldagen en vakanties opslaan' }).click();
  await expect(page.getByRole('button', { name: 'Schooldagen en vakanties opslaan' })).toBeHidden();
  await expect(page.getByText('Dit schooljaar heeft zo 226 schooldagen in 46 schoolweken.')).toBeVisible();
  await screenshotFor(page, 'groepen');

  // The next school year: a proposal, choices changed, carried out, and undone as a whole.
  await page.getByRole('button', { name: 'Overgang naar 2010-2011…' }).click();
  await page.getByRole('button', { name: 'Groepen van 2009-2010 overnemen' }).click();
  await choice(page, 'Wat gebeurt er met Jager, Hera de').selectOption('repeats');
  await expect(choice(page, 'Wat gebeurt er met Jager, Hera de')).toBeFocused();
  await choice(page, 'Wat gebeurt er met Jager, Zeus de').selectOption('leaves');
  await expect(choice(page, 'Groep van Jager, Hera de in het volgende schooljaar')).toHaveText(/3a/);
  await screenshotFor(page, 'overgang');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Overgang vastleggen…' }).click();
  await page.getByRole('button', { name: 'Vastleggen', exact: true }).click();
  await expect(page.getByText('2 leerlingen naar het volgende schooljaar gebracht')).toBeVisible();
  await page.getByRole('button', { name: 'Ongedaan maken…' }).click();
  await expectAccessible(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(page.getByText('Ongedaan gemaakt voor 2 leerlingen.')).toBeVisible();
});
