import type { Page } from '@playwright/test';
import { begeleid } from '../mock-bron/testing/aansluiting.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { openMijnBron, type MijnBronPages } from './mijnBron.ts';
import { openStep, pointToMock } from './phase.ts';
import { ask, createAdministration, field, menu, savePupil } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

const part = (page: Page, key: string) => page.locator(`[data-part="${key}"]`);
const expectDone = (page: Page, key: string) => expect(part(page, key)).toHaveAttribute('data-done', 'true');
const outcome = (page: Page) => page.getByRole('list', { name: 'Uitkomst van de laatste uitwisseling' });

/** Has the port test try what the mock has in the place of ports 80 and 443. */
async function usePorts(page: Page, { mock: { addresses } }: World): Promise<void> {
  const settings = await ask(page, 'settings.get', {});
  const ports = { http: addresses.control, https: addresses.site };
  await ask(page, 'settings.save', { ...settings, exchange: { ...settings.exchange, ports } });
}

/** Moves the Oefenklok to a later day. */
async function goTo(page: Page, { mock }: World, day: string): Promise<void> {
  const now = mock.clock.now();
  const minutes = Math.round((Date.parse(`${day}T08:00:00Z`) - now.getTime()) / 60_000);
  await ask(page, 'oefenklok.advance', { minutes });
  await menu(page, 'Vandaag');
  await menu(page, 'Aansluiting');
}

/** Notes a document, or ticks a part, in the dialog behind its button. */
async function note(page: Page, button: string, fields: Record<string, string> = {}): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await field(page, label).fill(value);
  await dialog.getByRole('button', { name: /^(Noteren|Afvinken)$/ }).click();
  await expect(dialog).toBeHidden();
}

/** Steps 1 to 4, five weeks before the start. */
async function prepareEarly(page: Page, world: World, bron: MijnBronPages): Promise<void> {
  await test.step('1: the letter, and what came with it', async () => {
    await bron.read('vooraankondiging1');
    await menu(page, 'Aansluiting');
    await note(page, 'Noteren: Vooraankondiging 1', { 'Geplande startweek': '7-12-2009' });
    await note(page, 'Noteren: Brochure scholen');
    await note(page, 'Noteren: Stappenplan aansluiting BRON PO');
  });
  await test.step('2: the contactpersoon mends what Mijn BRON has, the bevoegd gezag signs', async () => {
    await openStep(page, 2);
    await page.getByRole('button', { name: 'Contactgegevens invullen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Contactgegevens' });
    for (const [label, value] of [
      ['Straat', 'Dorpsstraat'],
      ['Huisnummer', '1'],
      ['Postcode', '2554EJ'],
      ['Plaats', 'Den Haag'],
    ] as const)
      await field(page, label).fill(value);
    await dialog
      .getByRole('group', { name: 'Aanleverpunt 00' })
      .getByLabel('E-mail')
      .fill('administratie@school.example');
    await dialog.getByRole('checkbox', { name: 'De gemachtigde is de contactpersoon' }).uncheck();
    const gemachtigde = dialog.getByRole('group', { name: 'Gemachtigde' });
    await gemachtigde.getByLabel('Naam').fill('D. Irecteur');
    await gemachtigde.getByLabel('E-mail').fill('directie@school.example');
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await expectDone(page, 'contactgegevens');

    await bron.logIn('Contactpersoon aanleverpunt 00');
    await bron.open('Contactgegevens');
    await bron.page.getByRole('link', { name: 'Contactgegevens wijzigen' }).click();
    await bron.page.getByLabel('E-mailadres').fill('administratie@school.example');
    await bron.page.getByRole('button', { name: 'Contactgegevens opslaan' }).click();
    await expect(bron.page.getByRole('status')).toContainText('De contactgegevens zijn opgeslagen');
    world.mock.organisation.receiveAkkoordverklaring('99ZZ', '2009-11-02');
    await note(page, 'Afvinken: De contactgegevens in Mijn BRON kloppen');
    await note(page, 'Afvinken: Akkoordverklaring ondertekend door het bevoegd gezag');
  });
  await test.step('3 and 4: the program and the ports', async () => {
    await openStep(page, 3);
    await note(page, 'Afvinken: Dit is de nieuwste versie');
    await openStep(page, 4);
    await page.getByRole('button', { name: 'Poorten testen' }).click();
    await expectDone(page, 'ports');
  });
}

