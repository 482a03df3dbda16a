import { readFileSync } from 'node:fs';
import { testPersons } from '../support/pupils.ts';
import { createAdministration, menu, savePupil } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test('what goes to the helpdesk is shown first, and the file holds just that', async ({ page, world }) => {
  await createAdministration(page, world);
  await savePupil(page, testPersons.hera);
  await menu(page, 'Instellingen');
  const section = page.getByRole('region', { name: 'Gegevens voor de helpdesk' });
  await section.getByRole('button', { name: 'Gegevens bekijken' }).press('Enter');
  const shown = section.getByRole('textbox', { name: 'Inhoud van het bestand' });
  await expect(shown).toHaveValue(/^leerling: 1$/m);
  await expect(shown).not.toHaveValue(/Hera|Jager|999992533|Secretaresse|De Proef/);
  await expectAccessible(page);
  const downloading = page.waitForEvent('download');
  await section.getByRole('button', { name: 'Opslaan als bestand…' }).press('Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^bronwijs-helpdesk-2009-11-02-\d{6}\.txt$/);
  const file = world.path('helpdesk.txt');
  await download.saveAs(file);
  expect(readFileSync(file, 'utf8')).toBe(await shown.inputValue());
  await section.screenshot({ path: '/tmp/trust7-helpdesk.png' });
});
