import { CERTIFICATE_PASSWORD } from '../support/administration.ts';
import { testPersons } from '../support/pupils.ts';
import {
  ask,
  choice,
  createAdministration,
  installCertificate,
  menu,
  outcome,
  savePupil,
  screenshotFor,
  tabTo,
} from './steps.ts';
import { expectCause } from './troubled.ts';
import { expect, expectAccessible, test } from './world.ts';

/** The program looks every fifteen seconds whether it is time. */
const BY_ITSELF = { timeout: 30_000 };

test('the exchange runs by itself, pauses when a person is needed, and goes on once BRON answers again', async ({
  page,
  world,
}) => {
  test.setTimeout(150_000);
  await createAdministration(page, world);
  const settings = await ask(page, 'settings.get', {});
  const exchange = { endpoint: world.mock.addresses.soap, caPem: world.mock.caPem };
  await ask(page, 'settings.save', { ...settings, exchange });
  const pkcs12 = await world.mock.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD);
  await installCertificate(page, pkcs12, CERTIFICATE_PASSWORD);
  await savePupil(page, testPersons.hera);

  await menu(page, 'Uitwisselen');
  const schedule = page.getByRole('region', { name: 'Automatisch uitwisselen' });
  await choice(page, 'Vanzelf uitwisselen').focus();
  await page.keyboard.type('Elk half');
  const set = schedule.getByRole('button', { name: 'Instellen' });
  await tabTo(page, set);
  await page.keyboard.press('Enter');
  await expect(schedule).toContainText('Volgende uitwisseling: zo meteen.');
  await expect(set).toBeFocused();

  await expect(outcome(page)).toContainText('1 melding is geregistreerd', BY_ITSELF);
  await expect(page.getByText('De automatische uitwisseling is klaar.')).toBeVisible();
  await expect(schedule).toContainText('Volgende uitwisseling: vandaag om 09:3');
  await schedule.scrollIntoViewIfNeeded();
  await screenshotFor(page, 'automatisch-uitwisselen');
  await expectAccessible(page);

  world.mock.setFault({ kind: 'signaal-366', nr: 3, times: 1 });
  await savePupil(page, testPersons.remi);
  await page.getByRole('button', { name: '+30 minuten' }).click();
  await expect(schedule).toContainText('Gepauzeerd sinds vandaag', BY_ITSELF);
  await expectCause(page, 'signaal-366');
  await expectAccessible(page);

  await menu(page, 'Vandaag');
  await expect(page.getByText('De automatische uitwisseling is gepauzeerd', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, page.getByRole('button', { name: 'Wie dit kan oplossen' }));
  await page.keyboard.press('Enter');

  await tabTo(page, page.getByRole('button', { name: 'Terugkoppelingen ophalen' }));
  await page.keyboard.press('Enter');
  await expect(schedule).not.toContainText('Gepauzeerd');
  await expect(schedule).toContainText('Volgende uitwisseling: vandaag om 10:0');
});
