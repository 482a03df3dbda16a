import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../../scripts/start/electronBinary.mts';
import { whyNoWindow } from '../../../scripts/start/windows.mts';
import type { LasBridge } from '../../../shared/api/bridge.ts';

export { expect } from '@playwright/test';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const binary = findElectron();
declare global {
  interface Window {
    las: LasBridge;
  }
}

/** A test with the program in Electron, on a data folder of its own, and its first window. */
export const test = base.extend<{ flags: string[]; program: ElectronApplication; page: Page }>({
  flags: [[], { option: true }],
  program: async ({ flags }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'bronwijs-e2e-'));
    const program = await _electron.launch({
      ...(binary ? { executablePath: binary } : {}),
      args: [root, `--data=${dataDir}`, ...flags],
      env: { ...(process.env as Record<string, string>), LAS_CLOCK: '2009-11-02T09:00' },
    });
    await use(program);
    await program.close();
    rmSync(dataDir, { recursive: true, force: true });
  },
  page: async ({ program }, use) => {
    const page = await program.firstWindow();
    await page.waitForSelector('#root > *');
    await use(page);
  },
});

/** Skips the tests of a file where Electron cannot run, and says why. */
export function skipWithoutElectron(): void {
  test.skip(!binary, 'the Electron binary is not here ("npm start" downloads it where GitHub can be reached)');
  test.skip(whyNoWindow() !== undefined, 'Electron needs a display, and its sandbox a user who is not root');
}
