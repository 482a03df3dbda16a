import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Contactgegevens } from '../../shared/mijnBron/contact.ts';
import { testPersons } from '../support/pupils.ts';
import { openStep, prepare, shots } from './phase.ts';
import { ask, connectToMock, createAdministration, menu, savePupil, tabTo } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

/** A field of a group in the table. */
const row = (page: Page, group: string, label: string) =>
  page
    .locator(`[data-group="${group}"]`)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });

/** The organisatie BRON has planned the school, and holds the contactgegevens of PGNPO. */
async function plan({ mock }: World, plannedWeek: string): Promise<void> {
  const body = JSON.stringify({ brinnummer: '99ZZ', plannedWeek, start: plannedWeek, outdated: true });
  const headers = { 'Content-Type': 'application/json' };
  const { status } = await fetch(new URL('/aansluitingen', mock.addresses.control), { method: 'POST', headers, body });
  expect(status).toBe(200);
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }));
  await page.keyboard.press('Enter');
}

test('C-16 C-21 C-33: with a certificate the contactgegevens are fetched, compared field by field, and sent', async ({
  page,
  world,
}) => {
  await plan(world, '2009-12-07');
  await createAdministration(page, world);
  await prepare(page, '2009-12-07');
  await connectToMock(page, world);
  await menu(page, 'Aansluiting');
  await openStep(page, 2);
  await press(page, 'Ophalen uit Mijn BRON');
  await expect(page.getByText('De contactgegevens zijn opgehaald.')).toBeVisible();
  await expect(row(page, 'Hoofdvestiging', 'Huisnummer')).toContainText('Verschilt');
  await expect(row(page, 'Hoofdvestiging', 'Huisnummer')).toContainText('12');
  await expect(page.getByText('de rest wijzigt de gemachtigde op de site van Mijn BRON')).toBeVisible();
  await expectAccessible(page);
  await shots(page, 'step-2-compared');

  await press(page, 'Aanleverpunt 00 naar Mijn BRON sturen…');
  await expect(page.getByRole('dialog')).toContainText('De rest blijft in Mijn BRON zoals het is.');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Sturen' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(row(page, 'Aanleverpunt 00', 'Huisnummer')).toContainText('Ja');
  await expect(row(page, 'Hoofdvestiging', 'Huisnummer')).toContainText('Verschilt');
  await expect(page.getByRole('button', { name: /naar Mijn BRON sturen/ })).toHaveCount(0);
});

test('C-34: in the week before the start they are compared, and not sent', async ({ page, world }) => {
  await plan(world, '2009-11-09');
  await createAdministration(page, world);
  await connectToMock(page, world);
  await prepare(page, '2009-11-09');
  await menu(page, 'Aansluiting');
  await openStep(page, 7);
  await page.getByRole('button', { name: 'Ophalen uit Mijn BRON' }).click();
  await expect(row(page, 'Aanleverpunt 00', 'Huisnummer')).toContainText('Verschilt');
  await expect(page.getByText('mogen de contactgegevens niet veranderen')).toBeVisible();
  await expect(page.getByRole('button', { name: /naar Mijn BRON sturen/ })).toHaveCount(0);
});

test('without a certificate the file of the site is read, or a sheet is printed', async ({ page, world }) => {
  await createAdministration(page, world);
  await menu(page, 'Aansluiting');
  await openStep(page, 2);
  await expect(page.getByRole('button', { name: 'Ophalen uit Mijn BRON' })).toHaveCount(0);
  await press(page, 'Blad om met de hand te vergelijken');
  const sheet = page.getByRole('region', { name: 'Contactgegevens', exact: true });
  await expect(sheet.getByRole('row')).toHaveCount(23);
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.getByRole('button', { name: 'Terug', exact: true }).click();

  const person = { naam: 'A. Ministratie', telefoonnummer: '0101234567', email: 'administratie@school.example' };
  const adres = { straatnaam: 'Schoolstraat', huisnummer: '12', postcode: '2554EJ', plaats: 'Den Haag' };
  const contactgegevens: Contactgegevens = {
    hoofdvestiging: {
      ...{ brinnummer: '99ZZ', vestigingsvolgnummer: '00', naam: 'Basisschool De Proef' },
      adres,
      gemachtigde: person,
    },
    aanleverpunten: [{ aanleverpunt: '00', las: 'Niet bekend', adres, contactpersoon: person }],
  };
  const about = { layout: 'bronwijs-contactgegevens-1', brinnummer: '99ZZ', madeOn: '2009-10-30' };
  writeFileSync(world.path('contact.json'), JSON.stringify({ ...about, contactgegevens }));
  await openStep(page, 2);
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Bestand van Mijn BRON inlezen…');
  await (await chooser).setFiles(world.path('contact.json'));
  await expect(page.getByText('De contactgegevens van 30 oktober 2009 zijn ingelezen.')).toBeVisible();
  await expect(row(page, 'Hoofdvestiging', 'Naam')).toContainText('Ja');
  await expect(row(page, 'Hoofdvestiging', 'Straat')).toContainText('Verschilt');
});

test('C-29 C-32: the aantallen are sent to Mijn BRON, and offered again after an inschrijving', async ({
  page,
  world,
}) => {
  await plan(world, '2009-12-07');
  await createAdministration(page, world);
  await savePupil(page, testPersons.hera);
  await connectToMock(page, world);
  await menu(page, 'Aansluiting');
  await openStep(page, 6);
  await press(page, 'Doorgeven aan Mijn BRON…');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('[data-reported]')).toContainText('Doorgegeven op 2 november 2009: 1 leerling');
  await expect(page.locator('[data-part="aantallen"]')).toHaveAttribute('data-done', 'true');
  expect((await ask(page, 'mijnBron.aantallen', {})).reported).toMatchObject([{ leerlingen: 1, ambulant: 0 }]);

  await savePupil(page, testPersons.zeus);
  await expect(page.getByText('Er zijn leerlingen bijgekomen of vertrokken.')).toBeVisible();
  await shots(page, 'step-6-again');
  await menu(page, 'Vandaag');
  const notice = page.locator('[data-notice="aantallen"]');
  await expect(notice).toContainText('Geef ze opnieuw door.');
  await expectAccessible(page);
  await notice.getByRole('button', { name: 'Naar stap 6 van de aansluiting' }).click();
  await press(page, 'Doorgeven aan Mijn BRON…');
  await page.getByRole('dialog').getByRole('button', { name: 'Doorgeven' }).click();
  await expect(page.locator('[data-reported]')).toContainText('2 leerlingen');
  await expect(page.getByText('Er zijn leerlingen bijgekomen of vertrokken.')).toHaveCount(0);
});
