import type { Page } from '@playwright/test';
import { stappenplanRules } from '../../shared/aansluiting/rules.ts';
import { stappen } from '../../shared/aansluiting/steps.ts';
import { ask, createAdministration, field, menu, screenshotFor, tabTo } from './steps.ts';
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

test('C-02 C-07: steps 1 to 7 can all be done on the screen, and then the wachtwoordbrief begins the fase', async ({
  page,
  world,
}) => {
  test.setTimeout(150_000);
  await createAdministration(page, world);
  const { addresses, caPem } = world.mock;
  const settings = await ask(page, 'settings.get', {});
  const ports = { http: addresses.control, https: addresses.site };
  await ask(page, 'settings.save', { ...settings, exchange: { endpoint: addresses.soap, caPem, ports } });
  await menu(page, 'Aansluiting');

  await test.step('1', async () => {
    await fillIn(page, 'Noteren: Vooraankondiging 1', { 'Geplande startweek': '7-12-2009' });
    await fillIn(page, 'Noteren: Brochure scholen', {});
    await fillIn(page, 'Noteren: Stappenplan aansluiting BRON PO', {});
  });

  await test.step('2: contactgegevens, with a gemachtigde who is another and a second aanleverpunt', async () => {
    await openStep(page, 2);
    await page.getByRole('button', { name: 'Contactgegevens invullen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Contactgegevens' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await expect(dialog.getByText('Vul de straat in.')).toBeVisible();
    await field(page, 'Straat').fill('Dorpsstraat');
    await field(page, 'Huisnummer').fill('1');
    await field(page, 'Postcode').fill('1234 ab');
    await field(page, 'Plaats').fill('Ons Dorp');
    const point = dialog.getByRole('group', { name: 'Aanleverpunt 00' });
    await point.getByLabel('E-mail').fill('geen adres');
    await dialog.getByRole('checkbox', { name: 'De gemachtigde is de contactpersoon' }).uncheck();
    const gemachtigde = dialog.getByRole('group', { name: 'Gemachtigde' });
    await gemachtigde.getByLabel('Naam').fill('D. Irecteur');
    await gemachtigde.getByLabel('E-mail').fill('directie@school.example');
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await expect(point.getByText('Vul een e-mailadres in')).toBeVisible();
    await point.getByLabel('E-mail').fill('administratie@school.example');
    await dialog.getByRole('button', { name: 'Nog een aanleverpunt' }).click();
    const second = dialog.getByRole('group', { name: 'Aanleverpunt 01' });
    await second.getByLabel('Leerlingadministratiesysteem').fill('Ander LAS');
    await second.getByLabel('Naam').fill('B. Ijlocatie');
    await second.getByLabel('Telefoon').fill('010 7654321');
    await second.getByLabel('E-mail').fill('locatie@school.example');
    await expectAccessible(page);
    await screenshotFor(page, 'contactgegevens-invullen');
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await expect(dialog).toBeHidden();
    const list = page.getByRole('list', { name: 'Contactgegevens' });
    await expect(list).toContainText('Gemachtigde: D. Irecteur');
    await expect(list).toContainText('Aanleverpunt 01 (Ander LAS): Dorpsstraat 1, 1234AB Ons Dorp.');
    await expect(part(page, 'contactgegevens')).toHaveAttribute('data-done', 'true');
    await fillIn(page, 'Afvinken: De contactgegevens in Mijn BRON kloppen', {});
    await fillIn(page, 'Afvinken: Akkoordverklaring ondertekend door het bevoegd gezag', {});
    await expect(stepButton(page, 2)).toContainText('Gedaan');
  });

  await test.step('3', async () => {
    await openStep(page, 3);
    await page.getByRole('button', { name: /^Afvinken: / }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Afvinken' }).click();
    await expect(stepButton(page, 3)).toContainText('Gedaan');
  });

  await test.step('4 ticks itself when the three ports are open', async () => {
    await openStep(page, 4);
    await expect(part(page, 'ports')).toHaveAttribute('data-done', 'false');
    await page.getByRole('button', { name: 'Poorten testen' }).click();
    await expect(part(page, 'ports')).toHaveAttribute('data-done', 'true');
    await expect(stepButton(page, 4)).toContainText('Gedaan');
  });

  await test.step('5', async () => {
    await openStep(page, 5);
    await fillIn(page, 'Noteren: Vooraankondiging 2', { 'Dag van de start': '7-12-2009' });
    await fillIn(page, 'Noteren: Handboek BRON PO', {});
  });

  await test.step('6: more ambulant begeleid than pupils is refused, and nothing typed is lost', async () => {
    await openStep(page, 6);
    await page.getByRole('button', { name: 'Noteren wat u hebt doorgegeven' }).click();
    const dialog = page.getByRole('dialog');
    await expect(field(page, 'Ingeschreven leerlingen')).toHaveValue('0');
    await field(page, 'Ingeschreven leerlingen').fill('3');
    await field(page, 'Waarvan ambulant begeleid').fill('4');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('(4)');
    await field(page, 'Waarvan ambulant begeleid').fill('1');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.locator('[data-reported]')).toContainText('3 leerlingen, van wie 1 ambulant begeleid');
    await expect(page.getByText('Er zijn leerlingen bijgekomen of vertrokken.')).toBeVisible();
    await expect(part(page, 'aantallen')).toHaveAttribute('data-done', 'true');
  });

  await test.step('7 and 8: the gate opens', async () => {
    await openStep(page, 7);
    await fillIn(page, 'Afvinken: De contactgegevens in Mijn BRON kloppen nog', {});
    await openStep(page, 8);
    await fillIn(page, 'Noteren: Wachtwoordbrief ontvangen', { Gebruikersnaam: '99ZZ00-123456' });
    await expect(stepButton(page, 8)).toContainText('Gedaan');
    await expectAccessible(page);
  });
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
