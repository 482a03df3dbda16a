import { ask, createAdministration, menu } from './steps.ts';
import { openStep, prepare } from './phase.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

test('C-22: step 3 shows the version beside what BRON asks, how to update, and whom to ask', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await menu(page, 'Aansluiting');
  await openStep(page, 3);
  const step = page.getByRole('region', { name: /^Stap 3: / });
  await expect(step.locator('[data-version]')).toContainText(
    'U werkt met Bronwijs 0.1.0. BRON vraagt vandaag de uitgave van december 2014',
  );
  await expect(step.getByRole('list', { name: 'Bijwerken in stappen' }).getByRole('listitem')).toHaveCount(5);
  await expect(step).toContainText('voor uw softwareleverancier, niet voor de Helpdesk BRON');
  await expectAccessible(page);

  await prepare(page, '2009-12-07');
  await expect(step.locator('[data-version]')).toContainText('op 7 december 2009, de dag van de start,');
  const { contact } = await ask(page, 'aansluiting.contact', {});
  const aanleverpunten = contact.aanleverpunten.map((point) => ({ ...point, las: 'Bronwijs 0.0.9' }));
  await ask(page, 'aansluiting.saveContact', { ...contact, aanleverpunten });
  await expect(step).toContainText('In de contactgegevens staat als LAS “Bronwijs 0.0.9”.');
});
