import { expect, test, type Page } from '@playwright/test';
import { Demo } from './demoProcess.ts';
import { menu, screenshotFor } from './steps.ts';
import { expectAccessible } from './world.ts';

const step = (page: Page, name: string) => page.locator(`[data-demo-step="${name}"]`);

test('the guided card walks the whole exchange of 240 pupils with real clicks', async ({ page }) => {
  test.setTimeout(240_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const demo = new Demo();
  try {
    await page.goto(await demo.address());
    await expect(page.getByRole('heading', { name: 'Vandaag', level: 1 })).toBeVisible();
    await expectAccessible(page);
    for (const name of ['certificaat', 'versturen', 'terugkoppelingen', 'verbeteren', 'opnieuw versturen']) {
      await step(page, name).getByRole('button', { name: 'Uitvoeren' }).click();
      await expect(step(page, name)).toHaveAttribute('data-done', 'true', { timeout: 60_000 });
      if (name === 'terugkoppelingen') {
        await expect(step(page, name)).toContainText('17 afgekeurd');
        await expectAccessible(page);
        await menu(page, 'Terugkoppelingen');
        await expect(page.getByRole('table', { name: 'Nog niet correct' })).toBeVisible();
        await expectAccessible(page);
        await menu(page, 'Leerlingen');
        await expect(page.getByRole('grid', { name: 'Leerlingen' })).toBeVisible();
        await expectAccessible(page);
        await screenshotFor(page, 'leerlingen', 'docs/screenshots');
        await menu(page, 'Vandaag');
      }
    }
    await expect(step(page, 'versturen')).toContainText('228 meldingen verstuurd, 12 tegengehouden');
    await expect(step(page, 'opnieuw versturen')).toContainText('0 afgekeurd');
    await menu(page, 'Leerlingen');
    await page.getByRole('combobox', { name: 'BRON' }).selectOption({ label: 'Afgekeurd' });
    await expect(page.getByText('Geen leerling gevonden')).toBeVisible();
    expect(problems).toEqual([]);
  } finally {
    await demo.end();
  }
});
