import type { Browser, Page } from '@playwright/test';
import { addPupil, choice, createAdministration, field, menu, outcome, screenshotFor } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

/** Downloads the certificate from the site with what stands on the wachtwoordbrief. */
async function downloadCertificate(browser: Browser, world: World): Promise<{ file: string; password: string }> {
  const { gebruikersnaam, wachtwoord } = world.mock.createWachtwoordbrief('99ZZ', '00');
  const site = await browser.newPage({ ignoreHTTPSErrors: true });
  await site.goto(world.mock.addresses.site);
  await site.getByRole('link', { name: 'Beveiligingscertificaat downloaden' }).click();
  await site.getByLabel('Gebruikersnaam').fill(gebruikersnaam);
  await site.getByLabel('Wachtwoord').fill(wachtwoord);
  const downloading = site.waitForEvent('download');
  await site.getByRole('button', { name: 'Certificaat downloaden' }).click();
  const file = world.path('certificaat.p12');
  await (await downloading).saveAs(file);
  await site.close();
  return { file, password: wachtwoord };
}

async function connectToBron(page: Page, browser: Browser, world: World): Promise<void> {
  await menu(page, 'Instellingen');
  await expectAccessible(page);
  await field(page, 'Adres van BRON').fill(world.mock.addresses.soap);
  await field(page, 'Certificaat van een eigen uitgever (CA, in PEM)').fill(world.mock.caPem);
  await page.getByRole('region', { name: 'Wijzigingen' }).getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByRole('region', { name: 'Wijzigingen' })).toBeHidden();

  const { file, password } = await downloadCertificate(browser, world);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Certificaatbestand kiezen…' }).click();
  await (await chooser).setFiles(file);
  await field(page, 'Wachtwoord van het certificaat').fill('een ander wachtwoord');
  await page.getByRole('button', { name: 'Certificaat bekijken' }).click();
  await expect(page.getByRole('alert')).toContainText('Het wachtwoord hoort niet bij dit certificaatbestand.');
  await field(page, 'Wachtwoord van het certificaat').fill(password);
  await page.getByRole('button', { name: 'Certificaat bekijken' }).click();
  const form = page.getByRole('form', { name: 'Certificaat installeren' });
  await expect(form).toContainText('99ZZ00');
  await expectAccessible(page);
  await screenshotFor(page, 'certificaat');
  await page.getByRole('button', { name: 'Installeren' }).click();
  await page.getByRole('button', { name: 'Test certificaat' }).click();
  await expect(page.locator('[data-test-outcome="true"]')).toBeVisible();
  await expect(page.getByText('Vanaf 09:30 kan BRON weer worden gevraagd.', { exact: false })).toBeVisible();
  await expectAccessible(page);
}

async function sendAndFetch(page: Page): Promise<void> {
  await menu(page, 'Uitwisselen');
  await page.getByRole('button', { name: 'Versturen', exact: true }).click();
  await expect(outcome(page)).toContainText('1 melding is bij BRON afgeleverd');
  await screenshotFor(page, 'versturen');
  await page.getByRole('button', { name: '+30 minuten' }).click();
  await page.getByRole('button', { name: 'Terugkoppelingen ophalen' }).click();
  await expect(outcome(page)).toContainText(/geregistreerd|afgekeurd/);
  await expectAccessible(page);
}

test('from an empty folder: one pupil registered, corrected and registered again, through every screen', async ({
  page,
  world,
  browser,
}) => {
  test.setTimeout(180_000);
  await createAdministration(page, world);
  await connectToBron(page, browser, world);

  // A mistake that only BRON can see: the geslacht does not belong to the BSN.
  await menu(page, 'Leerlingen');
  await expectAccessible(page);
  await addPupil(page, {
    achternaam: 'Jager',
    voorvoegsel: 'de',
    roepnaam: 'Hera',
    bsn: '999992533',
    geboortedatum: '31-12-2001',
    geslacht: 'M',
    postcode: '2548AE',
  });
  await expect(page.getByRole('heading', { name: 'Hera de Jager', level: 1 })).toBeVisible();
  await expect(page.getByText('Nog niet bij BRON, uiterlijk 16 november 2009.')).toBeVisible();
  await expectAccessible(page);

  await sendAndFetch(page);
  await expect(outcome(page)).toContainText('afgekeurd');
  await screenshotFor(page, 'verzoek-terugkoppeling');
  expect(world.mock.register('99ZZ')).toEqual([]);

  // From the work list to the field with one click.
  await menu(page, 'Terugkoppelingen');
  await expectAccessible(page);
  await page.getByRole('table', { name: 'Nog niet correct' }).getByText('Jager, Hera de').click();
  await expect(field(page, 'Burgerservicenummer')).toBeFocused();
  const note = page.locator('[data-signaal]').filter({ hasText: '[753]' }).first();
  await expect(note).toContainText('Bij u (aangeleverd)');
  await expect(note).toContainText('Afkeur');
  await expectAccessible(page);
  await screenshotFor(page, 'terugkoppeling-lezen');
  await note.getByRole('button', { name: 'Uitleg bij 753' }).click();
  await expect(
    page.getByRole('heading', { name: 'Signaal 753: BSN past niet bij geboortedatum en geslacht' }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Terug', exact: true }).click();
  await expect(field(page, 'Burgerservicenummer')).toHaveValue('999992533');

  await choice(page, 'Geslacht').selectOption('V');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Opgeslagen' })).toBeVisible();
  await sendAndFetch(page);
  await expect(outcome(page)).toContainText('geregistreerd');
  expect(world.mock.register('99ZZ')).toMatchObject([{ burgerservicenummer: '999992533', version: 1 }]);

  // Registered; a change of groep goes out again.
  await menu(page, 'Leerlingen');
  await page.getByRole('searchbox').fill('héra');
  const row = page.getByRole('row').filter({ hasText: 'Jager, Hera de' });
  await expect(row).toContainText('Geregistreerd');
  await row.click();
  await page.getByRole('tab', { name: 'BRON' }).click();
  await expectAccessible(page);
  await page.getByRole('tab', { name: /^Inschrijving/ }).click();
  await page.getByRole('button', { name: 'Leerjaar/groep WPO: periode toevoegen' }).click();
  await field(page, 'Datum plaatsing leerjaar/groep, periode 2').fill('1-11-2009');
  await field(page, 'Leerjaar, periode 2').fill('4');
  await field(page, 'Groep, periode 2').fill('4b');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Opgeslagen' })).toBeVisible();
  await sendAndFetch(page);
  expect(world.mock.register('99ZZ')).toMatchObject([{ version: 2 }]);
  await menu(page, 'Terugkoppelingen');
  await expect(page.getByText('Alles klopt!')).toBeVisible();
  await expectAccessible(page);
  await menu(page, 'Handleiding');
  await expectAccessible(page);
  await menu(page, 'Vandaag');
  await expectAccessible(page);
});
