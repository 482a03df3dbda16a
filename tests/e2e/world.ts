import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { openWeb } from '../../electron/web/openWeb.ts';
import type { WebHost } from '../../electron/web/host.ts';
import { startMockBron, type MockBron } from '../mock-bron/server.ts';

/** Monday 2 November 2009, nine o'clock in the Netherlands. */
const START = '2009-11-02T09:00';

/** What an end-to-end test works in: an empty data folder, a mock BRON and the program in a browser. */
export interface World {
  mock: MockBron;
  host: WebHost;
  dataDir: string;
  /** A file of its own in the world's folder. */
  path(name: string): string;
}

async function createWorld(start: string, answerTimeoutMs?: number): Promise<World & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'bronwijs-e2e-'));
  const dataDir = join(folder, 'administratie');
  const mock = await startMockBron({ data: join(folder, 'mock'), date: new Date(`${start}:00+01:00`), seed: 'e2e' });
  const host = await openWeb({
    dataDir,
    version: '0.1.0',
    resourcesDir: 'resources',
    outDir: 'out',
    oefenklokUrl: mock.addresses.control,
    ...(answerTimeoutMs === undefined ? {} : { answerTimeoutMs }),
  });
  return {
    mock,
    host,
    dataDir,
    path: (name) => join(folder, name),
    async close() {
      await host.close();
      await mock.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Tests with a world of their own; every console error and uncaught exception of the page fails the test. */
export const test = base.extend<{
  start: string;
  answerTimeoutMs: number | undefined;
  world: World;
  problems: string[];
}>({
  /** The moment at which the clock of the mock begins, as the clock in the Netherlands has it in winter. */
  start: [START, { option: true }],
  /** How long the program waits for an answer of BRON; as the PvE says when left out. */
  answerTimeoutMs: [undefined, { option: true }],
  world: async ({ start, answerTimeoutMs }, use) => {
    const world = await createWorld(start, answerTimeoutMs);
    await use(world);
    await world.close();
  },
  problems: [
    // Depends on the world so that the page is judged before its server goes.
    async ({ page, world: _world }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

const appearances = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const;

function endTransitions(): void {
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
}

const judged = new WeakMap<Page, number>();

/** One of the appearances, in turn: the three of them together take most of the time of a short test. */
function nextAppearances(page: Page) {
  const turn = judged.get(page) ?? 0;
  judged.set(page, turn + 1);
  return [appearances[turn % appearances.length]!];
}

/**
 * Fails on every violation of WCAG 2.2 AA that axe finds on the page as it is now. In light, dark and high contrast when `every` says so
 * or in the full run; otherwise in one of these, by turns.
 */
export async function expectAccessible(page: Page, { every = Boolean(process.env.LAS_FULL) } = {}): Promise<void> {
  // What shows only under the pointer, such as the keys of a place of the menu, goes.
  await page.mouse.move(0, 0);
  for (const appearance of every ? appearances : nextAppearances(page)) {
    // Without motion, so that no colour is judged on its way to another; what moves already is brought to its end.
    await page.emulateMedia({ ...appearance, reducedMotion: 'reduce' });
    // A page that changes under way is judged as it stays: what is wrong lasts longer than the change.
    await expect(async () => {
      await page.evaluate(endTransitions);
      const { violations } = await new AxeBuilder({ page })
        // Fluent UI's own catchers of the Tab key: they hand the focus on at once.
        .exclude('[data-tabster-dummy]')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect(found, JSON.stringify(appearance)).toEqual([]);
    }).toPass({ timeout: 20_000, intervals: [250, 1_000] });
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
}

export { expect };
