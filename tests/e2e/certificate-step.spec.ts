import type { Page } from '@playwright/test';
import { closedPort } from '../support/troubledLines/unreachable.ts';
import { openStep, pointToMock, prepare, receiveLetter, shots } from './phase.ts';
import { ask, createAdministration, field, menu, tabTo } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 }, answerTimeoutMs: 5_000 });

const part = (page: Page, key: string) => page.locator(`[data-part="${key}"]`);
const downloadButton = (page: Page) => page.getByRole('button', { name: 'Downloaden en installeren' });
const passwordField = (page: Page) => page.getByLabel('Wachtwoord uit de wachtwoordbrief');

async function begin(page: Page, world: World) {
  await createAdministration(page, world);
  await pointToMock(page, world);
  await prepare(page, '2009-11-02');
  const letter = await receiveLetter(page, world);
  await menu(page, 'Aansluiting');
  await openStep(page, 9);
  return letter;
}

/** Types a password and asks for the certificate, by the keyboard. */
async function tryPassword(page: Page, password: string): Promise<void> {
  await tabTo(page, passwordField(page));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

test('C-37 C-38 C-41 C-42: the certificate is downloaded, installed and tested inside the program, by the keyboard', async ({
  page,
  world,
}) => {
  const { gebruikersnaam, wachtwoord } = await begin(page, world);
  await menu(page, 'Vandaag');
  const reminder = page.locator('[data-deadline="remindDownload"]');
  await expect(reminder).toContainText('9 november 2009 (over 7 dagen)');
  await reminder.getByRole('button', { name: 'Naar stap 9 van de aansluiting' }).click();
  await expect(page.getByText('U kunt het certificaat downloaden tot en met 16 november 2009')).toBeVisible();
  await expect(field(page, 'Gebruikersnaam')).toHaveValue(gebruikersnaam);
  await expect(downloadButton(page)).toBeDisabled();
  await expectAccessible(page);
  await shots(page, 'step-9-begin');

  await tryPassword(page, 'verkeerd');
  await expect(page.locator('[data-failure="certificate-download-wrong"]')).toContainText('nog 4 keer');
  await expect(passwordField(page)).toHaveValue('');
  await expect(passwordField(page)).toBeFocused();
  await expectAccessible(page);
  await shots(page, 'step-9-wrong');

  await tryPassword(page, wachtwoord);
  await expect(page.getByRole('button', { name: 'Test certificaat' })).toBeFocused();
  await expect(part(page, 'download')).toHaveAttribute('data-done', 'true');
  await expect(part(page, 'install')).toHaveAttribute('data-done', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Het certificaat werkt.')).toBeVisible();
  await expect(part(page, 'test')).toHaveAttribute('data-done', 'true');
  await expectAccessible(page);
  await shots(page, 'step-9-tested');

  await page.getByRole('button', { name: 'Nieuw certificaat downloaden…' }).click();
  await tryPassword(page, wachtwoord);
  await expect(page.locator('[data-failure="certificate-download-used"]')).toContainText('nieuwe wachtwoordbrief');
});

test('five wrong passwords lead to the helpdesk, and a site that does not answer to its cause', async ({
  page,
  world,
}) => {
  const { wachtwoord } = await begin(page, world);
  const wrong = page.locator('[data-failure="certificate-download-wrong"]');
  for (const left of [4, 3, 2, 1]) {
    await tryPassword(page, 'verkeerd');
    await expect(wrong).toContainText(`nog ${left} keer`);
  }
  await tryPassword(page, 'verkeerd');
  await expect(page.locator('[data-failure="certificate-download-blocked"]')).toContainText('Helpdesk BRON');
  const settings = await ask(page, 'settings.get', {});
  const site = `https://127.0.0.1:${await closedPort()}`;
  await ask(page, 'settings.save', { ...settings, exchange: { ...settings.exchange, site } });
  await tryPassword(page, wachtwoord);
  const cause = page.locator('[data-failure="endpoint-refused"]');
  await expect(cause).toContainText('wordt geweigerd');
  await expect(cause).toContainText('poort 443');
  await expect(page.getByText('Zegt BRON dan dat het certificaat al is gedownload')).toBeVisible();
  await expectAccessible(page);
  await shots(page, 'step-9-refused');
  await page.getByRole('button', { name: 'Naar Instellingen' }).click();
  await expect(page.getByRole('heading', { name: 'Instellingen', level: 1 })).toBeVisible();
});

test('C-38: a certificate that cannot be installed is kept, saved as a file, and installed later', async ({
  page,
  world,
}) => {
  const { wachtwoord } = await begin(page, world);
  // The letter is of aanleverpunt 00; the administration says 01 until that is corrected.
  const settings = await ask(page, 'settings.get', {});
  const use = (aanleverpunt: string) =>
    ask(page, 'settings.save', { ...settings, school: { ...settings.school, aanleverpunt } });
  await use('01');
  await tryPassword(page, wachtwoord);
  const kept = page.locator('[data-kept]');
  await expect(kept).toContainText('nog niet geïnstalleerd');
  await expect(page.locator('[data-failure="certificate-other-school"]')).toBeVisible();
  await expect(part(page, 'install')).toHaveAttribute('data-done', 'false');
  await expectAccessible(page);
  await shots(page, 'step-9-kept');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Opslaan als bestand…' }).click();
  expect((await saved).suggestedFilename()).toBe('certificaat-bron.p12');

  await use('00');
  await tabTo(page, page.getByRole('button', { name: 'Nu installeren' }));
  await page.keyboard.press('Enter');
  await expect(field(page, 'Wachtwoord van het certificaat')).toBeFocused();
  await page.keyboard.type(wachtwoord);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Installeren', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Test certificaat' })).toBeFocused();
  await expect(kept).toHaveCount(0);
});
