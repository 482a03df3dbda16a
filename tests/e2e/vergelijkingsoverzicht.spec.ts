import type { Page } from '@playwright/test';
import { begeleid } from '../mock-bron/testing/aansluiting.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { control, inFase } from './counted.ts';
import { comeIn } from './signIn.ts';
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

test.use({ viewport: { width: 1366, height: 768 }, start: '2009-10-05T09:00' });

const { hera, zeus } = testPersons;
const MINUTES_A_DAY = 24 * 60;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const told = (page: Page) => page.getByRole('tabpanel').getByRole('status').first();
const state = (page: Page) => page.locator('[data-overview]');

/** It is Tuesday 1 December, in the fase; Hera is at BRON with her begeleiding. */
async function begun(page: Page, world: World): Promise<void> {
  await createAdministration(page, world);
  await connectToMock(page, world);
  await inFase(world);
  await ask(page, 'oefenklok.advance', { minutes: 57 * MINUTES_A_DAY });
  await savePupil(page, hera, correctInschrijving(begeleid));
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
}

/** DUO-CFI has another onderwijssoort of Hera, and a pupil whom BRON does not have. */
async function giveForms(world: World): Promise<void> {
  const side = { onderwijssoort: '32', cviNummer: begeleid.lgfIndicatie[0]?.cviNummer };
  const numbers = ({ burgerservicenummer, geboortedatum }: typeof hera | typeof zeus) => ({
    ...{ pgn: burgerservicenummer, geboortedatum },
  });
  await control(world, 'PUT', '/aansluitingen/99ZZ/cfi', {
    leerlingen: [
      { ...numbers(hera), ...side },
      { ...numbers(zeus), ...side, cviNummer: '3-01-2009-0002' },
    ],
  });
}

test('C-62 C-63 C-64 C-70: each difference on the vergelijkingsoverzicht is judged, and what is right in BRON is let stand', async ({
  page,
  world,
}) => {
  test.setTimeout(180_000);
  await begun(page, world);
  await menu(page, 'Tellingen');
  await page.getByRole('tab', { name: 'Vergelijkingsoverzicht AB' }).click();
  await expect(state(page)).toContainText('Nog niet bekend of er een vergelijkingsoverzicht is.');
  await tabTo(page, button(page, 'Ophalen uit Mijn BRON'));
  await page.keyboard.press('Enter');
  await expect(told(page)).toHaveText('Mijn BRON heeft geen vergelijkingsoverzicht van uw school.');
  await expect(state(page)).toContainText('U hoeft niets te doen.');
  await expectAccessible(page);

  await giveForms(world);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '2 verschillen' })).toBeVisible();
  await expect(page.getByText('Klopt BRON en klopt DUO-CFI niet, dan hoeft u niets te doen.')).toBeVisible();
  await expect(
    page.getByText(/vordert DUO de bekostiging van deze leerling terug, tot uiterlijk 1 augustus 2008/),
  ).toBeVisible();
  const missing = page.locator('[data-kind="V1"]');
  await expect(missing).toContainText('Ontbreekt in BRON');
  await expect(missing).toContainText('Kan worden teruggevorderd');
  const soort = page.locator('[data-kind="V4"]');
  await expect(soort.getByRole('row').filter({ hasText: 'Onderwijssoort indicatie' })).toContainText(/\(32\).*\(31\)/);
  await expectAccessible(page);
  await screenshotFor(page, 'vergelijkingsoverzicht');

  // What is meant to be so is noted, with why.
  await tabTo(page, button(page, 'Verschil bewust: Onderwijssoort verschilt, Jager, Hera de'));
  await page.keyboard.press('Enter');
  await field(page, 'Waarom').fill('De beschikking zegt 31; het formulier was verkeerd.');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Noteren' }).press('Enter');
  await expect(soort).toContainText(
    'Verschil bewust. De beschikking zegt 31; het formulier was verkeerd. (Secretaresse',
  );
  await button(page, 'Niet meer bewust: Onderwijssoort verschilt, Jager, Hera de').press('Enter');
  await expect(soort).not.toContainText('Verschil bewust.');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.screenshot({ path: 'test-results/shots/vergelijkingsoverzicht-1920.png', fullPage: true });
  await page.setViewportSize({ width: 1366, height: 768 });

  // The way leads to the field; what is sent after it may still bring a new overview.
  await tabTo(page, button(page, /^Naar .*Onderwijssoort.* van Jager, Hera de$/));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: /Onderwijssoort/ })).toBeFocused();
  await ask(page, 'oefenklok.advance', { minutes: MINUTES_A_DAY });
  await control(world, 'PUT', '/gtb-delay', { werkdagen: 7 });
  await savePupil(page, zeus);
  await ask(page, 'exchange.send', {});
  await menu(page, 'Tellingen');
  await expect(state(page)).toContainText('Tot en met 11 december 2009, de zevende werkdag, kan er een nieuw komen.');
});

