import { closeSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openWeb } from '../../electron/web/openWeb.ts';
import type { WebHost } from '../../electron/web/host.ts';
import { testPersons } from '../support/pupils.ts';
import {
  ask,
  changeInschrijving,
  createAdministration,
  fetchTerugkoppelingen,
  field,
  installCertificate,
  menu,
  outcome,
  PASSWORD,
  savePupil,
  screenshotFor,
} from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

/** Connects the administration to the mock and registers one pupil there; gives the id of that pupil. */
async function registerOne(page: Page, { mock }: World): Promise<number> {
  const settings = await ask(page, 'settings.get', {});
  const exchange = { endpoint: mock.addresses.soap, caPem: mock.caPem };
  await ask(page, 'settings.save', { ...settings, exchange });
  const pkcs12 = await mock.issueCertificate('99ZZ', '00', 'brief');
  await installCertificate(page, pkcs12, 'brief');
  const pupil = await savePupil(page, testPersons.hera);
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
  return pupil;
}

/** Leaves a host before it closes: a page that loses its line says so on the console. */
async function leave(page: Page, host: WebHost): Promise<void> {
  await page.goto('about:blank');
  await host.close();
}

/** Another computer, or this one after a restart. */
const openAnother = (world: World, name: string): Promise<WebHost> =>
  openWeb({
    dataDir: world.path(name),
    version: '0.1.0',
    resourcesDir: 'resources',
    outDir: 'out',
    oefenklokUrl: world.mock.addresses.control,
  });

async function saveBackup(page: Page, world: World): Promise<string> {
  await menu(page, 'Instellingen');
  const section = page.getByRole('region', { name: 'Reservekopieën', exact: true });
  await section.getByRole('button', { name: 'Nu een reservekopie maken' }).click();
  await expect(section.getByRole('table', { name: 'Reservekopieën' })).toContainText('met de hand');
  const downloading = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Opslaan als bestand…' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^bronwijs-99ZZ-00-2009-11-02-\d{6}\.reservekopie$/);
  const file = world.path('kopie.reservekopie');
  await download.saveAs(file);
  await expectAccessible(page);
  return file;
}

