import { openWeb } from '../../electron/web/openWeb.ts';
import { testPersons } from '../support/pupils.ts';
import { sections } from './signIn.ts';
import { ask, createAdministration, field, menu, PASSWORD, savePupil } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

/** The same data folder in a program that was started safely. */
async function startSafely(world: World) {
  await world.host.close();
  const options = { dataDir: world.dataDir, version: '0.1.0', resourcesDir: 'resources', outDir: 'out' };
  return await openWeb({ ...options, oefenklokUrl: world.mock.addresses.control, safe: true });
}

/** What buttons are called by which something is written, sent or fetched. */
const acting =
  /opslaan|versturen|ophalen|opvragen|verwijder|vernietig|weggooien|terugzetten|toevoegen|wijzig|inschrijven|uitschrijven|importeren|exporteren|installeren|downloaden|kiezen|maken|invullen|noteren|doorgeven|testen|plaatsen|overnemen|overgang|akkoord|afvinken|nieuwe|\+/i;
/** What only brings one to pupils, as the counts on Vandaag do. */
const showing = / \d+ [a-z]/;

test('a program that was started safely says so before and after unlocking, and offers nothing that it would refuse', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  await savePupil(page, testPersons.hera);
  await page.goto('about:blank');
  const host = await startSafely(world);
  try {
    await page.goto(host.newUrl());
    const banner = page.getByRole('complementary', { name: 'Veilig gestart' });
    await expect(banner).toContainText('niets wijzigen');
    await expect(page.getByRole('button', { name: /Herstelcode|Reservekopie/ })).toHaveCount(0);
    await field(page, 'Wachtwoord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Ontgrendelen' }).click();
    await expect(page.getByRole('heading', { name: 'Vandaag', level: 1 })).toBeVisible();
    await expect(banner).toBeVisible();
    await expect(page.getByText('beschadigd')).toHaveCount(0);
    await expectAccessible(page);

    const offersNothing = async (where: string) => {
      await expect(page.getByRole('progressbar'), where).toHaveCount(0);
      const buttons = await page.getByRole('button', { disabled: false }).allTextContents();
      expect(
        buttons.filter((name) => acting.test(name) && !showing.test(name)),
        where,
      ).toEqual([]);
      // Nothing was asked that the core refuses.
      await expect(page.getByRole('alert').filter({ hasText: /veilig gestart/i }), where).toHaveCount(0);
    };
    const titles = await sections(page).allTextContents();
    expect(titles).toEqual(expect.arrayContaining(['Leerlingen', 'Uitwisselen', 'Instellingen', 'Logboek']));
    expect(titles).not.toContain('Exporteren');
    for (const title of titles.map((text) => text.replace(/\d.*/, ''))) {
      await menu(page, title);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.screenshot({ path: `test-results/shots/safe-${title.toLowerCase()}.png` });
      // The pages of the manual are called by what they tell of.
      if (title !== 'Handleiding') await offersNothing(title);
    }
    await menu(page, 'Instellingen');
    await expect(page.getByRole('heading', { name: 'Reservekopieën' })).toBeVisible();
    await page.getByRole('button', { name: 'Gegevens bekijken' }).click();
    await expect(page.getByLabel('Inhoud van het bestand')).not.toBeEmpty();

    await menu(page, 'Leerlingen');
    await page.getByRole('row').filter({ hasText: 'Jager, Hera de' }).click();
    await expect(field(page, 'Achternaam')).toHaveAttribute('readonly');
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await offersNothing((await tab.textContent()) ?? '');
    }
    await page.screenshot({ path: 'test-results/shots/safe-card.png' });
    await expect(ask(page, 'leerlingen.save', { persoon: { roepnaam: 'Jip' } })).rejects.toThrow(/safe-start|veilig/i);
    await page.goto('about:blank');
  } finally {
    await host.close();
  }
});

test('where there is no administration a safe start makes none, and says so', async ({ page, world }) => {
  const host = await startSafely(world);
  try {
    await page.goto(host.newUrl());
    await expect(page.getByRole('heading', { name: 'Geen administratie' })).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expectAccessible(page);
    await page.goto('about:blank');
  } finally {
    await host.close();
  }
});
