import type { Page } from '@playwright/test';
import { CERTIFICATE_PASSWORD, creation } from '../support/administration.ts';
import { correctWec, testPersons } from '../support/pupils.ts';
import { ask, choice, field, installCertificate, menu, outcome, savePupil, screenshotFor } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

test.use({ start: '2013-09-02T09:00' });

/** Opens the card, at its inschrijving, of a pupil in SO whom BRON knows. */
async function openPupil(page: Page, { mock, host }: World): Promise<void> {
  await page.goto(host.newUrl());
  const vestigingen = [{ volgnummer: '00', naam: 'Hoofdvestiging' }];
  const soort = { soort: 'SO+VSO', cluster: '3' } as const;
  const school = { ...creation.school, ...soort, brinnummer: '98AE', vestigingen };
  const { recoveryCode } = await ask(page, 'session.create', { ...creation, school });
  await ask(page, 'session.confirmRecoveryCode', { recoveryCode });
  const settings = await ask(page, 'settings.get', {});
  await ask(page, 'settings.save', { ...settings, exchange: { endpoint: mock.addresses.soap, caPem: mock.caPem } });
  const certificate = await mock.issueCertificate('98AE', '00', CERTIFICATE_PASSWORD);
  await installCertificate(page, certificate, CERTIFICATE_PASSWORD);
  await savePupil(page, testPersons.hera, correctWec({ datumInschrijving: '2012-08-01' }));
  await ask(page, 'exchange.send', {});
  await ask(page, 'oefenklok.advance', { minutes: 31 });
  await ask(page, 'exchange.requestTerugkoppelingen', {});
  await page.goto(host.newUrl());
  await menu(page, 'Leerlingen');
  await page.getByRole('row').filter({ hasText: 'Hera' }).click();
  await tabs(page).first().click();
}

const tabs = (page: Page) => page.getByRole('tab', { name: /^Inschrijving/ });
const offerOn = (page: Page) => page.getByRole('button', { name: 'Uitschrijven en opnieuw inschrijven…' });

test('a pupil who goes from SO to VSO is uitgeschreven and ingeschreven in one step, and both reach BRON', async ({
  page,
  world,
}) => {
  const { mock } = world;
  const offer = offerOn(page);
  await openPupil(page, world);
  await page.getByRole('button', { name: 'Schoolsoort WEC: periode toevoegen' }).press('Enter');
  await field(page, 'Datum ingang schoolsoort, periode 2').fill('1-8-2013');
  await choice(page, 'Schoolsoort, periode 2').selectOption('2');
  await expect(page.getByText('Een andere schoolsoort vanaf 1 augustus 2013 is voor BRON')).toBeVisible();
  await expectAccessible(page);
  await offer.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('De inschrijving van 1 augustus 2012 eindigt op 31 juli 2013.')).toBeVisible();
  await expect(dialog.getByText('Begint op 1 augustus 2013. Verstuur twee keer')).toBeVisible();
  await expectAccessible(page);
  await screenshotFor(page, 'uit-en-in');
  await dialog.getByRole('button', { name: 'Doorvoeren' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(tabs(page)).toHaveCount(2);
  await expect(offer).toBeHidden();
  await expect(page.getByRole('button', { name: 'Opslaan' })).toBeHidden();
  await page
    .getByRole('tab', { name: /^Inschrijving/ })
    .first()
    .click();
  await expect(page.getByText('anders dan in de periode ervoor')).toBeHidden();
  await expect(page.getByText('Wacht op de uitschrijving', { exact: true })).toBeVisible();
  await expect(choice(page, 'Schoolsoort, periode 1')).toHaveValue('2');
  await expectAccessible(page);

  for (const expected of [1, 2]) {
    await menu(page, 'Uitwisselen');
    await page.getByRole('button', { name: 'Versturen', exact: true }).click();
    await expect(outcome(page)).toContainText('1 melding is bij BRON afgeleverd.');
    await page.getByRole('button', { name: '+30 minuten' }).click();
    await page.getByRole('button', { name: 'Terugkoppelingen ophalen' }).click();
    await expect(outcome(page)).toContainText('geregistreerd');
    expect(mock.register('98AE')).toHaveLength(expected);
  }
});

test('a pupil who is guided at another school from a later day on gets a new inschrijving there', async ({
  page,
  world,
}) => {
  await openPupil(page, world);
  await page.getByRole('radio', { name: 'Ambulante begeleiding op een andere school' }).check();
  await expect(page.getByText('Geldt dit pas vanaf een latere dag')).toBeVisible();
  await expectAccessible(page);
  await offerOn(page).press('Enter');
  const dialog = page.getByRole('dialog');
  const submit = dialog.getByRole('button', { name: 'Doorvoeren' });
  await dialog.getByRole('textbox', { name: 'Eerste dag van de nieuwe inschrijving' }).fill('1-8-2012');
  await expect(submit).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Eerste dag van de nieuwe inschrijving' }).fill('2-9-2013');
  await expect(dialog.getByText('eindigt op 1 september 2013.')).toBeVisible();
  await expectAccessible(page);
  await submit.press('Enter');
  await expect(tabs(page)).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Opslaan' })).toBeHidden();
  await expect(page.getByRole('radio', { name: 'Onderwijs op onze school' })).toBeChecked();
  await tabs(page).first().click();
  await expect(page.getByRole('radio', { name: 'Ambulante begeleiding op een andere school' })).toBeChecked();
});
