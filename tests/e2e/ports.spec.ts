import type { Page } from '@playwright/test';
import { filteredPort } from '../support/troubledLines/unreachable.ts';
import { ask, connectToMock, createAdministration, field, menu, screenshotFor, tabTo } from './steps.ts';
import { expect, expectAccessible, test, type World } from './world.ts';

test.use({ answerTimeoutMs: 6000 });

const port = (page: Page, number: number) => page.locator(`[data-port="${number}"]`);

/** Fills in where ports 80 and 443 are, as a beheerder does: what the mock has in the place of a website. */
async function fillAddresses(page: Page, { mock }: World): Promise<void> {
  await field(page, 'Adres om poort 80 te testen').fill('https://verkeerd.example');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Adres om poort 443 te testen')).toBeFocused();
  await field(page, 'Adres om poort 443 te testen').fill(mock.addresses.site);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Dit adres begint met http://.', { exact: false })).toBeVisible();
  await field(page, 'Adres om poort 80 te testen').fill(mock.addresses.control);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Wijzigingen' })).toBeHidden();
}

async function useEndpoint(page: Page, endpoint: string): Promise<void> {
  const settings = await ask(page, 'settings.get', {});
  await ask(page, 'settings.save', { ...settings, exchange: { ...settings.exchange, endpoint } });
}

test('C-23 C-24 C-25: the ports are tested by keyboard: open before there is a certificate, and one that a firewall holds back', async ({
  page,
  world,
}) => {
  await createAdministration(page, world);
  const settings = await ask(page, 'settings.get', {});
  const exchange = { endpoint: world.mock.addresses.soap, caPem: world.mock.caPem };
  await ask(page, 'settings.save', { ...settings, exchange });
  await menu(page, 'Instellingen');
  const section = page.getByRole('region', { name: 'Poorten voor BRON (stap 4)' });
  await expect(section).toContainText('niet webbased: deze stap geldt dus voor u');
  await expect(section).toContainText('De poorten zijn nog niet getest.');
  await fillAddresses(page, world);

  await test.step('all three are open, before step 9', async () => {
    await tabTo(page, section.getByRole('button', { name: 'Poorten testen' }));
    await page.keyboard.press('Enter');
    await expect(section).toContainText('De drie poorten zijn open. Getest op 2 november 2009, 09:');
    for (const number of [80, 443, 6914]) await expect(port(page, number)).toContainText('Open');
    await expect(port(page, 6914)).toContainText('Certificaat: gevraagd');
    await expect(port(page, 6914)).toContainText('Dat krijgt u pas in stap 9');
  });

  const filtered = await filteredPort();
  await useEndpoint(page, `https://127.0.0.1:${filtered.port}/POKANAAL/`);
  await test.step('a test can be stopped, and the former outcome stays', async () => {
    await page.keyboard.press('Enter');
    await expect(section).toContainText('2 van de 3 poorten getest');
    await expect(port(page, 6914)).toContainText('Wordt getest…');
    await section.getByRole('button', { name: 'Stoppen' }).click();
    await expect(section).toContainText('De test is gestopt. Hieronder staat de vorige uitkomst.');
  });

  await test.step('a port that is held back: why, what to do, by whom, and the five places', async () => {
    await section.getByRole('button', { name: 'Poorten testen' }).click();
    await expect(port(page, 6914)).toContainText('waarschijnlijk houdt een firewall haar tegen');
    await expect(section).toContainText('Poort 6914 is niet open.');
    await expect(port(page, 6914)).toContainText('Uw systeembeheerder kan dit oplossen.');
    await expect(port(page, 6914)).toContainText('Verbinding: niet in orde');
    const places = page.getByRole('list', { name: 'Plaatsen om na te lopen voor poort 6914' }).getByRole('listitem');
    await expect(places).toHaveCount(5);
    await expect(places.first()).toContainText('De firewall op de computer waarop dit programma staat');
    await expect(places.last()).toContainText('internetprovider');
    await expect(port(page, 80)).toContainText('Open');
    await expectAccessible(page);
    await section.scrollIntoViewIfNeeded();
    await port(page, 443).scrollIntoViewIfNeeded();
    await screenshotFor(page, 'poorten-openen');
  });
  filtered.close();

  await test.step('the page for the systeembeheerder', async () => {
    await tabTo(page, section.getByRole('button', { name: 'Blad voor de systeembeheerder' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Blad voor de systeembeheerder', level: 1 })).toBeFocused();
    const sheet = page.getByRole('region', { name: 'Poorten voor BRON' });
    await expect(sheet.getByRole('row')).toHaveCount(4);
    await expect(sheet).toContainText(`Op 2 november 2009 om 09:`);
    await expect(sheet).toContainText(`127.0.0.1:${filtered.port}`);
    await expect(sheet).toContainText('Kijk op de plaatsen 1, 2, 3, 4 en 5');
    await expect(sheet.getByRole('list', { name: 'Plaatsen waar een poort dicht kan zitten' })).toContainText('OSP');
    // Nobody's name, and no address of e-mail or telephone.
    await expect(sheet).not.toContainText(/Ministratie|Secretaresse|@|010/);
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeHidden();
    await page.emulateMedia({ media: null });
    await page.getByRole('button', { name: 'Terug', exact: true }).click();
    await expect(section).toContainText('Poort 6914 is niet open.');
  });
});

test('C-24: with a certificate the test goes on to an answer of BRON', async ({ page, world }) => {
  await createAdministration(page, world);
  await connectToMock(page, world);
  await menu(page, 'Instellingen');
  await fillAddresses(page, world);
  await page.getByRole('button', { name: 'Poorten testen' }).click();
  await expect(port(page, 6914)).toContainText('Certificaat: in orde');
  await expect(port(page, 6914)).toContainText('Antwoord: in orde');
});
