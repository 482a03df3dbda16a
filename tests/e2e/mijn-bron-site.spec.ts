import type { Page } from '@playwright/test';
import { WACHTWOORD } from '../support/mijnBron/fake.ts';
import { tabTo } from './steps.ts';
import { expect, test } from './siteWorld.ts';
import { expectAccessible } from './world.ts';

/** Nothing on the page is wider than the window. */
async function expectFitting(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBe(0);
}

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expectFitting(page);
  await expectAccessible(page);
  const name = path.replaceAll(/\W+/g, '-');
  await page.screenshot({ path: `test-results/shots/mijn-bron${name}.png`, fullPage: true });
}

async function logIn(page: Page, gebruikersnaam: string): Promise<void> {
  await page.goto('/mijn-bron');
  await page.getByLabel('Gebruikersnaam').fill(gebruikersnaam);
  await page.getByLabel('Wachtwoord').fill(WACHTWOORD);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await expect(page.getByRole('heading', { name: 'Mijn BRON', level: 1 })).toBeVisible();
}

const publicPages = [
  '/',
  '/kennisbank',
  '/kennisbank?zoek=poort',
  '/kennisbank?zoek=xyzzy',
  '/kennisbank/signaal/322',
  '/kennisbank/onderwerp/stap-10',
  '/kennisbank/gtb/G01',
  '/ondersteuning',
  '/helpdesk',
  '/certificaat',
  '/mijn-bron/inloggen',
  '/bestaat-niet',
];
const ownPages = [
  '/mijn-bron',
  '/mijn-bron/contactgegevens',
  '/mijn-bron/contactgegevens/wijzigen',
  '/mijn-bron/aantallen',
  '/mijn-bron/documenten',
  '/mijn-bron/voortgang',
  '/mijn-bron/gtb',
  '/mijn-bron/gtb/overzicht',
  '/mijn-bron/gtb/overzicht/GTB-2009-10-01-00',
  '/mijn-bron/gtb/vergelijking',
  '/mijn-bron/gtb/reactie',
  '/mijn-bron/vragen',
  '/mijn-bron/gtb/overzicht/GTB-9',
];

test('what everyone may read is accessible', async ({ page }) => {
  for (const path of publicPages) await look(page, path);
});

test('Mijn BRON is accessible, with much and with nothing on its pages', async ({ page, site }) => {
  test.setTimeout(180_000);
  await logIn(page, '99ZZ-gemachtigde');
  for (const path of ownPages) await look(page, path);
  Object.assign(site.state, { documents: [], gtbs: [], reported: [], overview: undefined });
  site.state.progress = { ...site.state.progress, perWeek: [] };
  for (const tab of ['aantallen', 'documenten', 'voortgang', 'gtb/overzicht', 'gtb/vergelijking', 'gtb/reactie']) {
    await look(page, `/mijn-bron/${tab}?leeg`);
  }
});

test('C-34: the contactgegevens in the week before the start', async ({ page, site }) => {
  site.state.freeze = { from: '2009-11-02', until: '2009-11-08' };
  await logIn(page, '99ZZ-00');
  await page.getByRole('link', { name: 'Contactgegevens', exact: true }).first().click();
  await expect(
    page.getByText('Van 2-11-2009 tot en met 8-11-2009 kunt u de contactgegevens niet wijzigen'),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'Contactgegevens wijzigen' })).toHaveCount(0);
  await expectAccessible(page);
});

test('a letter shows in its own style', async ({ page }) => {
  await logIn(page, '99ZZ-gemachtigde');
  await page.goto('/mijn-bron/documenten/v1/html');
  await expect(page.getByText('Eerste vooraankondiging')).toHaveCSS('margin-top', '0px');
});

test('C-18 C-19: the contactgegevens are mended by the keyboard alone, where the page says what is wrong', async ({
  page,
  site,
}) => {
  await page.goto('/mijn-bron/contactgegevens/wijzigen');
  await tabTo(page, page.getByLabel('Gebruikersnaam'));
  await page.keyboard.type('99ZZ-00');
  await page.keyboard.press('Tab');
  await page.keyboard.type(WACHTWOORD);
  await page.keyboard.press('Enter');
  const postcode = page.getByLabel('Postcode');
  await tabTo(page, postcode);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Er is nog niets opgeslagen');
  await expectAccessible(page, { every: true });
  await page.screenshot({ path: 'test-results/shots/mijn-bron-wrong.png', fullPage: true });
  await tabTo(page, page.getByRole('link', { name: /Vul een postcode in/ }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(postcode).toHaveAccessibleDescription(/Vul een postcode in zoals 1234 AB/);
  await tabTo(page, postcode);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('9998 ab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('De contactgegevens zijn opgeslagen');
  expect(site.state.contact.aanleverpunten[0]?.adres.postcode).toBe('9998AB');
});

test('C-65: the gemachtigde gives a reactie by the keyboard alone, after a summary', async ({ page, site }) => {
  await logIn(page, '99ZZ-gemachtigde');
  await tabTo(page, page.getByRole('link', { name: 'GTB/AB overzicht' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'Geef hier uw reactie' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: 'Akkoord', exact: true }));
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Samenvatting van uw reactie' })).toBeVisible();
  await expectAccessible(page, { every: true });
  await page.screenshot({ path: 'test-results/shots/mijn-bron-summary.png', fullPage: true });
  expect(site.state.reacties).toEqual([]);
  await tabTo(page, page.getByRole('button', { name: 'Reactie versturen' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Uw reactie is ontvangen');
  expect(site.state.reacties).toMatchObject([{ choice: 'akkoord', by: 'D. Recteur' }]);
});

test('the first thing the keyboard reaches is the way past the menu', async ({ page }) => {
  await page.goto('/kennisbank');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the site can be read on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await logIn(page, '99ZZ-gemachtigde');
  for (const path of [
    '/mijn-bron/contactgegevens',
    '/mijn-bron/gtb/overzicht/GTB-2009-10-01-00',
    '/mijn-bron/voortgang',
  ]) {
    await page.goto(path);
    await expectFitting(page);
  }
});
