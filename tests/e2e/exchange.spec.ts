import type { Page } from '@playwright/test';
import { CERTIFICATE_PASSWORD } from '../support/administration.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import {
  ask,
  createAdministration,
  field,
  installCertificate,
  menu,
  savePupil,
  screenshotFor,
  tabTo,
} from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

/** What 1366x768 leaves at 200 %. */
const ZOOMED = { width: 683, height: 384 };

async function connect(page: Page, { mock }: World): Promise<void> {
  const settings = await ask(page, 'settings.get', {});
  const exchange = { endpoint: mock.addresses.soap, caPem: mock.caPem };
  await ask(page, 'settings.save', { ...settings, exchange });
  const certificate = await mock.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD);
  await installCertificate(page, certificate, CERTIFICATE_PASSWORD);
}

const later = (page: Page) => ask(page, 'oefenklok.advance', { minutes: 61 });

/** One inschrijving held back, one afgekeurd, one registered with a signaal, and one that BRON answers with a fault each time. */
async function fill(page: Page, { mock }: World): Promise<void> {
  await savePupil(page, testPersons.hera, correctInschrijving({ gewicht: [] }));
  await savePupil(page, { ...testPersons.zeus, geslacht: 'V' });
  await savePupil(page, { ...testPersons.remi, postcode: '2548AE' });
  await ask(page, 'exchange.send', {});
  await later(page);
  await ask(page, 'exchange.requestTerugkoppelingen', {});
  await savePupil(page, testPersons.odin);
  mock.setFault({ kind: 'http-500', nr: 3, times: 100 });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await ask(page, 'exchange.send', {});
    await later(page);
  }
  await ask(page, 'exchange.requestTerugkoppelingen', {});
}

const place = (page: Page, state: string) => page.locator(`[data-place="${state}"]`);

test('Uitwisselen says where everything is, why, and whose turn it is; and offers a melding again', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await connect(page, world);
  await fill(page, world);
  await page.setViewportSize({ width: 1366, height: 768 });
  await menu(page, 'Uitwisselen');

  await expect(place(page, 'tegengehouden')).toContainText('U bent aan zet');
  await expect(place(page, 'geregistreerd met signaal')).toContainText('vraagt u iets na te kijken');
  const stuck = place(page, 'onzeker');
  await expect(stuck).toContainText(/Al [5-9] keer aangeboden/);
  await expect(stuck).toContainText('Wordt vanzelf opnieuw aangeboden');
  // At the place itself, or at the outcome of the last run when the program has offered it once more by itself meanwhile.
  const cause = page.locator('[data-failure="bron-fault"]');
  await expect(cause).toHaveCount(1);
  await expect(cause).toContainText('De Helpdesk BRON kan dit oplossen.');
  await expect(cause.locator('[data-tell]')).toContainText('De webservice antwoordde met een technische fout');
  await page.getByRole('heading', { name: 'Waar alles is' }).evaluate((heading) => heading.scrollIntoView());
  await screenshotFor(page, 'waar-alles-is');
  await expectAccessible(page);

  // By the keyboard from what is held back to the work list, with only that.
  await tabTo(page, page.getByRole('button', { name: 'Verbeteren: Tegengehouden' }));
  await page.keyboard.press('Enter');
  const work = page.getByRole('table', { name: 'Nog niet correct' });
  await expect(work).toContainText('Jager, Hera de');
  await expect(work).not.toContainText('Jager, Zeus de');

  // One that BRON rejected, offered again with the same content.
  await menu(page, 'Uitwisselen');
  await page.getByRole('button', { name: 'Opnieuw aanbieden: Jager, Zeus de' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('onder een nieuw nummer');
  await field(page, 'Reden').fill('De Helpdesk BRON heeft iets hersteld.');
  await expectAccessible(page);
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Opnieuw aanbieden' }));
  await page.keyboard.press('Enter');
  await expect(place(page, 'aan te leveren')).toContainText('Kies Versturen');
  await expect(page.locator('#meldingen :focus')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Meldingen' })).toContainText('Vervallen');

  // What was decided on is no longer asked for.
  const remi = page.getByRole('table', { name: 'Meldingen' }).getByRole('row').filter({ hasText: 'Proefpersoon' });
  await expect(remi).toContainText('Geregistreerd met signaal');
  const { rows } = await ask(page, 'terugkoppelingen.work', { code: '770' });
  await ask(page, 'terugkoppelingen.tickOff', { signaalId: rows[0]?.signaalId ?? 0, note: 'Is verhuisd.' });
  await expect(remi).toContainText('Met signaal, afgehandeld');
  await expect(place(page, 'geregistreerd')).toContainText('een signaal dat is afgehandeld');

  await page.setViewportSize(ZOOMED);
  await expect(place(page, 'onzeker')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(ZOOMED.width);
  await expectAccessible(page);
});
