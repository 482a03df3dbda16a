import { openWeb } from '../../electron/web/openWeb.ts';
import { ask, createAdministration, PASSWORD } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test('a program that was started safely says so before and after unlocking, and saves nothing', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await page.goto('about:blank');
  await world.host.close();
  const options = { dataDir: world.dataDir, version: '0.1.0', resourcesDir: 'resources', outDir: 'out' };
  const host = await openWeb({ ...options, oefenklokUrl: world.mock.addresses.control, safe: true });
  try {
    await page.goto(host.newUrl());
    const banner = page.getByRole('complementary', { name: 'Veilig gestart' });
    await expect(banner).toContainText('niets wijzigen');
    await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Ontgrendelen' }).click();
    await expect(page.getByRole('heading', { name: 'Vandaag', level: 1 })).toBeVisible();
    await expect(banner).toBeVisible();
    await expect(page.getByText('beschadigd')).toHaveCount(0);
    await expectAccessible(page);
    await expect(ask(page, 'leerlingen.save', { persoon: { roepnaam: 'Jip' } })).rejects.toThrow(/safe-start|veilig/i);
    await page.goto('about:blank');
  } finally {
    await host.close();
  }
});