/** Steps 5 to 8: a month before the start, and the start. */
async function prepareLate(page: Page, world: World, bron: MijnBronPages): Promise<void> {
  await goTo(page, world, '2009-11-09');
  await test.step('5: the second letter', async () => {
    await bron.read('vooraankondiging2');
    await openStep(page, 5);
    await note(page, 'Noteren: Vooraankondiging 2', { 'Dag van de start': '7-12-2009' });
    await bron.open('Documenten');
    await expect(bron.page.getByRole('link', { name: /Handboek.*: PDF/i })).toBeVisible();
    await note(page, 'Noteren: Handboek BRON PO');
  });
  await test.step('6: what the program counted goes to Mijn BRON', async () => {
    await openStep(page, 6);
    await expect(page.locator('[data-counted]')).toContainText('3 leerlingen, van wie 1 ambulant begeleid');
    await bron.open('Aantallen');
    await bron.page.getByLabel('Ingeschreven leerlingen').fill('3');
    await bron.page.getByLabel('Ambulant begeleide leerlingen').fill('1');
    await bron.page.getByRole('button', { name: 'Aantallen doorgeven' }).click();
    await expect(bron.page.getByRole('status')).toContainText('De aantallen zijn doorgegeven.');
    await page.getByRole('button', { name: 'Noteren wat u hebt doorgegeven' }).click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expectDone(page, 'aantallen');
  });
  await test.step('7: the last look before the freeze', async () => {
    await bron.open('Contactgegevens');
    await expect(bron.page.getByText('administratie@school.example').first()).toBeVisible();
    await openStep(page, 7);
    await note(page, 'Afvinken: De contactgegevens in Mijn BRON kloppen nog');
  });
  await goTo(page, world, '2009-12-07');
  await test.step('8: the registered letter', async () => {
    const { Gebruikersnaam = '' } = await bron.read('wachtwoordbrief');
    await openStep(page, 8);
    await note(page, 'Noteren: Wachtwoordbrief ontvangen', { Gebruikersnaam });
    await expect(page.getByRole('heading', { name: 'Fase aansluiting BRON' }).first()).toBeVisible();
  });
}

/** Step 9: with the password of the letter, from inside the program. */
const useCertificate = (page: Page, bron: MijnBronPages) =>
  test.step('9: the certificate is downloaded, installed and tested', async () => {
    const { Gebruikersnaam = '', Wachtwoord = '' } = await bron.read('wachtwoordbrief');
    await openStep(page, 9);
    await expect(field(page, 'Gebruikersnaam')).toHaveValue(Gebruikersnaam);
    await page.getByLabel('Wachtwoord uit de wachtwoordbrief').fill(Wachtwoord);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Test certificaat' }).click();
    for (const key of ['download', 'install', 'test']) await expectDone(page, key);
  });

/** Step 10: the four-step cycle, twice: what BRON rejects is corrected. */
const exchange = (page: Page, world: World) =>
  test.step('10: everything goes to BRON, what it rejects is corrected and goes again', async () => {
    await goTo(page, world, '2009-12-16');
    await menu(page, 'Uitwisselen');
    await page.getByRole('button', { name: /^Versturen/ }).click();
    await expect(outcome(page)).toContainText('3 ');
    await ask(page, 'oefenklok.advance', { minutes: 61 });
    await page.getByRole('button', { name: 'Terugkoppelingen ophalen' }).click();
    await expect(page.locator('[data-place="afgekeurd"]')).toContainText('1');
    await menu(page, 'Terugkoppelingen');
    await page
      .getByRole('table', { name: 'Nog niet correct' })
      .getByRole('button', { name: /Jager, Zeus de/ })
      .first()
      .click();
    await choiceOf(page, 'Geslacht').selectOption('M');
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await menu(page, 'Uitwisselen');
    await page.getByRole('button', { name: /^Versturen/ }).click();
    await ask(page, 'oefenklok.advance', { minutes: 61 });
    await page.getByRole('button', { name: 'Terugkoppelingen ophalen' }).click();
    await menu(page, 'Aansluiting');
    await openStep(page, 10);
    await expectDone(page, 'delivered');
    await expectDone(page, 'registered');
  });

