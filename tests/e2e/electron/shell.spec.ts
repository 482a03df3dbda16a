import { expect, skipWithoutElectron, test } from './program.ts';

skipWithoutElectron();

test('opens on its own page, with the core behind it', async ({ page }) => {
  expect(page.url()).toBe('las://app/');
  const status = await page.evaluate(() => window.las.invoke('session.status', {}));
  expect(status).toMatchObject({ ok: true, value: { state: 'none', host: 'electron' } });
});

test('gives the page nothing of Node or Electron', async ({ page }) => {
  const seen = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((n) => n in window),
  );
  expect(seen).toEqual([]);
  expect(await page.evaluate(() => Object.keys(window.las).sort())).toEqual(['host', 'invoke', 'on']);
});

test('stays on its own page, whatever a link says', async ({ page, program }) => {
  for (const url of [
    'https://example.org/?next=las://app/',
    'las://app.example.org/',
    'file:///etc/passwd',
    'data:text/html,x',
  ]) {
    await page.evaluate((address) => {
      const link = Object.assign(document.createElement('a'), { href: address });
      document.body.append(link);
      link.click();
      link.remove();
    }, url);
    await page.waitForTimeout(200);
    expect(page.url(), url).toBe('las://app/');
  }
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
  expect(program.windows()).toHaveLength(1);
});

test('opens only links of the list in the browser', async ({ page, program }) => {
  await program.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  const open = (url: string) => page.evaluate((address) => window.las.host.openLink(address), url);
  expect(await open('https://duo.nl/zakelijk/')).toBe(true);
  for (const url of [
    'https://duo.nl.example.org/',
    'http://duo.nl/',
    'https://duo.nl@example.org/',
    'file:///etc/passwd',
  ]) {
    expect(await open(url), url).toBe(false);
  }
  expect(await program.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([
    'https://duo.nl/zakelijk/',
  ]);
});

test('serves nothing outside the renderer and grants no permission', async ({ page, program }) => {
  const status = (url: string) => program.evaluate(async ({ net }, address) => (await net.fetch(address)).status, url);
  expect(await status('las://app/index.html')).toBe(200);
  for (const path of ['%2e%2e/main/index.cjs', '..%2fmain/index.cjs', '../../package.json', 'missing.js']) {
    expect(await status(`las://app/${path}`), path).toBe(404);
  }
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(
    await page.evaluate(() =>
      fetch('https://duo.nl/').then(
        () => 'loaded',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
});

test('starts the core again when it dies', async ({ page, program }) => {
  await page.evaluate(() => {
    Object.assign(window, { told: 0 });
    window.las.on('session.changed', () => Object.assign(window, { told: 1 }));
  });
  const killed = await program.evaluate(({ app }) => {
    const core = app.getAppMetrics().find(({ name }) => name === 'Bronwijs rekenhart');
    return core !== undefined && process.kill(core.pid, 'SIGKILL');
  });
  expect(killed).toBe(true);
  await page.waitForFunction(() => 'told' in window && window.told === 1);
  await expect
    .poll(async () => (await page.evaluate(() => window.las.invoke('session.status', {}))).ok, { timeout: 15_000 })
    .toBe(true);
});
