import type { Page } from '@playwright/test';
import { testPersons } from '../support/pupils.ts';
import {
  ask,
  changeInschrijving,
  connectToMock,
  createAdministration,
  field,
  menu,
  savePupil,
  screenshotFor,
  tabTo,
} from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

async function fetch(page: Page): Promise<void> {
  await ask(page, 'oefenklok.advance', { minutes: 61 });
  await ask(page, 'exchange.requestTerugkoppelingen', {});
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('what is not the same as in BRON is seen, taken over and let stand by the keyboard alone', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await connectToMock(page, world);
  const hera = await savePupil(page, testPersons.hera);
  const zeus = await savePupil(page, testPersons.zeus);
  await ask(page, 'exchange.send', {});
  await fetch(page);
  await ask(page, 'exchange.requestRegistratieoverzicht', {});
  await fetch(page);

  await page.setViewportSize({ width: 1366, height: 768 });
  await menu(page, 'Uitwisselen');
  await tabTo(page, button(page, 'Vergelijken met BRON'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Vergelijken met BRON', level: 1 })).toBeFocused();
  await expect(page.getByText('Alles is gelijk')).toBeVisible();
  await expectAccessible(page);

  await changeInschrijving(page, hera, { datumUitschrijving: '2009-10-30' });
  await changeInschrijving(page, zeus, { leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '4', groep: '4b' }] });
  await expect(button(page, 'Alles wat openstaat (2)')).toBeVisible();
  await tabTo(page, button(page, /^Jager, Zeus/));
  await page.keyboard.press('Enter');
  await tabTo(page, button(page, /Leerjaar: overnemen van BRON/));
  await screenshotFor(page, 'registratieoverzicht');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(button(page, /Leerjaar: overnemen van BRON/)).toBeHidden();

  await tabTo(page, button(page, 'Laten staan…'));
  await page.keyboard.press('Enter');
  await field(page, 'Reden').fill('De groep heet vanaf morgen anders.');
  await page.getByRole('dialog').getByRole('button', { name: 'Laten staan' }).press('Enter');
  await expect(button(page, 'Blijft staan (1)')).toBeVisible();

  await tabTo(page, button(page, 'Hier uitgeschreven, in BRON ingeschreven (1)'));
  await page.keyboard.press('Enter');
  await tabTo(page, button(page, 'Alles overnemen…'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Bij 1 inschrijving krijgen alle gegevens die verschillen de waarde van BRON.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Alles overnemen' }).press('Enter');
  await expect(dialog).toContainText('1 inschrijving is overgenomen van de 1.');
  await dialog.getByRole('button', { name: 'Sluiten' }).press('Enter');
  await tabTo(page, button(page, 'Alles wat openstaat (0)'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Alles is gelijk')).toBeVisible();
});
