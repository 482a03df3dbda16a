import type { Page } from '@playwright/test';
import { formatDutchDate } from '../../shared/domain/dates.ts';
import { CERTIFICATE_PASSWORD, creation } from '../support/administration.ts';
import { visits, type Enrolled, type Filled, type Visited } from './schoolTable.ts';
import { ask, field, installCertificate, menu } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

/** The administration of a school, connected to the mock. */
async function open(page: Page, { mock, host }: World, { soort, cluster, brinnummer }: Visited): Promise<void> {
  await page.goto(host.newUrl());
  const vestigingen = [{ volgnummer: '00', naam: 'Hoofdvestiging' }];
  const school = { ...creation.school, brinnummer, soort, vestigingen, ...(cluster ? { cluster } : {}) };
  const { recoveryCode } = await ask(page, 'session.create', { ...creation, school });
  await ask(page, 'session.confirmRecoveryCode', { recoveryCode });
  const settings = await ask(page, 'settings.get', {});
  await ask(page, 'settings.save', {
    ...settings,
    exchange: { endpoint: mock.addresses.soap, caPem: mock.caPem },
  });
  await installCertificate(
    page,
    await mock.issueCertificate(brinnummer, '00', CERTIFICATE_PASSWORD),
    CERTIFICATE_PASSWORD,
  );
  await page.goto(host.newUrl());
}

/** Types or chooses, whatever the field is. */
async function fill(page: Page, [label, value]: Filled): Promise<void> {
  const control = page
    .getByRole('combobox', { name: label, exact: true })
    .or(page.getByRole('textbox', { name: label, exact: true }));
  const isList = (await control.evaluate((element) => element.tagName)) === 'SELECT';
  await (isList ? control.selectOption(value) : control.fill(value));
  await page.keyboard.press('Tab');
}

const next = (page: Page) => page.getByRole('button', { name: 'Verder', exact: true }).click();

/** Enrols a pupil in the guided steps, from the list of pupils. */
async function enrol(page: Page, pupil: Enrolled): Promise<void> {
  const { persoon, datumInschrijving, where, add = [], start, group, absent = [] } = pupil;
  await menu(page, 'Leerlingen');
  await page.getByRole('button', { name: 'Leerling inschrijven', exact: true }).first().click();
  await field(page, 'BSN of onderwijsnummer').fill(persoon.burgerservicenummer ?? '');
  await page.getByRole('button', { name: 'Nieuwe leerling invoeren' }).click();
  await fill(page, ['Achternaam', persoon.achternaam ?? '']);
  await fill(page, ['Alle voornamen', persoon.voornamen ?? '']);
  await fill(page, ['Roepnaam', persoon.roepnaam ?? '']);
  await fill(page, ['Geboortedatum', formatDutchDate(persoon.geboortedatum ?? '')]);
  await fill(page, ['Geslacht', persoon.geslacht ?? '']);
  await fill(page, ['Postcode-volgens-instelling', persoon.postcode ?? '']);
  await next(page);
  await fill(page, ['Datum inschrijving', datumInschrijving]);
  if (where) await page.getByRole('radio', { name: where }).check();
  for (const name of add) {
    await page
      .getByRole('button', { name: `${name} toevoegen`, exact: true })
      .or(page.getByRole('button', { name: `${name}: periode toevoegen`, exact: true }))
      .click();
  }
  for (const filled of start) await fill(page, filled);
  for (const name of absent) await expect(page.getByText(name, { exact: true })).toBeHidden();
  await expectAccessible(page);
  await next(page);
  for (const filled of group ?? []) await fill(page, filled);
  await next(page);
  await expect(page.getByText('zodra u op Uitwisselen verstuurt')).toBeVisible();
  await page.getByRole('button', { name: 'Inschrijven', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: `${persoon.roepnaam} ${persoon.achternaam}`, level: 1 }),
  ).toBeVisible();
}

async function exchange(page: Page): Promise<void> {
  await ask(page, 'exchange.send', {});
  await ask(page, 'oefenklok.advance', { minutes: 61 });
  await ask(page, 'exchange.requestTerugkoppelingen', {});
}

/** Opens the card of a pupil at one of its tabs. */
async function openCard(page: Page, { persoon }: Enrolled, tab: RegExp): Promise<void> {
  await menu(page, 'Leerlingen');
  await page
    .getByRole('row')
    .filter({ hasText: `${persoon.achternaam}, ${persoon.roepnaam}` })
    .click();
  await page.getByRole('tab', { name: tab }).click();
}

async function correct(page: Page, pupil: Enrolled): Promise<void> {
  await openCard(page, pupil, /^Inschrijving/);
  await expect(page.getByText(/Geregistreerd in BRON op/)).toBeVisible();
  await fill(page, pupil.correction);
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Opgeslagen' })).toBeVisible();
}

test.describe.configure({ mode: 'parallel' });

for (const visit of visits) {
  const { soort, brinnummer, pupils } = visit;
  test.describe(`a school of the soort ${soort}`, () => {
    test.use({ start: visit.start });
    test(`enrols, sends, corrects and reconciles: ${pupils.map(({ situation }) => situation).join('; ')}`, async ({
      page,
      world,
    }) => {
      await open(page, world, visit);
      for (const pupil of pupils) await enrol(page, pupil);
      await exchange(page);
      for (const pupil of pupils) await correct(page, pupil);
      await exchange(page);
      await ask(page, 'exchange.requestRegistratieoverzicht', {});
      await exchange(page);
      for (const pupil of pupils) {
        await openCard(page, pupil, /^BRON$/);
        await expect(page.getByText('Alles is gelijk aan wat hier is opgeslagen.', { exact: false })).toBeVisible();
      }
      const registered = world.mock.register(brinnummer);
      expect(registered).toHaveLength(pupils.length);
      for (const { persoon, registered: expected } of pupils) {
        const found = registered.find((item) => item.burgerservicenummer === persoon.burgerservicenummer);
        expect(found).toMatchObject({ version: 2, content: expected });
      }
    });
  });
}
