import { fileURLToPath } from 'node:url';
import { createAdministration, menu, screenshotFor } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

const file = fileURLToPath(new URL('./fixtures/edexml-2.1.xml', import.meta.url));

test('an EDEXML file is previewed, answered for, saved, worked off and undone', async ({ page, world }) => {
  test.setTimeout(180_000);
  await createAdministration(page, world);
  await menu(page, 'Leerlingen');
  await page.getByRole('button', { name: 'Importeren' }).click();
  await expect(page.getByRole('heading', { name: 'Importeren', level: 1 })).toBeFocused();
  await expectAccessible(page);

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'EDEXML-bestand kiezen…' }).click();
  await (await chooser).setFiles(file);
  const grid = page.getByRole('grid', { name: 'Leerlingen in het bestand' });
  await expect(grid.getByRole('row', { name: /Jager, Hera de/ })).toBeVisible();
  await expect(grid.getByRole('row', { name: /Berg, Odin v\.d\./ })).toContainText('Mist geslacht');
  await page.getByRole('combobox', { name: 'Leerjaar', exact: true }).selectOption('3');
  await screenshotFor(page, 'importeren');
  await expectAccessible(page);

  // By keyboard alone: to the second pupil, what there is to know of him, and back to his row.
  await grid.getByRole('row', { name: /Jager, Hera de/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Berg, Odin v.d.' });
  await expect(dialog).toContainText('kan "van de", "van den" of "van der" zijn');
  await expect(dialog).toContainText('Leerjaar: 3');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(grid.getByRole('row', { name: /Berg, Odin v\.d\./ })).toBeFocused();

  await page.getByRole('button', { name: '2 leerlingen opslaan' }).click();
  await expect(page.getByText('De import is opgeslagen.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Onvolledig', exact: true })).toBeFocused();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Onvolledig', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Onvolledig', level: 1 })).toBeFocused();
  await expect(page.getByRole('table', { name: 'Onvolledige leerlingen' })).toContainText('geslacht');
  await screenshotFor(page, 'onvolledig');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Terug', exact: true }).click();

  await menu(page, 'Vandaag');
  await page.getByRole('button', { name: 'Aangenomen', exact: true }).click();
  const table = page.getByRole('table', { name: 'Aangenomen gegevens' });
  await page.getByRole('combobox', { name: 'Gegeven' }).selectOption({ label: 'Aanduiding NNCA WPO (2)' });
  await expect(table.getByRole('row')).toHaveCount(3);
  await screenshotFor(page, 'aangenomen');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Aanduiding NNCA WPO bevestigen bij alle 2' }).click();
  await expect(page.getByRole('combobox', { name: 'Gegeven' })).toHaveValue('');
  await expect(table).not.toContainText('Aanduiding NNCA');
  await table.getByRole('button', { name: /Jager/ }).first().click();
  await expect(page.getByText('Aangenomen', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);

  await menu(page, 'Leerlingen');
  await page.getByRole('button', { name: 'Importeren' }).click();
  await page.getByRole('button', { name: /^Terugdraaien: edexml/ }).click();
  await page.getByRole('button', { name: 'Terugdraaien', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Na de import gewijzigd' })).toContainText('Jager');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Toch terugdraaien' }).click();
  await expect(page.getByRole('cell', { name: 'Teruggedraaid.' })).toBeVisible();
  await menu(page, 'Leerlingen');
  await page.getByRole('combobox', { name: 'Tonen' }).selectOption('alle');
  await expect(page.getByText('Geen leerling gevonden')).toBeVisible();
});
