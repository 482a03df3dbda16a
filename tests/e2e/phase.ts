import type { Page } from '@playwright/test';
import { ask } from './steps.ts';
import { expect, type World } from './world.ts';

const person = { naam: 'A. Ministratie', telefoonnummer: '0101234567', email: 'administratie@school.example' };
const adres = { straatnaam: 'Dorpsstraat', huisnummer: '1', postcode: '2554EJ', plaats: 'Den Haag' };

/** Has the program look for BRON and its site at the mock, without a certificate. */
export async function pointToMock(page: Page, { mock }: World): Promise<void> {
  const settings = await ask(page, 'settings.get', {});
  const exchange = { endpoint: mock.addresses.soap, site: mock.addresses.site, caPem: mock.caPem };
  await ask(page, 'settings.save', { ...settings, exchange });
}

/** Does steps 1 to 7 of the Stappenplan without the screens, for a start on `start` (`yyyy-mm-dd`). */
export async function prepare(page: Page, start: string): Promise<void> {
  const receivedOn = '2009-11-02';
  const note = (kind: 'vooraankondiging1' | 'brochure' | 'stappenplan' | 'vooraankondiging2' | 'handboek') =>
    ask(page, 'aansluiting.noteDocument', { kind, receivedOn, ...(kind.startsWith('voor') ? { start } : {}) });
  // Before vooraankondiging 2, after which they may be frozen.
  await ask(page, 'aansluiting.saveContact', {
    hoofdvestiging: {
      ...{ brinnummer: '99ZZ', vestigingsvolgnummer: '00', naam: 'Basisschool De Proef' },
      adres,
      gemachtigde: person,
    },
    aanleverpunten: [{ aanleverpunt: '00', las: 'Bronwijs 0.1.0', adres, contactpersoon: person }],
    relatiebeheerder: { naam: '', telefoonnummer: '', email: '' },
  });
  for (const kind of ['vooraankondiging1', 'brochure', 'stappenplan', 'vooraankondiging2', 'handboek'] as const)
    await note(kind);
  for (const part of ['akkoordverklaring', 'contactChecked', 'newest', 'ports', 'contactRechecked'] as const)
    await ask(page, 'aansluiting.tick', { part, on: receivedOn });
  await ask(page, 'aansluiting.reportAantallen', { reportedOn: receivedOn, leerlingen: 0, ambulant: 0 });
}

/** Notes a wachtwoordbrief of the mock as received today; gives what stands in it. */
export async function receiveLetter(page: Page, { mock }: World, receivedOn = '2009-11-02') {
  const letter = mock.createWachtwoordbrief('99ZZ', '00');
  const { gebruikersnaam } = letter;
  await ask(page, 'aansluiting.noteDocument', { kind: 'wachtwoordbrief', receivedOn, gebruikersnaam });
  return letter;
}

/** Shows a step of the screen Aansluiting by the list. */
export async function openStep(page: Page, number: number): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Stappen van het Stappenplan' });
  await list.getByRole('button', { name: new RegExp(`^${number}\\. `) }).click();
  await expect(page.getByRole('heading', { name: new RegExp(`^Stap ${number}: `) })).toBeFocused();
}

/** Pictures of a step in both sizes, to be looked at: as the window shows it, and whole. */
export async function shots(page: Page, name: string): Promise<void> {
  const step = page.getByRole('region', { name: /^Stap \d+: / });
  for (const [width, height] of [
    [1920, 1080],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height: 3000 });
    await step.screenshot({ path: `test-results/shots/${name}-${width}.png`, animations: 'disabled' });
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `test-results/shots/${name}-${width}-window.png`, animations: 'disabled' });
  }
}
