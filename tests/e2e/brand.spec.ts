import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openWeb } from '../../electron/web/openWeb.ts';
import { brandPage } from '../../scripts/package/brandPage.mts';
import { vendorBrand } from '../support/brand.ts';
import { createAdministration } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

test('a vendor sees his name, colour and support, and everybody can still read it', async ({ page, world }) => {
  // Where the core finds the packages that are not in its bundle.
  const outDir = mkdtempSync('node_modules/.cache/brand-');
  cpSync('out', outDir, { recursive: true });
  const index = `${outDir}/renderer/index.html`;
  writeFileSync(index, brandPage(readFileSync(index, 'utf8'), vendorBrand));
  const host = await openWeb({
    dataDir: world.path('branded'),
    version: '0.1.0',
    resourcesDir: 'resources',
    outDir,
    oefenklokUrl: world.mock.addresses.control,
  });
  try {
    await createAdministration(page, { ...world, host });
    await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toContainText('Leerlijn Kwadraat');
    await expect(page).toHaveTitle(/ - Leerlijn Kwadraat$/);
    await expect(page.locator('body')).not.toContainText('Bronwijs');
    await expectAccessible(page);
    await page.keyboard.press('F1');
    await expect(
      page.getByText('Met Leerlijn Kwadraat houdt u de leerlingenadministratie van uw school bij'),
    ).toBeVisible();
    await page.keyboard.press('Control+l');
    await expect(
      page.getByText('Leerlijn Kwadraat 0.1.0 · hulp: 088 123 45 67 of hulp.leverancier.example'),
    ).toBeVisible();
    const unlock = page.getByRole('button', { name: 'Ontgrendelen' });
    await page.getByLabel('Wachtwoord', { exact: true }).fill('iets');
    await expect(unlock).toHaveCSS('background-color', 'rgb(122, 31, 92)');
    await expectAccessible(page);
  } finally {
    await page.goto('about:blank');
    await host.close();
    rmSync(outDir, { recursive: true, force: true });
  }
});
