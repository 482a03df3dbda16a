import type { Page } from '@playwright/test';
import type { GegevensWpo } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import {
  ask,
  choice,
  connectToMock,
  createAdministration,
  fetchTerugkoppelingen,
  field,
  menu,
  savePupil,
  screenshotFor,
  tabTo,
} from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

async function exchange(page: Page): Promise<void> {
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
}

const inGroep = (groep: string, changes: Partial<GegevensWpo> = {}) =>
  correctInschrijving({ leerjaarGroep: [{ begindatum: '2009-08-01', leerjaar: '3', groep }], ...changes });

/** Two postcodes that differ from the BRP, one of them secret, an afkeuring, and a melding that is held back. */
async function fill(page: Page): Promise<number> {
  const add = (persoon: Persoonsgegevens, gegevens: GegevensWpo) => savePupil(page, persoon, gegevens);
  const remi = await add({ ...testPersons.remi, postcode: '2548AE' }, inGroep('3a'));
  await add({ ...testPersons.odin, postcode: '2548AE', geheim: 'true' }, inGroep('10'));
  await add({ ...testPersons.zeus, geslacht: 'V' }, inGroep('3a'));
  await add(testPersons.hera, inGroep('3a', { gewicht: [] }));
  await exchange(page);
  return remi;
}

const table = (page: Page) => page.getByRole('table', { name: 'Nog niet correct' });

test('the work list: divided, on paper, ticked off together, remembered, and opened again', async ({ page, world }) => {
  await createAdministration(page, world);
  await connectToMock(page, world);
  const remi = await fill(page);

  // By what is the matter: the explanation stands once, with how many there are.
  await menu(page, 'Terugkoppelingen');
  const postcodes = table(page).locator('tbody').filter({ hasText: '[770]' });
  await expect(postcodes.getByRole('row')).toHaveCount(3);
  await expect(postcodes).toContainText('2 punten');
  await expect(postcodes.getByText('Wat te doen:')).toHaveCount(1);
  await screenshotFor(page, 'werklijst');
  await expectAccessible(page);

  // By groep, as people count.
  await choice(page, 'Indelen op').selectOption('groep');
  await expect(table(page).locator('th[scope=rowgroup]')).toContainText(['Groep 3a', 'Groep 10']);
  await choice(page, 'Groep van de leerling').selectOption({ label: 'Groep 10 (1)' });
  await expect(page.getByRole('status').filter({ hasText: /^1 punt$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Alles tonen' }).click();

  // On paper, by the keyboard: a sheet per groep, without the secret address.
  await tabTo(page, page.getByRole('button', { name: 'Per groep afdrukken…' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Afdrukken per groep' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Terug naar de werklijst' })).toBeFocused();
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  const [first, second] = [
    page.getByRole('region', { name: 'Groep 3a' }),
    page.getByRole('region', { name: 'Groep 10' }),
  ];
  await expect(first).toContainText('Basisschool De Proef (99ZZ) – Groep 3a – 2 november 2009');
  await expect(first).toContainText('Op school staat: 2548AE. BRON heeft: 2517JR. Wat is juist?');
  await expect(second).toContainText('Het adres is geheim');
  await expect(second).not.toContainText('2548AE');
  await expect(second).toHaveCSS('break-before', 'page');
  await expect(page.getByText('OEFENADMINISTRATIE').last()).toBeVisible();
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await page.emulateMedia({ media: null });
  await tabTo(page, page.getByRole('button', { name: 'Terug naar de werklijst' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Per groep afdrukken…' })).toBeFocused();

  // All of one signaal with one note.
  await choice(page, 'Indelen op').selectOption('signaal');
  await page.getByRole('button', { name: 'Alle 2 afvinken…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Alle 2 afvinken' })).toBeDisabled();
  await field(page, 'Notitie: waarom hoeft er niets te veranderen?').fill('Verhuisd, komt nog in de BRP.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Alle 2 afvinken' }).click();
  await expect(dialog).toBeHidden();
  await expect(table(page).getByText('[770]')).toHaveCount(0);

  // An afkeuring that is ticked off is not forgotten; a note is asked for.
  await page
    .getByRole('button', { name: /^Afvinken: Jager, Zeus de/ })
    .first()
    .press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Typ waarom er niets hoeft te veranderen.')).toBeVisible();
  await field(page, 'Notitie: waarom hoeft er niets te veranderen?').fill('De ouders zoeken het uit.');
  await page.getByRole('form', { name: 'Signaal afvinken' }).getByRole('button', { name: 'Afvinken' }).click();
  await expect(page.getByText('1 afkeuring is afgevinkt, maar BRON heeft de gegevens niet.')).toBeVisible();
  await page.getByRole('button', { name: 'Deze tonen' }).click();
  await expect(table(page)).toContainText('Afgevinkt, maar nog niet bij BRON');
  await expect(table(page)).toContainText('Afgevinkt door Secretaresse op 2 november 2009');

  // BRON says the same again: it stays decided. On the card it can be taken back.
  const card = await ask(page, 'leerlingen.get', { id: remi });
  const [inschrijving] = card.inschrijvingen;
  if (!inschrijving) throw new Error('no inschrijving');
  const { id, version, gegevens } = inschrijving;
  await ask(page, 'leerlingen.saveInschrijving', {
    leerlingId: remi,
    id,
    version,
    gegevens: { ...gegevens, aanduidingNnca: '2' },
  });
  await exchange(page);
  await choice(page, 'Tonen').selectOption('all');
  const again = table(page).getByRole('row').filter({ hasText: 'Proefpersoon, Rémi' });
  await expect(again).toContainText('Eerder besloten: afgevinkt door Secretaresse');
  await expect(again).toContainText('“Verhuisd, komt nog in de BRP.” BRON meldt hetzelfde als toen.');
  await again.getByRole('button', { name: 'Proefpersoon, Rémi', exact: true }).click();
  const note = page.getByRole('group', { name: 'Afgevinkt signaal 770' });
  await expect(note).toContainText('BRON meldt hetzelfde als toen.');
  await note.getByRole('button', { name: 'Weer openen' }).click();
  await expect(page.locator('[data-signaal]').filter({ hasText: '[770]' })).toContainText(
    'Weer geopend door Secretaresse',
  );
  await expectAccessible(page);
  await menu(page, 'Terugkoppelingen');
  await choice(page, 'Tonen').selectOption('open');
  await expect(table(page).locator('tbody').filter({ hasText: '[770]' })).toContainText('1 punt');
});
