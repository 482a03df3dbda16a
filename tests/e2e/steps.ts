import { expect, type Locator, type Page } from '@playwright/test';
import type { LasBridge } from '../../shared/api/bridge.ts';
import type { Input, OperationName, Output } from '../../shared/api/contract.ts';
import type { DraftForm } from '../../shared/api/drafts.ts';
import type { GegevensWpo, InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { CERTIFICATE_PASSWORD } from '../support/administration.ts';
import { asWpo, correctInschrijving } from '../support/pupils.ts';
import type { World } from './world.ts';

export const PASSWORD = 'lange zin als wachtwoord';

/** Makes an oefenadministratie through the start screens, recovery code and all; gives that code. */
export async function createAdministration(page: Page, world: World): Promise<string> {
  await page.goto(world.host.newUrl());
  await page.getByRole('radio', { name: /Oefenadministratie/ }).check();
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByLabel('BRIN').fill('99zz');
  await page.getByLabel('Aanleverpunt').fill('00');
  await page.getByLabel('Naam van de school').fill('Basisschool De Proef');
  await page.getByRole('group', { name: 'Vestiging 1' }).getByLabel('Naam of adres').fill('Hoofdvestiging');
  await page.getByRole('button', { name: 'Verder' }).click();
  const contact = page.getByRole('group', { name: 'Contactpersoon' });
  await contact.getByLabel('Naam').fill('A. Ministratie');
  await contact.getByLabel('Telefoon').fill('010 1234567');
  await page.getByRole('checkbox', { name: 'De gemachtigde is dezelfde persoon' }).check();
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByLabel('Uw naam').fill('Secretaresse');
  await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD);
  await page.getByLabel('Wachtwoord herhalen').fill(PASSWORD);
  await page.getByRole('button', { name: 'Administratie maken' }).click();
  return confirmRecoveryCode(page);
}

export async function confirmRecoveryCode(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Uw herstelcode' })).toBeVisible();
  const code = (await page.locator('[data-recovery-code]').textContent()) ?? '';
  await page.getByRole('button', { name: 'Ik heb de code op papier' }).click();
  await page.getByLabel('Herstelcode').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Code controleren' }).click();
  await expect(page.getByRole('heading', { name: 'Vandaag', level: 1 })).toBeVisible();
  return code;
}

/** Asks the core beside the screens, as the user who is at work in the page. */
export async function ask<N extends OperationName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await page.evaluate(
    ([operation, given]) => (globalThis as unknown as { las: LasBridge }).las.invoke(operation, given as never),
    [name, input] as const,
  );
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
  return result.value as Output<N>;
}

/** Has the program exchange with the mock BRON, without its screens. */
export async function connectToMock(page: Page, { mock }: World): Promise<void> {
  const settings = await ask(page, 'settings.get', {});
  await ask(page, 'settings.save', { ...settings, exchange: { endpoint: mock.addresses.soap, caPem: mock.caPem } });
  await installCertificate(page, await mock.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD), CERTIFICATE_PASSWORD);
}

/** Fetches what BRON has to say, half an hour later. */
export async function fetchTerugkoppelingen(page: Page): Promise<void> {
  await ask(page, 'oefenklok.advance', { minutes: 31 });
  await ask(page, 'exchange.requestTerugkoppelingen', {});
}

/** Installs the certificate of a file with these bytes, chosen as a person does and without the screen. */
export async function installCertificate(page: Page, bytes: Buffer, password: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  const choosing = page.evaluate(() => window.las.host.chooseFile({ title: 'Certificaat', extensions: ['p12'] }));
  await (await chooser).setFiles({ name: 'certificaat.p12', mimeType: 'application/x-pkcs12', buffer: bytes });
  const token = (await choosing)?.token ?? '';
  const { draft } = await ask(page, 'certificate.choose', { token });
  const { certificates } = await ask(page, 'certificate.inspect', { draft, password });
  await ask(page, 'certificate.install', { draft, fingerprint: certificates[0]?.fingerprint ?? '' });
}

