import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { createAdministration, menu, savePupil } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test('who left five years ago is proposed, destroyed after confirmation, and stands in the report without a name', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await savePupil(
    page,
    testPersons.hera,
    correctInschrijving({ datumInschrijving: '2003-08-01', datumUitschrijving: '2004-07-31' }),
  );
  await savePupil(page, testPersons.zeus);
  await menu(page, 'Leerlingen');
  await page.getByRole('button', { name: 'Prullenbak' }).click();
  const table = page.getByRole('table', { name: 'Bewaartermijn voorbij' });
  await expect(table).toContainText('Jager, Hera de');
  await expect(table).not.toContainText('Zeus');
  await table.getByRole('checkbox', { name: 'Kies Jager, Hera de' }).press('Space');
  await expectAccessible(page);
  await page.screenshot({ path: '/tmp/trust7-retention.png', fullPage: true });
  await page.getByRole('button', { name: 'Gekozen leerlingen vernietigen…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').press('Space');
  await dialog.getByRole('button', { name: 'Vernietigen' }).press('Enter');
  const report = page.getByRole('table', { name: 'Verslag van vernietiging' });
  await expect(report).toContainText('1 leerling, uitgeschreven in 2004');
  await expect(report).toContainText('Administratie: gereed.');
  await expect(report).toContainText('Reservekopieën bij de administratie: gereed');
  await expect(page.getByText('Er is nu niemand van wie de bewaartermijn voorbij is.')).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Hera');
  await expectAccessible(page);
  await page.screenshot({ path: '/tmp/trust7-report.png', fullPage: true });
});
