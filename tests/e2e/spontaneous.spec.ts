import type { Locator, Page } from '@playwright/test';
import {
  ask,
  connectToMock,
  createAdministration,
  fetchTerugkoppelingen,
  field,
  menu,
  savePupil,
  screenshotFor,
  tabTo,
} from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

const [BSN, OTHER_BSN] = ['999990019', '999990020'];
const home = { straatnaam: 'Leyweg', huisnummer: '7', postcode: '2548AE' };
const key = { geboortedatum: '2001-06-07', geslacht: 'V' } as const;
const iris = {
  geslachtsnaam: 'Verzonnen',
  voornamen: 'Iris',
  ...key,
  adressen: [{ ...home, datumIngang: '2005-01-01' }],
};

/** A school of which BRON has one pupil. */
async function registered(page: Page, world: World): Promise<number> {
  world.mock.replaceRegisters({ brp: { source: 'test', persons: [{ bsn: BSN, ...iris }] } });
  await createAdministration(page, world);
  await connectToMock(page, world);
  const names = { roepnaam: 'Iris', voornamen: 'Iris', achternaam: 'Verzonnen' };
  const leerlingId = await savePupil(page, { ...names, burgerservicenummer: BSN, ...key, ...home });
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
  return leerlingId;
}

/** What BRON says after this change of the BRP, on the screen. */
async function told(page: Page, { mock }: World, changes: Record<string, unknown>): Promise<Locator> {
  mock.brp.change(BSN, changes);
  await fetchTerugkoppelingen(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await menu(page, 'Terugkoppelingen');
  return page.getByRole('listitem', { name: 'Verzonnen, Iris: wijziging van BRON' });
}

async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

test('a death that the BRP reports leads to the uitschrijving by the keyboard alone', async ({ page, world }) => {
  const leerlingId = await registered(page, world);
  const item = await told(page, world, { datumOverlijden: '2009-10-31' });
  await expect(item).toContainText('Volgens de gemeente is deze leerling overleden.');
  await expect(page.getByText('Geen signalen open')).toBeVisible();
  await expectAccessible(page);
  await screenshotFor(page, 'overlijden-van-bron');
  await press(page, item.getByRole('button', { name: 'Uitschrijven: Verzonnen, Iris' }));

  const dialog = page.getByRole('dialog', { name: 'Leerling uitschrijven' });
  await expect(dialog.getByRole('textbox', { name: 'Datum uitschrijving' })).toHaveValue('31-10-2009');
  await expect(dialog.getByRole('combobox', { name: 'Reden van vertrek' })).toHaveValue('deceased');
  await expect(dialog.getByRole('textbox', { name: /nieuwe school/ })).toBeHidden();
  await expectAccessible(page);
  // Whoever thinks better of it stands on the card, and is not asked again.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await menu(page, 'Terugkoppelingen');
  await press(page, item.getByRole('button', { name: 'Uitschrijven: Verzonnen, Iris' }));
  await dialog.getByRole('button', { name: 'Uitschrijven' }).press('Enter');
  await expect(page.getByText(/^Uitgeschreven per 31 oktober 2009/)).toBeVisible();
  const { inschrijvingen } = await ask(page, 'leerlingen.get', { id: leerlingId });
  expect(inschrijvingen[0]?.gegevens).toMatchObject({ datumUitschrijving: '2009-10-31', leavingReason: 'deceased' });

  await menu(page, 'Terugkoppelingen');
  await expect(item.getByRole('button', { name: 'Uitschrijven: Verzonnen, Iris' })).toBeHidden();
  await press(page, item.getByRole('button', { name: /^Afvinken/ }));
  await field(page, 'Reden').fill('Uitgeschreven.');
  await page.getByRole('dialog').getByRole('button', { name: 'Afvinken' }).press('Enter');
  await expect(page.getByText('Er wacht niets op uw beslissing.')).toBeVisible();
});

test('another number is taken over only after it was confirmed, and declined with a reason', async ({
  page,
  world,
}) => {
  const leerlingId = await registered(page, world);
  const item = await told(page, world, { bsn: OTHER_BSN, geheim: true });
  await expect(item.getByRole('row', { name: /Burgerservicenummer/ })).toContainText(OTHER_BSN);
  await expect(item).toContainText('[956]');
  await press(page, item.getByRole('button', { name: /^Overnemen/ }));
  const dialog = page.getByRole('dialog', { name: 'Nummer vervangen van Verzonnen, Iris?' });
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const kept = async () => (await ask(page, 'leerlingen.get', { id: leerlingId })).persoon;
  expect(await kept()).toMatchObject({ burgerservicenummer: BSN });

  await press(page, item.getByRole('button', { name: /^Overnemen/ }));
  await dialog.getByRole('button', { name: 'Nummer vervangen' }).press('Enter');
  await expect(page.getByText('Er wacht niets op uw beslissing.')).toBeVisible();
  expect(await kept()).toMatchObject({ burgerservicenummer: OTHER_BSN, geheim: 'true', ...home });

  world.mock.brp.change(OTHER_BSN, { geslachtsnaam: 'Anders' });
  await fetchTerugkoppelingen(page);
  await press(page, item.getByRole('button', { name: /^Niet overnemen/ }));
  await field(page, 'Reden').fill('Op school heet zij zo.');
  await page.getByRole('dialog').getByRole('button', { name: 'Niet overnemen' }).press('Enter');
  await expect(page.getByText('Er wacht niets op uw beslissing.')).toBeVisible();
  await page.getByRole('switch', { name: 'Ook afgehandelde tonen' }).press(' ');
  await expect(page.getByText(/^Niet overgenomen: Op school heet zij zo\. \(Secretaresse, /)).toBeVisible();
  expect(await kept()).toMatchObject({ achternaam: 'Verzonnen' });
});
