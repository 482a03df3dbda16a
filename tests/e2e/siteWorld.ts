import { expect, test as base } from '@playwright/test';
import { createSiteWorld, type SiteWorld } from '../support/mijnBron/site.ts';

/** Tests of the site of the mock over a fake Mijn BRON; every console error and uncaught exception of the page fails the test. */
export const test = base.extend<{ site: SiteWorld; problems: string[] }>({
  ignoreHTTPSErrors: true,
  site: async ({}, use) => {
    const site = await createSiteWorld();
    await use(site);
    await site.close();
    expect(site.errors).toEqual([]);
  },
  baseURL: async ({ site }, use) => {
    await use(site.address);
  },
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        // A page that is refused is one of the things to look at.
        if (message.type() === 'error' && !message.text().includes('the server responded with a status of 4')) {
          problems.push(message.text());
        }
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