/** Waits until what was typed on a form is kept as unsaved work in the administration. */
export async function untilKept(page: Page, form: DraftForm, typed: string): Promise<void> {
  const kept = async () => {
    const { drafts } = await ask(page, 'drafts.list', { form });
    const works = await Promise.all(drafts.map(({ id }) => ask(page, 'drafts.read', { id })));
    return works.map(({ content }) => content).join();
  };
  await expect.poll(kept).toContain(typed);
}

/** A field to type in, by its label. */
export const field = (page: Page, label: string): Locator => page.getByRole('textbox', { name: label, exact: true });

/** A list to choose from, by its label. */
export const choice = (page: Page, label: string): Locator => page.getByRole('combobox', { name: label, exact: true });

/** Goes to a screen by the main menu. */
export async function menu(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByText(screen, { exact: true }).click();
  await expect(page.getByRole('heading', { name: screen, level: 1 })).toBeVisible();
}

/** What the last run of the exchange brought, in sentences. */
export const outcome = (page: Page): Locator =>
  page.getByRole('list', { name: 'Uitkomst van de laatste uitwisseling' });

export interface PupilInput {
  achternaam: string;
  voorvoegsel?: string;
  roepnaam: string;
  bsn: string;
  /** As a Dutch person types it. */
  geboortedatum: string;
  geslacht: 'M' | 'V';
  postcode: string;
}

/** Types a new pupil with an inschrijving in groep 3 from the list of pupils, and saves. */
export async function addPupil(page: Page, pupil: PupilInput): Promise<void> {
  await page.getByRole('button', { name: 'Nieuwe leerling' }).first().click();
  await field(page, 'Achternaam').fill(pupil.achternaam);
  await choice(page, 'Voorvoegsel').fill(pupil.voorvoegsel ?? '');
  await field(page, 'Roepnaam').fill(pupil.roepnaam);
  await field(page, 'Burgerservicenummer').fill(pupil.bsn);
  await field(page, 'Geboortedatum').fill(pupil.geboortedatum);
  await choice(page, 'Geslacht').selectOption(pupil.geslacht);
  await field(page, 'Postcode-volgens-instelling').fill(pupil.postcode);
  await page.getByRole('tab', { name: 'Nieuwe inschrijving' }).click();
  await field(page, 'Datum inschrijving').fill('1 augustus 2009');
  await page.keyboard.press('Tab');
  await choice(page, 'Aanduiding NNCA WPO').selectOption('1');
  await choice(page, 'Indicatie bekostiging, periode 1').selectOption('true');
  await field(page, 'Leerjaar, periode 1').fill('3');
  await field(page, 'Groep, periode 1').fill('3a');
  await choice(page, 'Code gewichtenregeling, periode 1').selectOption('2');
  await choice(page, 'Gewicht, periode 1').selectOption('0');
  await page.getByRole('button', { name: 'Opslaan' }).click();
}

/** Saves a pupil with an inschrijving without the screens. Gives the id of the pupil. */
export async function savePupil(
  page: Page,
  persoon: Persoonsgegevens,
  gegevens: InschrijvingGegevens = correctInschrijving(),
): Promise<number> {
  const { id: leerlingId } = await ask(page, 'leerlingen.save', { persoon });
  await ask(page, 'leerlingen.saveInschrijving', { leerlingId, gegevens });
  return leerlingId;
}

/** Changes the first inschrijving of a pupil without the screens. */
export async function changeInschrijving(page: Page, leerlingId: number, changes: Partial<GegevensWpo>): Promise<void> {
  const { inschrijvingen } = await ask(page, 'leerlingen.get', { id: leerlingId });
  const [inschrijving] = inschrijvingen;
  if (!inschrijving) throw new Error('no inschrijving');
  const { id, version, gegevens } = inschrijving;
  await ask(page, 'leerlingen.saveInschrijving', {
    leerlingId,
    id,
    version,
    gegevens: { ...asWpo(gegevens), ...changes },
  });
}

/** Goes on with the Tab key until an element has the keyboard. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const has = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 120 && !(await has()); presses += 1) await page.keyboard.press('Tab');
  await expect(wanted).toBeFocused();
}

/** A picture for the manual or the README; made anew only when asked for, so that a test run leaves the tree as it is. */
export async function screenshotFor(page: Page, name: string, folder = 'resources/handleiding/images'): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS) await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
}
