import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { openWeb } from '../../electron/web/openWeb.ts';
import { numberWithZero } from '../support/numbers.ts';
import { testPersons } from '../support/pupils.ts';
import { choice, createAdministration, menu, savePupil, screenshotFor, tabTo } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

const openImporteren = async (page: Page): Promise<void> => {
  await menu(page, 'Leerlingen');
  await page.getByRole('button', { name: 'Importeren' }).click();
  await expect(page.getByRole('heading', { name: 'Importeren', level: 1 })).toBeFocused();
};

/** Presses an export button; gives the bytes of the file that is downloaded. */
async function exported(page: Page, world: World, section: Locator, button: string, name: RegExp): Promise<Buffer> {
  const downloading = page.waitForEvent('download');
  await section.getByRole('button', { name: button }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(name);
  await expect(section.getByRole('status')).toContainText('Het bestand is geschreven en nagelezen');
  const path = world.path(download.suggestedFilename());
  await download.saveAs(path);
  return readFileSync(path);
}

test('pupils go out as a list, as EDEXML and with everything else, and come back into an empty administration', async ({
  page,
  world,
}) => {
  test.setTimeout(180_000);
  await createAdministration(page, world);
  await savePupil(page, testPersons.hera);
  await menu(page, 'Exporteren');
  const list = page.getByRole('region', { name: 'Lijst voor Excel' });
  await expectAccessible(page);
  await screenshotFor(page, 'exporteren');
  const xlsx = await exported(page, world, list, 'Lijst exporteren…', /^leerlingen-2009-11-02\.xlsx$/);
  expect(xlsx.subarray(0, 2).toString()).toBe('PK');
  await expectAccessible(page);
  await list.getByRole('checkbox', { name: /^Met burgerservicenummer/ }).check();
  await list.getByRole('button', { name: 'Alle kolommen' }).click();
  await list.getByRole('radio', { name: 'CSV' }).check();
  const csv = await exported(page, world, list, 'Lijst exporteren…', /^leerlingen-2009-11-02\.csv$/);
  expect(csv.toString()).toContain(testPersons.hera.burgerservicenummer);
  const edexml = page.getByRole('region', { name: 'EDEXML', exact: true });
  expect((await exported(page, world, edexml, 'EDEXML exporteren…', /\.xml$/)).toString()).toContain('Jager');
  const everything = page.getByRole('region', { name: 'Alles exporteren' });
  const json = await exported(page, world, everything, 'Alles exporteren…', /^administratie-2009-11-02\.jsonl$/);
  expect(json.toString()).toMatch(/^\{"kind":"header"/);
  await expectAccessible(page);

  await openImporteren(page);
  await expect(page.getByRole('region', { name: 'Alles importeren' })).toContainText('hier staan al leerlingen');
  await expectAccessible(page);

  const host = await openWeb({
    dataDir: world.path('leeg'),
    version: '0.1.0',
    resourcesDir: 'resources',
    outDir: 'out',
    oefenklokUrl: world.mock.addresses.control,
  });
  await createAdministration(page, { ...world, host });
  await openImporteren(page);
  const choose = async (path: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'JSON-bestand kiezen…' }).click();
    await (await chooser).setFiles(path);
  };
  writeFileSync(world.path('afgebroken.jsonl'), json.subarray(0, json.length / 2));
  await choose(world.path('afgebroken.jsonl'));
  await expect(page.getByRole('alert')).toContainText('niet volledig');
  await expectAccessible(page);
  await choose(world.path('administratie-2009-11-02.jsonl'));
  const dialog = page.getByRole('dialog', { name: 'Alles importeren?' });
  await expect(dialog.getByRole('list', { name: 'Inhoud van het bestand' })).toContainText('1 leerling');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/import-everything.png' });
  await dialog.getByRole('button', { name: 'Alles importeren' }).click();
  await expect(page.getByText(/^Alles is geïmporteerd: 1 leerling, 1 inschrijving/)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/import-everything-done.png' });
  await menu(page, 'Leerlingen');
  await expect(page.getByText('Jager, Hera de')).toBeVisible();
  await page.goto('about:blank');
  await host.close();
});

test('a CSV file that Excel damaged is imported by keyboard alone, and its columns are remembered', async ({
  page,
  world,
}) => {
  test.setTimeout(180_000);
  const bsn = numberWithZero();
  const file = world.path('leerlingen.csv');
  const rows = [
    'Leerlingnr;Roepnaam;Achternaam;Geboren;Geslacht;BSN;Klas;Hobby',
    `1;Zoë;Noord;37256;V;${bsn.slice(1)};3a;tekenen`,
    '2;Rémi;Zuid;2-2-2002;M;;3a;',
  ];
  writeFileSync(file, Buffer.from(rows.join('\r\n'), 'latin1'));
  await createAdministration(page, world);
  await openImporteren(page);
  await expectAccessible(page);
  const choose = async () => {
    await tabTo(page, page.getByRole('button', { name: 'CSV-bestand kiezen…' }));
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(file);
    await expect(choice(page, 'Tekenset')).toBeFocused();
  };
  const column = (name: string) => page.getByRole('combobox', { name: `Wat staat erin ${name}`, exact: true });
  await choose();
  await expect(choice(page, 'Tekenset')).toHaveValue('windows-1252');
  await expect(choice(page, 'Scheidingsteken')).toHaveValue(';');
  await expect(page.getByRole('table', { name: 'Kolommen in het bestand' })).toContainText('Zoë');
  await screenshotFor(page, 'csv-importeren');
  await expectAccessible(page);

  // Read otherwise, and back.
  await tabTo(page, choice(page, 'Scheidingsteken'));
  await page.keyboard.type('Komma');
  await tabTo(page, page.getByRole('button', { name: 'Opnieuw lezen' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Kolommen in het bestand' }).getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Punt');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(column('Hobby')).toHaveValue('');

  const open = page.getByRole('button', { name: 'Leerlingen bekijken' });
  await tabTo(page, column('Hobby'));
  await page.keyboard.type('Roepnaam');
  await tabTo(page, open);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert', { name: 'Twee kolommen zijn allebei gekozen als Roepnaam.' })).toBeVisible();
  await expect(page.getByText('Ook gekozen bij een andere kolom.').first()).toBeVisible();
  await expectAccessible(page);
  await column('Hobby').focus();
  await page.keyboard.type('Notitie');
  await expect(page.locator('[data-failure]')).toHaveCount(0);
  const zeros = page.getByRole('checkbox', { name: 'Nullen vooraan terugzetten (BSN: 1 nummer)' });
  await expect(zeros).not.toBeChecked();
  await tabTo(page, zeros);
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('checkbox', { name: 'Dagnummers als datum lezen (Geboren: 1 datum)' }));
  await page.keyboard.press('Space');
  await page.screenshot({ path: 'test-results/shots/csv.png', fullPage: true });
  await tabTo(page, open);
  await page.keyboard.press('Enter');

  const grid = page.getByRole('grid', { name: 'Leerlingen in het bestand' });
  await tabTo(page, grid.getByRole('row', { name: /Noord, Zoë/ }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Noord, Zoë' });
  await expect(dialog.getByRole('table', { name: 'Persoonsgegevens' })).toContainText(bsn);
  await expect(dialog).toContainText('31-12-2001');
  await expect(dialog).toContainText(`Het burgerservicenummer "${bsn.slice(1)}" is hersteld tot "${bsn}".`);
  await expect(dialog).toContainText('Hobby: tekenen');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('button', { name: '2 leerlingen opslaan' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('De import is opgeslagen.')).toBeVisible();

  await choose();
  await expect(page.getByText(/eerder een bestand met dezelfde kolommen/)).toBeVisible();
  await expect(zeros).toBeChecked();
  await expect(column('Hobby')).toHaveValue('note');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/csv-again.png' });
  await tabTo(page, page.getByRole('button', { name: 'Niet importeren' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'EDEXML-bestand kiezen…' })).toBeFocused();
});
