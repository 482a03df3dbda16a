import type { Page } from '@playwright/test';
import { stappenplanRules } from '../../shared/aansluiting/rules.ts';
import { stappen } from '../../shared/aansluiting/steps.ts';
import { createAdministration, field, menu, screenshotFor, tabTo } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

const stepButton = (page: Page, number: number) =>
  page
    .getByRole('navigation', { name: 'Stappen van het Stappenplan' })
    .getByRole('button', { name: `${number}. ` })
    .first();

/** Shows a step by the list. */
async function openStep(page: Page, number: number): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Stappen van het Stappenplan' });
  await list.getByRole('button', { name: new RegExp(`^${number}\\. `) }).click();
  await expect(page.getByRole('heading', { name: new RegExp(`^Stap ${number}: `) })).toBeFocused();
}

/** Notes a document or ticks a part of the step that shows, in its dialog. */
async function fillIn(page: Page, button: string, fields: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await field(page, label).fill(value);
  await dialog.getByRole('button', { name: /^(Noteren|Afvinken)$/ }).click();
  await expect(dialog).toBeHidden();
}

const part = (page: Page, key: string) => page.locator(`[data-part="${key}"]`);

test('the thirteen steps can be walked by hand, and the fase begins only when steps 1 to 7 are done', async ({
  page,
  world,
}) => {
  test.setTimeout(150_000);
  await createAdministration(page, world);
  await menu(page, 'Aansluiting');
  await expect(page.getByRole('heading', { name: 'Voorbereiding op de fase aansluiting BRON' })).toBeVisible();
  await expect(stepButton(page, 1)).toContainText('Nu te doen');
  await expect(stepButton(page, 8)).toContainText('Na stap 7');
  await expectAccessible(page);

  // The keyboard alone.
  const first = page.getByRole('button', { name: /^Noteren: Vooraankondiging 1/ });
  await tabTo(page, first);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await field(page, 'Geplande startweek').fill('7-12-2009');
  await page.keyboard.press('Enter');
  await expect(part(page, 'vooraankondiging1')).toHaveAttribute('data-done', 'true');
  await fillIn(page, 'Noteren: Brochure scholen', { 'Ontvangen op': '30-10-2009' });
  await fillIn(page, 'Noteren: Stappenplan aansluiting BRON PO', { 'Ontvangen op': '30-10-2009' });
  await expect(stepButton(page, 1)).toContainText('Gedaan');
  await expect(page.getByText('De geplande startweek begint op 7 december 2009')).toBeVisible();

  await openStep(page, 8);
  await expect(page.getByText('Die kan beginnen als stap 1 tot en met 7 klaar zijn.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Noteren: Wachtwoordbrief ontvangen' })).toHaveCount(0);

  await openStep(page, 2);
  await expect(page.getByText('Alleen u kunt bepalen of dit klopt.').first()).toBeVisible();
  await fillIn(page, 'Afvinken: De contactgegevens in Mijn BRON kloppen', {});
  await fillIn(page, 'Afvinken: Akkoordverklaring ondertekend door het bevoegd gezag', { 'Gedaan op': '1-11-2009' });
  await page.getByRole('button', { name: 'Terugnemen: De contactgegevens in Mijn BRON kloppen' }).click();
  await expect(part(page, 'contactChecked')).toHaveAttribute('data-done', 'false');
  await fillIn(page, 'Afvinken: De contactgegevens in Mijn BRON kloppen', {});

  await page.getByRole('button', { name: 'Plan van aanpak' }).click();
  await expect(page.getByRole('heading', { name: 'Plan van aanpak', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Wie en wanneer: Brochure scholen' }).click();
  await field(page, 'Door').fill('D. Irecteur');
  await field(page, 'Uiterlijk').fill('20-11-2009');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-task="brochure"]')).toContainText('D. Irecteur');
  await expect(page.locator('[data-task="brochure"]')).toContainText('20-11-2009');
  await expectAccessible(page);
  await screenshotFor(page, 'plan-van-aanpak');
});

const said = stappenplanRules.filter(({ sentence }) => sentence !== undefined);

test(`${said.map(({ rule }) => rule).join(' ')}: what asks nothing of the program is said in its step`, async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await menu(page, 'Aansluiting');
  const shown = async (step: number) => {
    for (const { sentence = '' } of said.filter((rule) => rule.step === step))
      await expect(page.getByText(sentence, { exact: true })).toBeVisible();
  };
  await shown(0);
  for (const { number, page: manual } of stappen) {
    await openStep(page, number);
    await shown(number);
    await expect(page.getByRole('region', { name: `Stap ${number}: ` })).toContainText('In de handleiding');
    expect(manual).toMatch(new RegExp(`^stap-${String(number).padStart(2, '0')}-`));
  }
});