const choiceOf = (page: Page, label: string) => page.getByRole('combobox', { name: label, exact: true });

/** Step 11: the mails of weeks 3 and 6; the mock has no holidays of this year. */
const readMails = (page: Page, world: World, bron: MijnBronPages) =>
  test.step('11: the voortgangsmails say what BRON has', async () => {
    for (const [day, week] of [
      ['2009-12-28', 3],
      ['2010-01-18', 6],
    ] as const) {
      await goTo(page, world, day);
      const mail = await bron.read('voortgangsmail');
      expect(mail).toMatchObject({ 'Score leerlingen': '3 van 3 (100%)', 'Resterende werkweken': String(10 - week) });
      await openStep(page, 11);
      await note(page, `Noteren: Voortgangsmail van week ${week}`);
    }
    await bron.open('Voortgang');
    await expect(bron.page.getByRole('table').first()).toContainText('100%');
  });

/** Steps 12 and 13: the gemachtigde agrees, and the school is qualified. */
const agree = (page: Page, world: World, bron: MijnBronPages) =>
  test.step('12 and 13: GTB and vergelijkingsoverzicht, the reactie of the gemachtigde, and the end', async () => {
    await bron.open('GTB/AB overzicht');
    await bron.page.getByRole('link', { name: 'Geef hier uw reactie' }).click();
    await expect(bron.page.getByText('Alleen de gemachtigde van de school geeft een reactie.')).toBeVisible();
    await bron.logOut();
    await bron.logIn('Gemachtigde');
    await bron.open('GTB/AB overzicht');
    await bron.page.getByRole('link', { name: 'Geef hier uw reactie' }).click();
    await bron.page.getByRole('radio', { name: 'Akkoord', exact: true }).check();
    await bron.page.getByRole('button', { name: 'Verder naar de samenvatting' }).click();
    await bron.page.getByRole('button', { name: 'Reactie versturen' }).click();
    await expect(bron.page.getByRole('status')).toContainText('Uw reactie is ontvangen');
    await openStep(page, 12);
    await note(page, 'Afvinken: GTB gecontroleerd');
    await note(page, 'Afvinken: Vergelijkingsoverzicht gecontroleerd');
    await note(page, 'Afvinken: Reactie gegeven in Mijn BRON');
    await expectAccessible(page);
    await goTo(page, world, '2010-02-16');
    await bron.read('afronding');
    await openStep(page, 13);
    await page.getByRole('button', { name: 'Noteren: Bericht over het afronden ontvangen' }).click();
    await page.getByRole('radio', { name: 'Uw school is gekwalificeerd.' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Noteren' }).click();
    await expect(page.getByRole('heading', { name: 'Uw school is gekwalificeerd.' })).toBeVisible();
    await expectAccessible(page);
  });

test('a school walks the thirteen steps as contactpersoon and as gemachtigde, and is gekwalificeerd', async ({
  page,
  browser,
  world,
}) => {
  test.setTimeout(300_000);
  await createAdministration(page, world);
  await pointToMock(page, world);
  await usePorts(page, world);
  await savePupil(page, testPersons.hera, correctInschrijving(begeleid));
  await savePupil(page, { ...testPersons.zeus, geslacht: 'V' });
  await savePupil(page, testPersons.remi);
  const planned = { brinnummer: '99ZZ', plannedWeek: '2009-12-07', start: '2009-12-07', outdated: true };
  world.mock.organisation.plan(planned);
  const bron = await openMijnBron(browser, world);
  await prepareEarly(page, world, bron);
  await prepareLate(page, world, bron);
  await useCertificate(page, bron);
  await exchange(page, world);
  await readMails(page, world, bron);
  await agree(page, world, bron);
});
