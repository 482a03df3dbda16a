import type { Page } from '@playwright/test';
import { choice, createAdministration, field, menu, screenshotFor, tabTo, untilKept } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

/** Goes to a control by the name that a screen reader says. */
const goTo = (page: Page, role: 'textbox' | 'button' | 'combobox', name: string) =>
  tabTo(page, page.getByRole(role, { name, exact: true }).first());

const type = async (page: Page, name: string, text: string) => {
  await goTo(page, 'textbox', name);
  await page.keyboard.type(text);
};

/** Chooses in a list by typing the beginning of the choice. */
const choose = async (page: Page, name: string, text: string) => {
  await goTo(page, 'combobox', name);
  await page.keyboard.type(text);
};

const press = async (page: Page, name: string) => {
  await goTo(page, 'button', name);
  await page.keyboard.press('Enter');
};

const step = (page: Page, title: string) =>
  expect(page.getByRole('heading', { name: new RegExp(`Stap \\d van 5: ${title}`), level: 2 })).toBeFocused();

/** Enrols a pupil from the list of pupils without touching the mouse. */
async function enrolByKeyboard(page: Page, newUrl: () => string): Promise<void> {
  await press(page, 'Leerling inschrijven');
  await type(page, 'Achternaam', 'Jager');
  await type(page, 'Geboortedatum', '31-12-2005');
  await expect(page.getByText('Deze leerling staat nog niet in de administratie.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  await step(page, 'Persoonsgegevens');
  await type(page, 'Roepnaam', 'Hera');
  await choose(page, 'Voorvoegsel', 'de');
  await expect(field(page, 'Achternaam')).toHaveValue('Jager');
  await type(page, 'Burgerservicenummer', '999992533');
  await choose(page, 'Geslacht', 'V');
  await type(page, 'Postcode-volgens-instelling', '2548ae');
  await press(page, 'Verder');

  await step(page, 'Inschrijving');
  await type(page, 'Eerste dag in de klas', '2-11-2009');
  await expect(page.getByText('ten hoogste 5 dagen op bezoek')).toBeVisible();
  await press(page, 'Overnemen: Datum inschrijving');
  await expect(field(page, 'Datum inschrijving')).toBeFocused();
  await expect(field(page, 'Datum inschrijving')).toHaveValue('31-12-2009');
  // The second verzorger stays empty: a single parent.
  await choose(page, 'Opleiding (ouderverklaring)', '2');
  await choose(page, 'Geboorteland', 'Marokko');
  await choose(page, 'Indicatie bekostiging', 'Ja');
  await press(page, 'Overnemen: Aanduiding NNCA');
  await expect(choice(page, 'Aanduiding NNCA WPO')).toHaveValue('2');
  await press(page, 'Overnemen: Gewicht, regeling 2');
  await expect(choice(page, 'Gewicht, periode 1')).toBeFocused();
  await screenshotFor(page, 'inschrijven');
  await expectAccessible(page);
  await press(page, 'Verder');

  await step(page, 'Groep');
  await type(page, 'Leerjaar', '1');
  await type(page, 'Groep', '1a');
  // The page gone in the middle of it: nothing that was typed is lost.
  await untilKept(page, 'enrolment', '"groep":"1a"');
  await page.goto(newUrl());
  await page.getByRole('button', { name: /^Inschrijven van Hera de Jager/ }).press('Enter');
  await page.getByRole('button', { name: 'Verder', exact: true }).press('Enter');
  await step(page, 'Groep');
  await expect(field(page, 'Groep')).toHaveValue('1a');
  // Back and forth: what was typed is still there.
  await press(page, 'Vorige');
  await expect(choice(page, 'Gewicht, periode 1')).toHaveValue('0,30');
  await press(page, 'Verder');
  await expect(field(page, 'Groep')).toHaveValue('1a');
  await press(page, 'Verder');

  await step(page, 'Controleren');
  await expect(page.getByText('zodra u op Uitwisselen verstuurt, uiterlijk 16-11-2009')).toBeVisible();
  await expectAccessible(page);
  await press(page, 'Inschrijven');
  await expect(page.getByRole('heading', { name: 'Hera de Jager', level: 1 })).toBeFocused();
  await expect(page.getByText('Nog niet bij BRON, uiterlijk 16 november 2009.')).toBeVisible();
}

/** Ends the inschrijving, undoes that, and gives it another begin. */
async function leaveAndComeBack(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Inschrijving/ }).click();
  await page.getByRole('button', { name: 'Uitschrijven…' }).click();
  await field(page, 'Laatste dag in de klas').fill('2-7-2010');
  await field(page, 'Laatste schooldag van dat schooljaar').fill('2-7-2010');
  await page.getByRole('button', { name: 'Overnemen: Datum uitschrijving' }).click();
  await expect(field(page, 'Datum uitschrijving')).toHaveValue('31-7-2010');
  await page.getByLabel('Reden van vertrek').selectOption({ label: 'Naar een andere basisschool' });
  await screenshotFor(page, 'uitschrijven');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Uitschrijven', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Uitgeschreven per 31 juli 2010' })).toBeVisible();
  await page.getByRole('button', { name: 'Bericht van de nieuwe school…' }).click();
  await field(page, 'Datum inschrijving op de nieuwe school').fill('1-8-2010');
  await expect(page.getByText('sluit al aan op de nieuwe inschrijving')).toBeVisible();
  await page.getByRole('button', { name: 'Annuleren' }).click();
  await page.getByRole('button', { name: 'Inschrijving heropenen…' }).click();
  await page.getByRole('button', { name: 'Heropenen', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'De inschrijving is heropend' })).toBeVisible();
  await page.getByRole('button', { name: 'Meer met deze inschrijving' }).click();
  await page.getByRole('menuitem', { name: 'Datum inschrijving corrigeren…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Datum inschrijving' }).fill('4-1-2010');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Corrigeren' }).click();
  await expect(field(page, 'Datum ingang gewicht, periode 1')).toHaveValue('4-1-2010');
}

