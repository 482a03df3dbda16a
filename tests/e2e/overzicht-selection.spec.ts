import { CERTIFICATE_PASSWORD } from '../support/administration.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import {
  ask,
  choice,
  createAdministration,
  installCertificate,
  menu,
  savePupil,
  screenshotFor,
  tabTo,
} from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test('BRON is asked what it has of a pupil, of a vestiging and of several pupils by the keyboard alone', async ({
  page,
  world,
}) => {
  const { mock } = world;
  await createAdministration(page, world);
  const settings = await ask(page, 'settings.get', {});
  const vestigingen = [...settings.school.vestigingen, { volgnummer: '01', naam: 'Nevenvestiging' }];
  await ask(page, 'settings.save', {
    ...settings,
    school: { ...settings.school, vestigingen },
    exchange: { endpoint: mock.addresses.soap, caPem: mock.caPem },
  });
  await installCertificate(page, await mock.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD), CERTIFICATE_PASSWORD);
  await savePupil(page, testPersons.hera);
  const vestiging = [{ begindatum: '2009-08-01', vestigingsvolgnummer: '01' }];
  await savePupil(page, testPersons.zeus, correctInschrijving({ vestiging }));
  const { burgerservicenummer: _, ...remi } = testPersons.remi;
  await savePupil(page, remi);
  const fetch = async () => {
    await ask(page, 'oefenklok.advance', { minutes: 61 });
    await ask(page, 'exchange.requestTerugkoppelingen', {});
  };
  await ask(page, 'exchange.send', {});
  await fetch();

  await page.setViewportSize({ width: 1366, height: 768 });
  await menu(page, 'Leerlingen');
  await page.getByRole('row').filter({ hasText: 'Hera' }).click();
  await page.getByRole('tab', { name: 'BRON' }).click();
  const section = page.getByRole('region', { name: 'Registratieoverzicht' });
  await expect(section).toContainText('Van deze leerling apart is nog niets gevraagd.');
  await tabTo(page, section.getByRole('button', { name: 'Registratieoverzicht van deze leerling vragen' }));
  await page.keyboard.press('Enter');
  await expect(section).toContainText('Het antwoord van BRON is nog niet binnen.');
  await expectAccessible(page);
  await fetch();
  await expect(section).toContainText('1 inschrijving hoort bij een leerling van hier.');

  await menu(page, 'Uitwisselen');
  // Away from the menu: its tooltip would come up over the page.
  await page.mouse.move(700, 300);
  const rows = page.getByRole('table', { name: 'Registratieoverzichten' }).getByRole('row');
  const dialog = page.getByRole('dialog');
  const openDialog = async () => {
    await tabTo(page, page.getByRole('button', { name: 'Ander registratieoverzicht opvragen…' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
  };
  const submit = () => dialog.getByRole('button', { name: 'Opvragen', exact: true }).press('Enter');
  await expect(rows.nth(1)).toContainText('Jager, Hera de');

  await openDialog();
  await tabTo(page, dialog.getByRole('radio', { name: 'Alle leerlingen' }));
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Eén vestiging' })).toBeChecked();
  await expect(dialog.getByRole('button', { name: 'Opvragen', exact: true })).toBeDisabled();
  await choice(page, 'Vestiging').selectOption('01 Nevenvestiging');
  await expectAccessible(page);
  await submit();
  await expect(rows.nth(1)).toContainText('Vestiging 01 Nevenvestiging');

  await openDialog();
  await dialog.getByRole('radio', { name: 'Bepaalde leerlingen' }).press('Space');
  const picker = choice(page, 'Leerling');
  for (const naam of ['Zeus', 'Hera', 'Proefpersoon']) {
    await picker.pressSequentially(naam);
    await expect(page.getByRole('option', { name: new RegExp(naam) })).toBeVisible();
    await picker.press('ArrowDown');
    await picker.press('Enter');
    await expect(dialog.getByRole('list', { name: 'Gekozen leerlingen' })).toContainText(naam);
  }
  await expect(dialog).toContainText('3 leerlingen gekozen:');
  await screenshotFor(page, 'registratieoverzicht-opvragen');
  await expectAccessible(page);
  await submit();
  await expect(dialog).toContainText('Van Proefpersoon, Rémi is geen nummer bekend');
  await dialog.getByRole('button', { name: 'Proefpersoon, Rémi weghalen' }).press('Enter');
  await expect(dialog).not.toContainText('is geen nummer bekend');
  mock.scenarios.set({ signaal: '753', nr: 5, times: 1 });
  await submit();
  await expect(rows.nth(1)).toContainText('2 leerlingen');
  await fetch();
  await expect(rows.nth(1)).toContainText('[753]');
  await expect(rows.nth(2)).toContainText('1 inschrijving hoort bij een leerling van hier.');
  await expectAccessible(page);
});
