import { CERTIFICATE_PASSWORD } from '../support/administration.ts';
import { createTestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding } from '../mock-bron/testing/meldingen.ts';
import { testPersons } from '../support/pupils.ts';
import {
  ask,
  createAdministration,
  field,
  installCertificate,
  menu,
  savePupil,
  screenshotFor,
  tabTo,
} from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test('a dubbele inschrijving is seen with the other school, and ticked off by the keyboard alone', async ({
  page,
  world,
}) => {
  const { mock } = world;
  await createAdministration(page, world);
  const settings = await ask(page, 'settings.get', {});
  await ask(page, 'settings.save', { ...settings, exchange: { endpoint: mock.addresses.soap, caPem: mock.caPem } });
  await installCertificate(page, await mock.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD), CERTIFICATE_PASSWORD);
  const { burgerservicenummer, geboortedatum, geslacht, postcode } = testPersons.hera;
  await savePupil(page, testPersons.hera);
  await ask(page, 'exchange.send', {});
  await ask(page, 'oefenklok.advance', { minutes: 31 });
  await ask(page, 'exchange.requestTerugkoppelingen', {});
  await menu(page, 'Terugkoppelingen');
  await expect(page.getByText('Voorstellen van BRON')).toBeHidden();

  const school = await createTestSchool(mock, '98AB');
  await school.meld(correctMelding('M1', { burgerservicenummer, geboortedatum, geslacht, postcode }));
  school.close();
  mock.state();
  mock.controlDubbeleInschrijvingen();
  await ask(page, 'oefenklok.advance', { minutes: 31 });
  await ask(page, 'exchange.requestTerugkoppelingen', {});

  await page.setViewportSize({ width: 1366, height: 768 });
  await menu(page, 'Vandaag');
  await expect(page.getByText('1 voorstel van BRON wacht op uw beslissing.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Naar Terugkoppelingen' }).press('Enter');
  const item = page.getByRole('listitem', { name: /dubbele inschrijving/ });
  await expect(item).toContainText('98AB');
  await expect(item).toContainText('Uw school');
  await expectAccessible(page);
  await screenshotFor(page, 'voorstellen-van-bron');

  await tabTo(page, page.getByRole('button', { name: /^Afvinken: Dubbele inschrijving/ }));
  await page.keyboard.press('Enter');
  const submit = page.getByRole('dialog').getByRole('button', { name: 'Afvinken' });
  await expect(submit).toBeDisabled();
  await field(page, 'Reden').fill('Gebeld: de andere school schrijft uit.');
  await expectAccessible(page);
  await submit.press('Enter');
  await expect(page.getByText('Er wacht niets op uw beslissing.')).toBeVisible();

  await menu(page, 'Leerlingen');
  await page.getByRole('row').filter({ hasText: 'Hera' }).click();
  await page.getByRole('tab', { name: 'BRON' }).click();
  await page.getByRole('switch', { name: 'Ook afgehandelde tonen' }).press(' ');
  await expect(page.getByRole('listitem', { name: 'Dubbele inschrijving' })).toContainText('Gebeld');
  await expectAccessible(page);
});
