import { createTestSchool } from '../mock-bron/testing/client.ts';
import { correctMelding } from '../mock-bron/testing/meldingen.ts';
import { testPersons } from '../support/pupils.ts';
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
import { expect, expectAccessible, test } from './world.ts';

test('a dubbele inschrijving is seen with the other school, and ticked off by the keyboard alone', async ({
  page,
  world,
}) => {
  const { mock } = world;
  await createAdministration(page, world);
  await connectToMock(page, world);
  const { burgerservicenummer, geboortedatum, geslacht, postcode } = testPersons.hera;
  const leerlingId = await savePupil(page, testPersons.hera);
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
  await menu(page, 'Terugkoppelingen');
  await expect(page.getByText('Voorstellen van BRON')).toBeHidden();

  const school = await createTestSchool(mock, '98AB');
  await school.meld(
    correctMelding(
      'M1',
      { burgerservicenummer, geboortedatum, geslacht, postcode },
      { datumInschrijving: '2009-10-01' },
    ),
  );
  school.close();
  mock.state();
  mock.controlDubbeleInschrijvingen();
  await fetchTerugkoppelingen(page);

  await page.setViewportSize({ width: 1366, height: 768 });
  await menu(page, 'Vandaag');
  await expect(page.getByText('1 voorstel van BRON wacht op uw beslissing.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Naar Terugkoppelingen' }).press('Enter');
  const item = page.getByRole('listitem', { name: /dubbele inschrijving/ });
  await expect(item).toContainText('98AB');
  await expect(item).toContainText('Uw school');
  await expect(item).toContainText('Laatst gemeld op 2 november 2009');
  const other = item.getByRole('row', { name: /98AB/ });
  for (const [index, said] of ['vanaf 1-10-2009', 'vanaf 1-10-2009', 'Chantal Bakker', '0600000003'].entries())
    await expect(other.getByRole('cell').nth(index)).toHaveText(said);
  await expectAccessible(page);
  await screenshotFor(page, 'voorstellen-van-bron');

  await tabTo(page, item.getByRole('button', { name: 'Uitleg bij dubbele inschrijving' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Dubbele inschrijving', exact: true })).toBeVisible();
  await menu(page, 'Terugkoppelingen');
  await expect(item).toBeVisible();
  await expect(item).not.toContainText('Waarschijnlijk opgelost');
  const { inschrijvingen } = await ask(page, 'leerlingen.get', { id: leerlingId });
  for (const { id, version, gegevens } of inschrijvingen)
    await ask(page, 'leerlingen.saveInschrijving', {
      leerlingId,
      id,
      version,
      gegevens: { ...gegevens, datumUitschrijving: '2009-09-30' },
    });
  await expect(item).toContainText('Waarschijnlijk opgelost');
  await expectAccessible(page);

  await tabTo(page, page.getByRole('button', { name: /^Afvinken: Dubbele inschrijving/ }));
  await page.keyboard.press('Enter');
  const submit = page.getByRole('dialog').getByRole('button', { name: 'Afvinken' });
  await expect(submit).toBeDisabled();
  await field(page, 'Reden').fill('Gebeld: de andere school schrijft uit.');
  await expectAccessible(page);
  await submit.press('Enter');
  await expect(page.getByText('Er wacht niets op uw beslissing.')).toBeVisible();

  await page.getByRole('switch', { name: 'Ook afgehandelde tonen' }).press(' ');
  await expect(item).toContainText('Afgevinkt: Gebeld');
  await expect(item).not.toContainText('Waarschijnlijk opgelost');
  await item.getByRole('button', { name: 'Naar de leerlingkaart van Jager, Hera de' }).press('Enter');
  await page.getByRole('tab', { name: 'BRON' }).click();
  await page.getByRole('switch', { name: 'Ook afgehandelde tonen' }).press(' ');
  await expect(page.getByRole('listitem', { name: 'Dubbele inschrijving' })).toContainText('Gebeld');
  await expectAccessible(page);
});

test('a move that the BRP reports is taken over, with the sister at the same address', async ({ page, world }) => {
  const { mock } = world;
  const home = { straatnaam: 'Leyweg', huisnummer: '7', postcode: '2548AE' };
  const newHome = { straatnaam: 'Nieuwe weg', huisnummer: '2', plaatsnaam: 'Oefenstad', postcode: '3225VG' };
  const adressen = [{ ...home, datumIngang: '2005-01-01' }];
  const key = { geboortedatum: '2001-06-07', geslacht: 'V' } as const;
  const iris = { bsn: '999990019', geslachtsnaam: 'Verzonnen', voornamen: 'Iris', ...key, adressen };
  mock.replaceRegisters({ brp: { source: 'test', persons: [iris] } });
  await createAdministration(page, world);
  await connectToMock(page, world);
  const names = { roepnaam: 'Iris', voornamen: 'Iris', achternaam: 'Verzonnen' };
  const leerlingId = await savePupil(page, { ...names, burgerservicenummer: iris.bsn, ...key, ...home });
  const otherId = await savePupil(page, { ...testPersons.hera, ...home });
  await ask(page, 'gezin.decideSiblings', { leerlingId, otherId, siblings: true });
  await ask(page, 'exchange.send', {});
  await fetchTerugkoppelingen(page);
  mock.brp.change(iris.bsn, { adressen: [...adressen, { ...newHome, datumIngang: '2009-10-30' }] });
  await fetchTerugkoppelingen(page);

  await page.setViewportSize({ width: 1366, height: 768 });
  await menu(page, 'Terugkoppelingen');
  const item = page.getByRole('listitem', { name: 'Verzonnen, Iris: wijziging van BRON' });
  await expect(item.getByRole('row', { name: /Straatnaam/ })).toContainText('Nieuwe weg');
  await expectAccessible(page);
  await screenshotFor(page, 'wijziging-van-bron');
  await tabTo(page, item.getByRole('button', { name: /^Overnemen/ }));
  await page.keyboard.press('Enter');
  const family = page.getByRole('alertdialog', { name: 'Ook voor broers, zussen en verzorgers?' });
  await expect(family.getByRole('checkbox', { name: /Hera/ })).toBeChecked();
  await expectAccessible(page);
  await family.getByRole('button', { name: 'Verhuizing opslaan' }).press('Enter');
  await expect(family).toBeHidden();
  await expect(page.getByText('Er wacht niets op uw beslissing.')).toBeVisible();
  for (const id of [leerlingId, otherId])
    expect((await ask(page, 'leerlingen.get', { id })).persoon).toMatchObject(newHome);
});