async function chooseBackup(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Terugzetten uit een reservekopie' }).click();
  await expect(page.getByRole('heading', { name: 'Reservekopie terugzetten' })).toBeVisible();
  await expectAccessible(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Bestand kiezen…' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByRole('heading', { name: 'Reservekopie openen' })).toBeVisible();
}

/** Asks for what BRON has, and fetches the answer. */
async function askWhatBronHas(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Registratieoverzicht opvragen' }).click();
  await expect(outcome(page)).toContainText('verzoek is bij BRON');
  await page.getByRole('button', { name: '+30 minuten' }).click();
  await page.getByRole('button', { name: 'Terugkoppelingen ophalen' }).click();
}

test('a backup is made, restored on an empty computer, and sending is held until BRON has told what it has', async ({
  page,
  world,
}) => {
  test.setTimeout(180_000);
  const recoveryCode = await createAdministration(page, world);
  const hera = await registerOne(page, world);
  const file = await saveBackup(page, world);
  // What only BRON knows after the restore: of her it has to be asked apart.
  await changeInschrijving(page, hera, { datumUitschrijving: '2009-10-30' });
  await savePupil(page, testPersons.zeus);
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);

  const other = await openAnother(world, 'andere-pc');
  await page.goto(other.newUrl());
  await chooseBackup(page, file);
  await expectAccessible(page);
  await field(page, 'Wachtwoord').fill('een ander wachtwoord');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Het wachtwoord is onjuist.');
  await field(page, 'Wachtwoord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  const meaning = page.getByRole('list', { name: 'Wat terugzetten betekent' });
  await expect(meaning).toContainText('met 1 leerling, van Basisschool De Proef');
  await screenshotFor(page, 'terugzetten');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Deze kopie terugzetten' }).click();
  await expect(page.getByRole('heading', { name: 'Vandaag', level: 1 })).toBeVisible();
  const banner = page.getByRole('complementary', { name: 'Versturen staat stil' });
  await expect(banner).toBeVisible();
  await expectAccessible(page);

  await banner.getByRole('button', { name: 'Naar Uitwisselen' }).click();
  await expect(page.getByRole('button', { name: 'Versturen', exact: true })).toBeDisabled();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/backup-held.png' });
  await askWhatBronHas(page);
  const gone = page.getByText('Van één leerling had BRON op de dag van de kopie en vandaag de inschrijving niet');
  await expect(gone).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/backup-held-apart.png' });
  await askWhatBronHas(page);
  await expect(banner).toBeHidden();
  await expect(page.getByText('Bij 2 inschrijvingen heeft BRON iets anders')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/backup-compare.png' });
  const compare = page.getByRole('complementary', { name: 'Eerst vergelijken met BRON' });
  await expect(compare).toBeVisible();
  await page.getByRole('button', { name: 'Vergelijken met BRON' }).first().click();
  await expect(page.getByText(/tot en met 30-10-2009/)).toBeVisible();
  await compare.getByRole('button', { name: 'Naar Uitwisselen' }).click();
  await expect(page.getByRole('table', { name: 'Bij BRON en niet hier' })).toContainText('31 december 2003');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/backup-freed.png', fullPage: true });
  await leave(page, other);

  const third = await openAnother(world, 'derde-pc');
  await page.goto(third.newUrl());
  await chooseBackup(page, file);
  await page.getByRole('radio', { name: /herstelcode/ }).check();
  await field(page, 'Herstelcode').fill(recoveryCode.toLowerCase());
  await field(page, 'Nieuw wachtwoord').fill('weer een ander wachtwoord');
  await field(page, 'Wachtwoord herhalen').fill('weer een ander wachtwoord');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Deze kopie terugzetten' }).click();
  await expect(page.getByRole('heading', { name: 'Vandaag', level: 1 })).toBeVisible();
  await leave(page, third);
});

test('a damaged administration is opened for looking, and a backup put in its place', async ({ page, world }) => {
  await createAdministration(page, world);
  for (const persoon of [testPersons.hera, testPersons.zeus, testPersons.remi]) await savePupil(page, persoon);
  await ask(page, 'backup.make', {});
  await leave(page, world.host);
  const database = join(world.dataDir, 'administratie.db');
  /** Overwrites part of a page; the log that stays behind makes it look like a crash. */
  const damage = (number: number) => {
    const handle = openSync(database, 'r+');
    writeSync(handle, Buffer.alloc(100, 0x5a), 0, 100, (number - 1) * 4096 + 1000);
    closeSync(handle);
    writeFileSync(`${database}-wal`, '');
  };
  // A page of an index of berichten: the pupils can still be read.
  damage(40);
  let host = await openAnother(world, 'administratie');
  await page.goto(host.newUrl());
  await field(page, 'Wachtwoord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  const banner = page.getByRole('complementary', { name: 'Beschadigde administratie' });
  await expect(banner).toContainText('met 3 leerlingen');
  await expectAccessible(page);
  await menu(page, 'Leerlingen');
  await expect(page.getByText('Jager').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/shots/backup-damaged.png' });
  await leave(page, host);

  damage(1);
  host = await openAnother(world, 'administratie');
  await page.goto(host.newUrl());
  await field(page, 'Wachtwoord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('beschadigd');
  await expect(page.getByText(/De nieuwste goede reservekopie .* met 3 leerlingen/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Reservekopie terugzetten' }).click();
  await page
    .getByRole('button', { name: /^Kiezen: .*3 leerlingen/ })
    .first()
    .click();
  await field(page, 'Wachtwoord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Wat terugzetten betekent' })).toContainText('apart bewaard');
  await page.getByRole('button', { name: 'Vervangen door deze kopie' }).click();
  await expect(page.getByRole('heading', { name: 'Vandaag', level: 1 })).toBeVisible();
  expect(readdirSync(join(world.dataDir, 'set-aside')).length).toBeGreaterThan(0);
  await leave(page, host);
});