test('C-65 C-66: the gemachtigde gives one of the four reacties, after a summary; never before there is a GTB', async ({
  page,
  world,
}) => {
  test.setTimeout(180_000);
  await begun(page, world);
  // Mijn BRON takes a reactie only of the gemachtigde whom it knows.
  const { contactgegevens } = await ask(page, 'mijnBron.contact', {});
  const { naam } = contactgegevens.hoofdvestiging.gemachtigde;
  const settings = await ask(page, 'settings.get', {});
  const gemachtigde = { ...settings.school.gemachtigde, naam };
  await ask(page, 'settings.save', { ...settings, school: { ...settings.school, gemachtigde } });
  await menu(page, 'Tellingen');
  await page.getByRole('tab', { name: 'Reactie' }).click();
  await expect(page.locator('[data-failure="reactie-without-gtb"]')).toContainText(
    'Er is nog geen GTB, dus is er nog niets om op te reageren.',
  );
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expectAccessible(page);
  await button(page, 'Naar de GTB’s').press('Enter');
  await giveForms(world);
  await button(page, 'Ophalen uit Mijn BRON').press('Enter');
  await expect(told(page)).toHaveText(/GTB’s opgehaald\.$/);
  await ask(page, 'mijnBron.fetchVergelijkingsoverzicht', {});

  // Whoever is not gemachtigde sees what it is about, and cannot give it.
  const added = async (role: 'administratie' | 'gemachtigde') =>
    (await ask(page, 'users.add', { naam: `De ${role}`, login: role, role })).oneTimePassword;
  const passwords = { administratie: await added('administratie'), gemachtigde: await added('gemachtigde') };
  const reactieAs = async (role: keyof typeof passwords) => {
    await comeIn(page, role, passwords[role]);
    await menu(page, 'Tellingen');
    await page.getByRole('tab', { name: 'Reactie' }).click();
    await expect(page.getByText('Alleen u kunt bepalen of dit klopt.')).toBeVisible();
  };
  await reactieAs('administratie');
  await expect(page.getByText(`Alleen de gemachtigde geeft de reactie: ${naam}.`)).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await reactieAs('gemachtigde');
  await expect(
    page.getByText('heeft 2 verschillen; 2 staan nog open. Bij 1 leerling kan bekostiging worden teruggevorderd.'),
  ).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(4);
  await expect(button(page, 'Verder…')).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole('radio', { name: /^Kwaliteit niet akkoord, aantal akkoord/ }).check();
  await screenshotFor(page, 'reactie');
  await tabTo(page, button(page, 'Verder…'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`${naam} zegt hiermee als gemachtigde: de inhoud van het GTB overzicht`);
  await expect(dialog.getByRole('table')).toContainText('1-3-2010');
  await expectAccessible(page);
  const give = dialog.getByRole('button', { name: 'Reactie geven' });
  await expect(give).toBeDisabled();
  await dialog.getByRole('checkbox').press('Space');
  await screenshotFor(page, 'reactie-samenvatting');
  await give.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'Kwaliteit niet akkoord, aantal akkoord.' })).toContainText(
    '1 december 2009',
  );
  expect(world.mock.mijnBron.reacties('99ZZ')).toMatchObject([
    { choice: 'kwaliteitNietAantalAkkoord', by: naam, vergelijkingsoverzicht: '99ZZ-AB-1' },
  ]);
  await expectAccessible(page);
});
