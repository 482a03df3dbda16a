import type { CauseCode } from '../../shared/api/causes.ts';
import { correctInschrijving, testPersons } from '../support/pupils.ts';
import { START } from '../support/administration.ts';
import { troubledLines } from '../support/troubledLines/all.ts';
import { createTestPki } from '../support/troubledLines/line.ts';
import { ask, createAdministration, installCertificate, menu, savePupil, screenshotFor } from './steps.ts';
import { expectCause, meet, panel } from './troubled.ts';
import { expect, expectAccessible, test } from './world.ts';

test.use({ answerTimeoutMs: 4000 });

/** By the certificates of the openssl of this machine, whose clock is the machine's: the second set-up. */
const byAlert = new Set<CauseCode>(['own-certificate-expired']);

/** More than 4 MiB as a melding. */
const hugeInschrijving = () => {
  const long = 'x'.repeat(300);
  const ambulanteBegeleiding = Array.from({ length: 100 }, () => ({ begindatum: long, brinnummer: long }));
  const lgfIndicatie = Array.from({ length: 100 }, () => ({ begindatum: long, ambulanteBegeleiding }));
  return correctInschrijving({ lgfIndicatie });
};

test('every cause is explained on the screen: what is wrong, what to do, who can solve it', async ({
  page,
  world,
  context,
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const pki = await createTestPki(START);
  await createAdministration(page, world);

  await test.step('certificate-missing', async () => {
    await menu(page, 'Uitwisselen');
    await expect(panel(page, 'certificate-missing')).toContainText('Er is nog geen beveiligingscertificaat');
    await expect(panel(page, 'certificate-missing')).toContainText('U kunt dit zelf oplossen.');
  });

  await installCertificate(page, pki.clientFile.bytes, pki.clientFile.password);
  for (const [code, setUps] of Object.entries(troubledLines) as [CauseCode, (typeof troubledLines)['bron-fault']][]) {
    if (code === 'certificate-missing') continue;
    await test.step(code, () => meet(page, pki, code, (byAlert.has(code) && setUps[1]) || setUps[0]));
  }

  await test.step('message-too-large', async () => {
    await savePupil(page, testPersons.hera, hugeInschrijving());
    await ask(page, 'exchange.send', {});
    const { rows } = await ask(page, 'exchange.berichten', {});
    await ask(page, 'exchange.sendAnyway', { berichtId: rows[0]?.id ?? 0, reason: 'Om te zien wat er gebeurt.' });
    await page.getByRole('button', { name: 'Versturen', exact: true }).click();
    await expectCause(page, 'message-too-large');
  });

  await test.step('copying', async () => {
    await meet(page, pki, 'endpoint-filtered', troubledLines['endpoint-filtered'][0]);
    await expectAccessible(page);
    const button = panel(page, 'endpoint-filtered').getByRole('button', {
      name: 'Kopieer tekst voor uw systeembeheerder',
    });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('De tekst is gekopieerd.', { exact: false })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('127.0.0.1:');
    expect(copied).toContain('2 november 2009');
    await expect(panel(page, 'endpoint-filtered').locator('[data-tell]')).toHaveText(copied);
    await screenshotFor(page, 'verbinding-lukt-niet');
  });

  await test.step('the test of the certificate says the same', async () => {
    await menu(page, 'Instellingen');
    await page.getByRole('button', { name: 'Test certificaat' }).click();
    await expectCause(page, 'endpoint-refused');
  });
  pki.close();
});
