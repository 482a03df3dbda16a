import type { Page } from '@playwright/test';
import { field } from './steps.ts';
import { expect, expectAccessible } from './world.ts';

/** The password that a user chooses who came in with one for one use. */
export const ownPassword = (login: string) => `eigen zin van ${login} zelf`;
/** The screens in the main menu. */
export const sections = (page: Page) => page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('button');

/** Locks, and signs in as another. */
export async function unlock(page: Page, login: string, password: string): Promise<void> {
  // A new key takes the frame away for a moment, and with it the shortcuts.
  await expect(sections(page).first()).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Administratie ontgrendelen' })).toBeVisible();
  await field(page, 'Gebruikersnaam').fill(login);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/** Comes in with a password for one use and chooses the own one. */
export async function comeIn(page: Page, login: string, oneTimePassword: string, look = false): Promise<void> {
  await unlock(page, login, oneTimePassword);
  await expect(page.getByRole('heading', { name: 'Kies uw eigen wachtwoord' })).toBeVisible();
  await page.getByLabel('Nieuw wachtwoord').fill(ownPassword(login));
  await page.getByLabel('Wachtwoord herhalen').fill(ownPassword(login));
  if (look) await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(sections(page).first()).toBeVisible();
}
