import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { ask, createAdministration, menu, savePupil } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

/** An administration with one pupil, whose retention period is over. */
async function withLeaver(page: Page, world: World): Promise<void> {
  await createAdministration(page, world);
  const left = { datumInschrijving: '2003-08-01', datumUitschrijving: '2004-07-31' };
  await savePupil(page, testPersons.hera, correctInschrijving(left));
}

test('who left five years ago is proposed, destroyed after confirmation, and stands in the report without a name', async ({
  page,
  world,
}) => {
  await withLeaver(page, world);
  await savePupil(page, testPersons.zeus);
  const notice = page.locator('[data-notice="retention"]');
  await menu(page, 'Leerlingen');
  await menu(page, 'Vandaag');
  await expect(notice).toContainText('Van 1 leerling is de bewaartermijn van vijf jaar voorbij.');
  await page.screenshot({ path: 'test-results/shots/retention-vandaag.png' });
  await notice.getByRole('button', { name: 'Naar Bewaartermijn voorbij' }).press('Enter');
  const table = page.getByRole('table', { name: 'Bewaartermijn voorbij' });
  await expect(table).toContainText('Jager, Hera de');
  await expect(table).not.toContainText('Zeus');
  await table.getByRole('checkbox', { name: 'Kies Jager, Hera de' }).press('Space');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/retention.png' });
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
  await page.screenshot({ path: 'test-results/shots/retention-report.png' });
  await menu(page, 'Vandaag');
  await expect(page.getByText('Eerst dit')).toBeVisible();
  await expect(notice).toBeHidden();
});

test('who is kept on purpose is not told of on Vandaag until the day has passed, or until decided otherwise', async ({
  page,
  world,
}) => {
  await withLeaver(page, world);
  const notice = page.locator('[data-notice="retention"]');
  await menu(page, 'Leerlingen');
  await menu(page, 'Vandaag');
  await notice.getByRole('button', { name: 'Naar Bewaartermijn voorbij' }).press('Enter');
  const table = page.getByRole('table', { name: 'Bewaartermijn voorbij' });
  await table.getByRole('checkbox', { name: 'Kies Jager, Hera de' }).press('Space');
  await page.getByRole('button', { name: 'Gekozen leerlingen langer bewaren…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Bewaren tot en met').fill('1-11-2009');
  await dialog.getByRole('button', { name: 'Langer bewaren' }).press('Enter');
  await expect(dialog).toContainText('Die dag is vandaag of al voorbij.');
  await dialog.getByLabel('Bewaren tot en met').fill('1-12-2009');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/retention-keep.png' });
  await dialog.getByRole('button', { name: 'Langer bewaren' }).press('Enter');
  await expect(table).toContainText('Bewaard tot en met 1-12-2009.');
  await expect(table.getByRole('checkbox', { name: 'Kies Jager, Hera de' })).toBeDisabled();
  await expect(table.getByRole('checkbox', { name: 'Kies Jager, Hera de' })).not.toBeChecked();
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/retention-kept.png' });
  await menu(page, 'Vandaag');
  await expect(page.getByText('Eerst dit')).toBeVisible();
  await expect(notice).toBeHidden();

  await ask(page, 'oefenklok.advance', { minutes: 30 * 24 * 60 });
  await menu(page, 'Leerlingen');
  await menu(page, 'Vandaag');
  await expect(notice).toContainText('Van 1 leerling is de bewaartermijn van vijf jaar voorbij.');
  await ask(page, 'retention.keep', {
    leerlingIds: (await ask(page, 'retention.list', {})).rows.map(({ leerlingId }) => leerlingId),
    until: '2010-12-01',
  });
  await menu(page, 'Leerlingen');
  await page.getByRole('button', { name: 'Prullenbak' }).click();
  await table.getByRole('button', { name: 'Niet langer bewaren: Jager, Hera de' }).press('Enter');
  await expect(table.getByRole('checkbox', { name: 'Kies Jager, Hera de' })).toBeEnabled();
});

test('a second place that does not come back is told on Vandaag near its term, and ticked off with what became of it', async ({
  page,
  world,
}) => {
  await withLeaver(page, world);
  const second = world.path('stick');
  mkdirSync(second);
  await menu(page, 'Instellingen');
  page.once('dialog', (dialog) => void dialog.accept(second));
  await page.getByRole('button', { name: 'Tweede plaats kiezen…' }).click();
  await expect.poll(() => readdirSync(second).filter((name) => name.endsWith('.reservekopie'))).toHaveLength(1);
  renameSync(second, `${second}-away`);
  const { rows } = await ask(page, 'retention.list', {});
  await ask(page, 'retention.destroy', { leerlingIds: rows.map(({ leerlingId }) => leerlingId), confirmed: true });

  const term = page.locator('[data-notice="destruction-term"]');
  await ask(page, 'oefenklok.advance', { minutes: 50 * 24 * 60 });
  await menu(page, 'Vandaag');
  await expect(term).toContainText('28 december 2009 (over 6 dagen)');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/retention-term.png' });
  await ask(page, 'oefenklok.advance', { minutes: 7 * 24 * 60 });
  await menu(page, 'Leerlingen');
  await menu(page, 'Vandaag');
  await expect(term).toContainText('28 december 2009 (gisteren)');
  await term.getByRole('button', { name: 'Naar het verslag van vernietiging' }).press('Enter');

  const report = page.getByRole('table', { name: 'Verslag van vernietiging' });
  await expect(report).toContainText('nu niet bereikbaar');
  await report.getByRole('button', { name: /^Komt niet terug…/ }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^Vernietigd/ }).check();
  await dialog.getByRole('checkbox').press('Space');
  await expectAccessible(page);
  await page.screenshot({ path: 'test-results/shots/retention-gone.png' });
  await dialog.getByRole('button', { name: 'Afmelden' }).press('Enter');
  await expect(report).toContainText('stick: vernietigd, afgemeld vandaag');
  await expect(report).toContainText('door Secretaresse');
  await expect(report.getByRole('button')).toHaveCount(0);
  await page.screenshot({ path: 'test-results/shots/retention-gone-report.png' });
  await menu(page, 'Logboek');
  await expect(page.getByRole('table')).toContainText('Plaats met reservekopieën afgemeld als vernietigd');
  await menu(page, 'Vandaag');
  await expect(page.getByText('Eerst dit')).toBeVisible();
  await expect(term).toBeHidden();
});
