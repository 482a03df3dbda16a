import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { ask, createAdministration, field, menu, PASSWORD, savePupil, screenshotFor } from './steps.ts';
import { comeIn, ownPassword, sections, unlock } from './signIn.ts';
import { expect, expectAccessible, test } from './world.ts';

test('each role does what it may do, and is not offered the rest', async ({ page, world }) => {
  test.setTimeout(180_000);
  await createAdministration(page, world);
  for (const [persoon, groep] of [
    [testPersons.hera, '3a'],
    [testPersons.zeus, '4b'],
  ] as const) {
    const gegevens = correctInschrijving({ leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '3', groep }] });
    await savePupil(page, persoon, gegevens);
  }

  // A beheerder adds a colleague, who gets a password for one use.
  await menu(page, 'Instellingen');
  await page.getByRole('button', { name: 'Gebruiker toevoegen…' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Naam', exact: true })).toBeFocused();
  await page.keyboard.type('Kim van Dam');
  await expect(field(page, 'Gebruikersnaam')).toHaveValue('kim');
  await page.getByRole('radio', { name: /Administratie/ }).check();
  await screenshotFor(page, 'gebruiker');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const kim = (await page.locator('[data-one-time-password]').textContent()) ?? '';
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Gebruiker toevoegen…' })).toBeFocused();
  const passwords: Record<string, string> = {};
  for (const role of ['gemachtigde', 'leerkracht', 'lezer'] as const) {
    const { id, oneTimePassword } = await ask(page, 'users.add', { naam: `De ${role}`, login: role, role });
    passwords[role] = oneTimePassword;
    if (role === 'leerkracht')
      await ask(page, 'groepen.save', {
        schooljaar: '2009-2010',
        naam: '3a',
        vestigingsvolgnummer: '00',
        leerjaren: ['3'],
        leerkrachten: [id],
      });
  }

  // The office registers and exchanges, and neither manages nor decides against the rules.
  await comeIn(page, 'kim', kim, true);
  await expect(sections(page).filter({ hasText: 'Logboek' })).toBeHidden();
  await menu(page, 'Leerlingen');
  await expect(page.getByRole('button', { name: 'Leerling inschrijven' })).toBeVisible();
  await page.getByRole('row').filter({ hasText: 'Jager, Zeus de' }).click();
  await field(page, 'Roepnaam').fill('Zeus Maximus');
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Zeus Maximus de Jager' })).toBeVisible();
  await menu(page, 'Uitwisselen');
  await expect(page.getByRole('button', { name: 'Versturen', exact: true })).toBeVisible();
  await menu(page, 'Instellingen');
  await expect(page.getByText('Alleen de beheerder kan de instellingen wijzigen.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Gebruikers' })).toBeHidden();

  // The gemachtigde has the same, and the log is not hers.
  await comeIn(page, 'gemachtigde', passwords.gemachtigde ?? '');
  await expect(sections(page).filter({ hasText: 'Logboek' })).toBeHidden();

  // A leerkracht sees the own groep, nobody by a number, and no number.
  await comeIn(page, 'leerkracht', passwords.leerkracht ?? '');
  await expect(sections(page)).toHaveText(['Leerlingen', 'Instellingen', 'Handleiding']);
  await expect(page.getByText('1 leerling', { exact: true })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Zoeken' });
  await search.fill(testPersons.hera.burgerservicenummer);
  await expect(page.getByText('Geen leerling gevonden')).toBeVisible();
  await search.fill('hera');
  await page.getByRole('row').filter({ hasText: 'Jager, Hera de' }).click();
  await expect(field(page, 'Achternaam')).toHaveValue('Jager');
  await expect(field(page, 'Achternaam')).toHaveAttribute('readonly');
  await expect(page.getByText('Burgerservicenummer')).toBeHidden();
  await expect(page.getByRole('tab')).toHaveText(['Persoonsgegevens', 'Contact en nood', /Inschrijving/, 'Gezin']);
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Gezin' }).click();
  await expect(page.getByText('Nog geen verzorgers')).toBeVisible();
  await expectAccessible(page);

  // Who may only read sees everything, and can change nothing.
  await comeIn(page, 'lezer', passwords.lezer ?? '');
  await menu(page, 'Leerlingen');
  await expect(page.getByRole('button', { name: 'Leerling inschrijven' })).toBeHidden();
  await page.getByRole('row').filter({ hasText: 'Jager, Hera de' }).click();
  await expect(field(page, 'Burgerservicenummer')).toHaveValue(testPersons.hera.burgerservicenummer);
  await expect(field(page, 'Burgerservicenummer')).toHaveAttribute('readonly');
  await expect(page.getByRole('button', { name: 'Opslaan', exact: true })).toBeHidden();

  // The beheerder finds in the log who saw the number, verifies it, and exports it.
  await unlock(page, 'secretaresse', PASSWORD);
  await menu(page, 'Logboek');
  await page.getByRole('combobox', { name: 'Soort' }).selectOption({ label: 'Inzage in BSN of onderwijsnummer' });
  await page.getByRole('combobox', { name: 'Gebruiker' }).selectOption({ label: 'De lezer' });
  await expect(page.getByRole('table', { name: 'Logboek' }).locator('tbody tr')).toHaveCount(1);
  await page.getByRole('button', { name: 'Controleren' }).click();
  await expect(page.getByText('Het logboek is heel.')).toBeVisible();
  await screenshotFor(page, 'logboek');
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporteren…' }).click();
  expect((await download).suggestedFilename()).toBe('logboek.csv');
  await page.getByRole('button', { name: 'Alles tonen' }).click();
  await page.getByRole('combobox', { name: 'Soort' }).selectOption({ label: 'Export' });
  await expect(page.getByRole('table', { name: 'Logboek' })).toContainText('CSV, 1 regels');

  // A user goes, and the administration gets a new key.
  await menu(page, 'Instellingen');
  await page.getByRole('button', { name: 'Verwijderen: De lezer' }).click();
  await expectAccessible(page);
  // Locked under a dialog: the page is there for everybody, also for who hears it.
  await ask(page, 'session.lock', {});
  await expect(page.getByRole('heading', { name: 'Administratie ontgrendelen' })).toBeVisible();
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await menu(page, 'Instellingen');
  await page.getByRole('button', { name: 'Verwijderen: De lezer' }).click();
  await page.getByRole('button', { name: 'Verwijderen', exact: true }).click();
  await expect(page.getByText('Geef de administratie een nieuwe sleutel.')).toBeVisible();
  await screenshotFor(page, 'gebruikers');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Nieuwe sleutel maken…' }).click();
  await page.getByRole('button', { name: 'Nieuwe sleutel maken', exact: true }).click();
  await expect(page.getByText('De administratie heeft een nieuwe sleutel.')).toBeVisible();
  await unlock(page, 'lezer', ownPassword('lezer'));
  await expect(page.getByText('De gebruikersnaam of het wachtwoord is onjuist.')).toBeVisible();
  await expectAccessible(page);
});
