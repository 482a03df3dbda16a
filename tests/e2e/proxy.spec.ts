import { CERTIFICATE_PASSWORD } from '../support/administration.ts';
import { startProxy } from '../support/troubledLines/proxies.ts';
import { ask, choice, createAdministration, field, installCertificate, menu, tabTo } from './steps.ts';
import { panel } from './troubled.ts';
import { expect, expectAccessible, test } from './world.ts';

test('the proxy of the school is filled in by keyboard, password and all, and carries the exchange', async ({
  page,
  world,
}) => {
  const proxy = await startProxy('school:geheim');
  await createAdministration(page, world);
  const settings = await ask(page, 'settings.get', {});
  const exchange = { endpoint: world.mock.addresses.soap, caPem: world.mock.caPem };
  await ask(page, 'settings.save', { ...settings, exchange });
  const file = await world.mock.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD);
  await installCertificate(page, file, CERTIFICATE_PASSWORD);

  await menu(page, 'Instellingen');
  await choice(page, 'Proxy').focus();
  await page.keyboard.type('Een proxy');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Adres van de proxy')).toBeFocused();
  await page.keyboard.type('127.0.0.1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Een poort is een getal', { exact: false })).toBeVisible();
  await tabTo(page, field(page, 'Poort van de proxy'));
  await page.keyboard.type(String(proxy.port));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Wijzigingen' })).toBeHidden();

  await page.getByRole('button', { name: 'Test certificaat' }).click();
  await expect(panel(page, 'proxy-password')).toContainText('vraagt om een gebruikersnaam en wachtwoord');

  await field(page, 'Gebruikersnaam voor de proxy').fill('school');
  await page.getByLabel('Wachtwoord voor de proxy').fill('geheim');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Er is een wachtwoord bewaard.', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Wachtwoord voor de proxy')).toHaveValue('');
  await expectAccessible(page);
  await field(page, 'Gebruikersnaam voor de proxy').fill('iemand anders');
  await page.getByRole('button', { name: 'Weggooien' }).click();
  await expect(field(page, 'Gebruikersnaam voor de proxy')).toHaveValue('school');

  await page.getByRole('button', { name: 'Test certificaat' }).click();
  await expect(page.locator('[data-test-outcome="true"]')).toBeVisible();
  await proxy.close();
});
