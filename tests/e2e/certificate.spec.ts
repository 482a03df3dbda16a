import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { OpensslFiles } from '../support/opensslFiles.ts';
import { ask, createAdministration, field, menu, savePupil, screenshotFor, tabTo } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';
import { testPersons } from '../support/pupils.ts';

const LETTER = 'brief mét accent';
const COPY = 'een zin voor de kopie';

const section = (page: Page) => page.getByRole('region', { name: 'Certificaat', exact: true });
const shot = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/shots/certificate-${name}.png`, fullPage: true });

/** Presses a button with the keyboard alone. */
async function press(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

/** Chooses a file by the keyboard. */
async function choose(page: Page, button: string, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(page, section(page).getByRole('button', { name: button }));
  await (await chooser).setFiles(file);
}

async function install(page: Page, button: string, file: string): Promise<void> {
  await choose(page, button, file);
  await expect(field(page, 'Wachtwoord van het certificaat')).toBeFocused();
  await page.keyboard.type(LETTER);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Installeren', exact: true })).toBeFocused();
}

/** Files as BRON gives them: one that ends in 48 days, with an old one beside it; and one that is valid from 1 December. */
function issueFiles(world: World, files: OpensslFiles) {
  const at = (name: string) => world.path(`mock/certificates/${name}`);
  const authority = { key: at('ca-key.pem'), certificate: at('ca.pem') };
  const old = files.issue(authority, '99ZZ00', { from: new Date('2006-12-20'), to: new Date('2009-12-20T11:00:00Z') });
  const next = files.issue(authority, '99ZZ00', {
    key: 'P-256',
    from: new Date('2009-12-01T08:00:00Z'),
    to: new Date('2012-12-01T08:00:00Z'),
  });
  const write = (name: string, bytes: Uint8Array) => {
    writeFileSync(world.path(name), bytes);
    return world.path(name);
  };
  return {
    bare: authority.certificate,
    old: write('oud.p12', files.pkcs12(old, { password: LETTER, flags: ['-legacy'] })),
    next: write('nieuw.pfx', files.pkcs12(next, { password: LETTER, others: [authority.certificate] })),
  };
}

test('a certificate is replaced before it ends, copied and removed, by the keyboard', async ({ page, world }) => {
  const files = new OpensslFiles();
  const { bare, old, next } = issueFiles(world, files);
  await createAdministration(page, world);
  await savePupil(page, testPersons.hera);
  await menu(page, 'Instellingen');

  await choose(page, 'Certificaatbestand kiezen…', bare);
  await expect(page.getByRole('alert')).toContainText('Dit is een los certificaat of een losse sleutel');
  await choose(page, 'Certificaatbestand kiezen…', old);
  await expect(field(page, 'Wachtwoord van het certificaat')).toBeFocused();
  await page.keyboard.type('verkeerd');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Het wachtwoord hoort niet bij dit certificaatbestand.');
  // The file need not be chosen again, and what was typed is selected.
  await expect(field(page, 'Wachtwoord van het certificaat')).toBeFocused();
  await page.keyboard.type(LETTER);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: 'Certificaat installeren' })).toContainText('20 december 2009');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Test certificaat' })).toBeFocused();
  await expect(section(page)).toContainText('verloopt over 48 dagen, op 20 december 2009');

  await menu(page, 'Vandaag');
  await expect(page.locator('[data-certificate="notice"]')).toContainText('Vraag bij de Helpdesk BRON');
  await shot(page, 'vandaag');
  await menu(page, 'Uitwisselen');
  await expect(page.locator('[data-certificate="notice"]')).toBeVisible();
  await shot(page, 'warning');
  await menu(page, 'Instellingen');
  // Away from the menu, which explains what the mouse rests on.
  await page.mouse.move(0, 0);
  await install(page, 'Ander certificaat installeren…', next);
  await page.keyboard.press('Enter');
  await expect(section(page).getByRole('button', { name: 'Ander certificaat installeren…' })).toBeFocused();
  const waiting = page.getByRole('list', { name: 'Certificaten die klaarstaan' });
  await expect(waiting).toContainText('Wordt gebruikt vanaf 1 december 2009, 09:00');
  await expect(section(page).locator('[data-certificate]')).toHaveCount(0);
  await section(page).evaluate((element) => element.scrollIntoView());
  await screenshotFor(page, 'certificaat-vervangen');
  await shot(page, 'waiting');
  await expectAccessible(page);

  await press(page, waiting.getByRole('button', { name: /^Reservekopie maken/ }));
  const dialog = page.getByRole('dialog', { name: 'Reservekopie van het certificaat' });
  await expect(dialog.getByLabel('Nieuw wachtwoord')).toBeFocused();
  await page.keyboard.type(COPY);
  await shot(page, 'copy');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('De twee wachtwoorden zijn niet gelijk.');
  await tabTo(page, dialog.getByLabel('Wachtwoord herhalen'));
  await page.keyboard.type(COPY);
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('certificaat-99ZZ00-tot-2012-12-01.p12');
  await download.saveAs(world.path('kopie.p12'));
  const read = files.run('pkcs12', '-in', world.path('kopie.p12'), '-passin', `pass:${COPY}`, '-nodes').toString();
  expect(read).toContain('PRIVATE KEY');
  await expect(dialog).toBeHidden();

  // Four weeks and two days on the new one has taken over by itself.
  await ask(page, 'oefenklok.advance', { minutes: 30 * 24 * 60 });
  await expect(waiting).toBeHidden();
  const earlier = page.getByRole('table', { name: 'Eerdere certificaten' });
  await expect(earlier).toContainText('Vervangen');
  await expect(section(page).locator('dl').first()).toContainText('1 december 2012');
  await press(
    page,
    section(page).getByRole('button', { name: /^Verwijderen: certificaat geldig tot 1 december 2012/ }),
  );
  await expect(page.getByRole('dialog')).toContainText(
    'Daarna wordt het certificaat gebruikt dat geldig is tot 20 december 2009.',
  );
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Verwijderen', exact: true }));
  await expect(earlier).toContainText('Verwijderd op 2 december 2009; de sleutel is vernietigd');
  await expect(section(page)).toContainText('verloopt over 18 dagen');
  await press(
    page,
    section(page).getByRole('button', { name: /^Verwijderen: certificaat geldig tot 20 december 2009/ }),
  );
  await expect(page.getByRole('dialog')).toContainText('Daarna kan er niet meer worden uitgewisseld met BRON');
  await shot(page, 'remove');
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Verwijderen', exact: true }));
  await expect(section(page)).toContainText('Er is geen beveiligingscertificaat');
  await expect(section(page).getByRole('button', { name: 'Certificaatbestand kiezen…' })).toBeFocused();
  await shot(page, 'removed');
  files.close();
});
