import type { Page } from '@playwright/test';
import { testPersons } from '../support/pupils.ts';
import { createAdministration, savePupil } from './steps.ts';
import { expect, expectAccessible, test } from './world.ts';

/** More stops than any screen has. */
const MOST_STOPS = 200;
/** What 1366x768 leaves at 200 %. */
const ZOOMED = { width: 683, height: 384 };

/** Numbers what the Tab key must reach on the page and gives how many there are. */
const numberStops = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const candidates = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, [tabindex="0"]',
    );
    const reachable = [...candidates].filter(
      (element) =>
        element.tabIndex >= 0 &&
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.matches(':disabled, [data-tabster-dummy], [type="radio"]:not(:checked), [type="file"]') &&
        element.closest('[inert], [aria-hidden="true"]') === null,
    );
    reachable.forEach((element, index) => (element.dataset.stop = String(index)));
    return reachable.length;
  });

/** Walks the whole page with the Tab key: nothing is skipped, and what has the focus is in sight. */
async function walk(page: Page, screen: string): Promise<void> {
  const count = await numberStops(page);
  // The menu alone has more.
  expect(count).toBeGreaterThan(8);
  const reached = new Set<string>();
  for (let stop = 0; stop < MOST_STOPS && reached.size < count; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement } = document;
      if (!(activeElement instanceof HTMLElement) || activeElement.dataset.stop === undefined) return undefined;
      const { top, bottom, left, right } = activeElement.getBoundingClientRect();
      const inSight = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      return { stop: activeElement.dataset.stop, inSight, name: activeElement.outerHTML.slice(0, 120) };
    });
    if (!at) continue;
    expect(at.inSight, `${screen}: ${at.name} has the focus out of sight`).toBe(true);
    reached.add(at.stop);
  }
  const missed = await page.evaluate(
    (seen) =>
      [...document.querySelectorAll<HTMLElement>('[data-stop]')]
        .filter(({ dataset }) => !seen.includes(dataset.stop ?? ''))
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    [...reached],
  );
  expect(missed, `${screen}: not reached by the Tab key`).toEqual([]);
}

/** The page does not have to be moved sideways to be read. */
async function expectNoSideways(page: Page, screen: string): Promise<void> {
  const { needed, there } = await page.evaluate(() => ({
    needed: document.documentElement.scrollWidth,
    there: document.documentElement.clientWidth,
  }));
  expect(needed, `${screen}: wider than the window`).toBeLessThanOrEqual(there);
}

async function judge(page: Page, screen: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoSideways(page, screen);
  await expectAccessible(page, { every: true });
  await walk(page, screen);
}

test('every screen by keyboard alone at 200 %, in light, dark and high contrast', async ({ page, world }) => {
  test.setTimeout(720_000);
  await createAdministration(page, world);
  await savePupil(page, testPersons.hera);
  await savePupil(page, { achternaam: 'Zonder Nummer' });
  await page.setViewportSize(ZOOMED);

  const sections = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('button');
  const names = await sections.allTextContents();
  for (const [index, name] of names.entries()) {
    await page.keyboard.press(name === 'Handleiding' ? 'F1' : `Control+${(index + 1) % 10}`);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await judge(page, name);
  }

  const under = async (name: RegExp | string) => {
    await page.keyboard.press('Control+2');
    await page.getByRole('button', { name, exact: true }).first().press('Enter');
    await judge(page, String(name));
  };
  for (const name of ['Importeren', 'Prullenbak', 'Onvolledig', 'Leerling inschrijven']) await under(name);

  await page.keyboard.press('Control+2');
  await page.getByRole('row').filter({ hasText: 'Jager' }).press('Enter');
  const tabs = page.getByRole('tab');
  await expect(tabs.first()).toBeVisible();
  for (const tab of await tabs.all()) {
    await tab.press('Enter');
    await judge(page, `kaart: ${await tab.textContent()}`);
  }
});
