import { createAdministration, PASSWORD } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test('an administration is made, locked, and unlocked with the right password only', async ({ page, world }) => {
  await page.goto(world.host.newUrl());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await createAdministration(page, world);
  await expect(page.getByRole('complementary', { name: 'Oefenadministratie' })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/vandaag-empty.png' });

  await page.getByRole('button', { name: 'Vergrendelen' }).click();
  await expect(page.getByRole('textbox', { name: 'Wachtwoord' })).toBeVisible();
  await expect(page.getByText('De Proef')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Wachtwoord' }).fill('verkeerd wachtwoord');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Het wachtwoord is onjuist.');
  await page.getByRole('textbox', { name: 'Wachtwoord' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Vandaag', level: 1 })).toBeVisible();
});
