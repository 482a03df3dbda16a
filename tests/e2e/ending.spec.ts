import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openStep, prepare, receiveLetter, shots } from './phase.ts';
import { ask, createAdministration, menu, tabTo } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 }, start: '2010-01-18T09:00' });

const situation = (page: Page, name: string) => page.locator(`[data-situation="${name}"]`);

async function begin(page: Page, world: World): Promise<void> {
  await createAdministration(page, world);
  await prepare(page, '2009-11-02');
  await receiveLetter(page, world);
}

/** Notes how the fase ended, by the keyboard. */
async function note(page: Page, ending: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: /^Noteren: Bericht over het afronden/ }));
  await page.keyboard.press('Enter');
  const radio = page.getByRole('radio', { name: ending });
  await radio.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

for (const { ending, option, title } of [
  { ending: 'gekwalificeerd', option: 'Uw school is gekwalificeerd.', title: 'Uw school is gekwalificeerd.' },
  {
    ending: 'aangesloten',
    option: /aangesloten, nog niet/,
    title: 'Uw school is aangesloten, nog niet gekwalificeerd.',
  },
] as const)
  test(`C-67 C-68 C-69 C-70: the fase ends ${ending}, with what that means from then on, and the path is over`, async ({
    page,
    world,
  }) => {
    await begin(page, world);
    await menu(page, 'Aansluiting');
    await openStep(page, 13);
    await expect(situation(page, 'gekwalificeerd')).toContainText('gebruikt worden voor de bekostiging');
    await expect(situation(page, 'aangesloten')).toContainText('De Helpdesk BRON belt u niet meer uit zichzelf.');
    await expect(page.getByText('teruggevorderd tot uiterlijk 1 augustus 2008')).toBeVisible();
    await expectAccessible(page);
    await note(page, option);
    await expect(situation(page, ending)).toContainText('Uw school');
    await expect(page.locator('[data-own="true"]')).toHaveCount(1);
    await expect(page.locator('[data-ending]')).toContainText('De fase aansluiting BRON is voorbij.');
    await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible();
    const list = page.getByRole('navigation', { name: 'Stappen van het Stappenplan' });
    await expect(list.getByRole('button', { name: /^9\. / })).toContainText('Voorbij');
    await expect(list.locator('[data-state="current"]')).toHaveCount(0);
    await expectAccessible(page);
    await shots(page, `step-13-${ending}`);
    await page.getByRole('button', { name: 'Op Vandaag ziet u wat er nog naar BRON moet' }).click();
    await expect(page.getByRole('heading', { name: 'Vandaag', level: 1 })).toBeVisible();
  });

test('C-67: what Mijn BRON says of the ending is shown until the letter is noted', async ({ page, world }) => {
  await begin(page, world);
  const path = world.path('voortgang.json');
  const score = { registered: 0, onSchedule: false };
  const voortgang = { state: 'aangesloten', leerlingen: score, ambulant: score, perWeek: [], endedOn: '2010-01-11' };
  const about = { layout: 'bronwijs-voortgang-1', brinnummer: '99ZZ', madeOn: '2010-01-12' };
  writeFileSync(path, JSON.stringify({ ...about, voortgang }));
  const chooser = page.waitForEvent('filechooser');
  const choosing = page.evaluate(() => window.las.host.chooseFile({ title: 'Voortgang', extensions: ['json'] }));
  await (await chooser).setFiles(path);
  await ask(page, 'mijnBron.readFile', { token: (await choosing)?.token ?? '' });
  await menu(page, 'Aansluiting');
  await openStep(page, 13);
  await expect(page.locator('[data-told="aangesloten"]')).toContainText('De fase eindigde op 11 januari 2010.');
});
