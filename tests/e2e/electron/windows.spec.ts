import { creation } from '../../support/administration.ts';
import { expect, skipWithoutElectron, test } from './program.ts';

skipWithoutElectron();

const stateOf = () =>
  window.las
    .invoke('session.status', {})
    .then((result) => (result.ok ? (result.value as { state: string }).state : result.error.code));

test('has a Dutch menu that opens a second window on the same administration', async ({ page, program }) => {
  await page.evaluate((input) => window.las.invoke('session.create', input), creation);
  const labels = await program.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);
  expect(labels.map((label) => label.replace('&', ''))).toEqual(['Bestand', 'Bewerken', 'Beeld', 'Venster', 'Help']);
  const [second] = await Promise.all([
    program.waitForEvent('window'),
    program.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items[0]?.submenu;
      file?.items.find(({ label }) => label === 'Nieuw venster')?.click();
    }),
  ]);
  await second.waitForSelector('#root > *');
  expect(second.url()).toBe('las://app/');
  expect(await second.evaluate(stateOf)).toBe(await page.evaluate(stateOf));
});

for (const event of ['lock-screen', 'suspend'] as const) {
  test(`locks the administration with the computer (${event})`, async ({ page, program }) => {
    await page.evaluate((input) => window.las.invoke('session.create', input), creation);
    expect(await page.evaluate(stateOf)).not.toBe('locked');
    await program.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
    await expect.poll(() => page.evaluate(stateOf)).toBe('locked');
  });
}

test('brings a page back that crashes, locked', async ({ page, program }) => {
  await page.evaluate((input) => window.las.invoke('session.create', input), creation);
  await program.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const stateInWindow = () =>
    program.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript("window.las.invoke('session.status', {}).then((result) => result.value.state)")
        .catch(() => 'no page'),
    );
  await expect.poll(stateInWindow, { timeout: 15_000 }).toBe('locked');
});

test.describe('after a safe start', () => {
  test.use({ flags: ['--veilig'] });

  test('the core refuses what writes', async ({ page }) => {
    const made = await page.evaluate((input) => window.las.invoke('session.create', input), creation);
    expect(made).toMatchObject({ ok: false, error: { code: 'safe-start' } });
  });
});
