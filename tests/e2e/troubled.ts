import type { Locator, Page } from '@playwright/test';
import { causes, type CauseCode, type Solver } from '../../shared/api/causes.ts';
import { errorTexts } from '../../shared/api/errors.ts';
import type { SetUp, TestPki, TroubledLine } from '../support/troubledLines/line.ts';
import { ask } from './steps.ts';
import { expect } from './world.ts';

const who: Record<Solver, string> = {
  u: 'U kunt dit zelf oplossen.',
  systeembeheerder: 'Uw systeembeheerder kan dit oplossen.',
  'Helpdesk BRON': 'De Helpdesk BRON kan dit oplossen.',
  leverancier: 'Uw leverancier kan dit oplossen.',
};

/** A text with its places filled in, in whatever way. */
const filled = (text: string) => new RegExp(text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^{}]+'));

export const panel = (page: Page, code: CauseCode): Locator => page.locator(`[data-failure="${code}"]`);

/** The sentence of the cause, what to do next and who can solve it stand on the screen. */
export async function expectCause(page: Page, code: CauseCode): Promise<void> {
  const [message, remedy] = errorTexts[code];
  await expect(panel(page, code)).toContainText(filled(message));
  await expect(panel(page, code)).toContainText(filled(remedy));
  await expect(panel(page, code)).toContainText(who[causes[code].solver]);
}

/** Points the administration to a troubled line, without the screens. */
export async function pointTo(page: Page, pki: TestPki, { endpoint = '', caPem, proxy }: TroubledLine): Promise<void> {
  const settings = await ask(page, 'settings.get', {});
  const mode = proxy ? 'handmatig' : 'geen';
  const given = { host: proxy?.host ?? '', port: String(proxy?.port ?? ''), user: '', passwordSet: false };
  const exchange = { endpoint, caPem: caPem ?? pki.authority.caPem, proxy: { mode, ...given } as const };
  await ask(page, 'settings.save', { ...settings, exchange });
}

/** Asks for terugkoppelingen on a troubled line, from the screen Uitwisselen, and looks what it says. */
export async function meet(page: Page, pki: TestPki, code: CauseCode, setUp: SetUp): Promise<void> {
  const line = await setUp(pki);
  try {
    await pointTo(page, pki, line);
    await page.getByRole('button', { name: 'Terugkoppelingen ophalen' }).click();
    await expectCause(page, code);
  } finally {
    await line.close?.();
  }
}
