import { defineConfig } from '@playwright/test';

const full = process.env.LAS_FULL === '1';
const asRoot = process.getuid?.() === 0;
const { CHROMIUM_PATH, PLAYWRIGHT_COUNTS } = process.env;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Mostly they wait for a screen: two beside each other keep two cores busy.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: full ? 300_000 : 120_000,
  // Putting a backup back with a herstelcode takes 6 s of work on keys when both cores are busy, and more on a slow machine.
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(PLAYWRIGHT_COUNTS ? [['json', { outputFile: PLAYWRIGHT_COUNTS }] as const] : [])],
  use: {
    browserName: 'chromium',
    actionTimeout: 10_000,
    viewport: { width: 1366, height: 768 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: asRoot ? ['--no-sandbox'] : [],
    },
  },
});