/** Throws the pupil away, takes it back from the step that looks for known pupils, and in the end destroys it. */
async function throwAway(page: Page): Promise<void> {
  const toBin = async () => {
    await page.getByRole('button', { name: 'Meer met deze leerling' }).click();
    await page.getByRole('menuitem', { name: 'Leerling weggooien…' }).click();
    await page.getByRole('button', { name: 'Naar de prullenbak' }).click();
    await expect(page.getByText('Nog geen leerlingen')).toBeVisible();
  };
  await toBin();
  await page.getByRole('button', { name: 'Leerling inschrijven', exact: true }).click();
  await field(page, 'BSN of onderwijsnummer').fill('999992533');
  await expect(page.getByRole('list', { name: 'Bekende leerlingen' })).toContainText('ligt in de prullenbak');
  await menu(page, 'Leerlingen');
  await page.getByRole('button', { name: 'Prullenbak' }).click();
  await screenshotFor(page, 'prullenbak');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Terugzetten: Jager, Hera de' }).click();
  await expect(page.getByText('De prullenbak is leeg')).toBeVisible();
  await menu(page, 'Leerlingen');
  await page.getByRole('row').filter({ hasText: 'Jager, Hera de' }).click();
  await expect(page.getByText('Nog niet bij BRON, uiterlijk 16 november 2009.')).toBeVisible();
  await toBin();
  await page.getByRole('button', { name: 'Prullenbak' }).click();
  await page.getByRole('button', { name: 'Vernietigen…: Jager, Hera de' }).click();
  await page.getByRole('checkbox', { name: /Ik weet het zeker/ }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Vernietigen', exact: true }).click();
  await expect(page.getByText('De prullenbak is leeg')).toBeVisible();
}

test('a pupil comes by keyboard alone, leaves, comes back, and goes to the bin', async ({ page, world }) => {
  test.setTimeout(180_000);
  await createAdministration(page, world);
  await menu(page, 'Leerlingen');
  await enrolByKeyboard(page, () => world.host.newUrl());
  await leaveAndComeBack(page);
  await throwAway(page);
});
