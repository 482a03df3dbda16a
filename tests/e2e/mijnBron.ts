import type { Browser, Page } from '@playwright/test';
import { expect, type World } from './world.ts';

/** The aanleverpunt of the administration; the school of the mock has another one too. */
const OWN = '00';

/** Site and letters of the mock in a browser of their own, as a school has them beside the program. */
export interface MijnBronPages {
  page: Page;
  /** Opens a letter or mail and gives its facts by their names; the newest of its kind that is not for another aanleverpunt. */
  read(kind: string): Promise<Record<string, string>>;
  /** Logs in with what vooraankondiging 1 says of a caller: `Gemachtigde`, or `Contactpersoon aanleverpunt 00`. */
  logIn(caller: string): Promise<void>;
  logOut(): Promise<void>;
  /** Opens a part of Mijn BRON by its menu. */
  open(tab: string): Promise<void>;
}

/** Opens the site of the mock in a browser of its own. Closes with the browser. */
export async function openMijnBron(browser: Browser, { mock }: World): Promise<MijnBronPages> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: mock.addresses.site });
  const [page, letter] = [await context.newPage(), await context.newPage()];
  const read: MijnBronPages['read'] = async (kind) => {
    await mock.settled();
    const sent = mock.organisation
      .post('99ZZ')
      .find(({ kind: found, aanleverpunt = OWN }) => found === kind && aanleverpunt === OWN);
    if (!sent) throw new Error(`no ${kind} was sent`);
    const { content } = await mock.organisation.postFile('99ZZ', sent.id, 'html');
    await letter.setContent(content.toString('utf8'));
    await expect(letter.getByRole('heading', { level: 1 })).toHaveText(sent.titel);
    const rows = await letter
      .getByRole('row')
      .evaluateAll((found) =>
        found.map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent)),
      );
    return Object.fromEntries(rows.map(([name = '', value = '']) => [name, value]));
  };
  return {
    page,
    read,
    logIn: async (caller) => {
      const [gebruikersnaam = '', wachtwoord = ''] =
        (await read('vooraankondiging1'))[caller]?.split(', wachtwoord ') ?? [];
      await page.goto('/mijn-bron');
      await page.getByLabel('Gebruikersnaam').fill(gebruikersnaam);
      await page.getByLabel('Wachtwoord').fill(wachtwoord);
      await page.getByRole('button', { name: 'Inloggen' }).click();
      await expect(page.getByRole('heading', { name: 'Mijn BRON', level: 1 })).toBeVisible();
    },
    logOut: () => page.getByRole('button', { name: 'Uitloggen' }).click(),
    open: async (tab) => {
      await page.getByRole('navigation', { name: 'Mijn BRON' }).getByRole('link', { name: tab, exact: true }).click();
      await expect(page.getByRole('heading', { name: tab, level: 1 })).toBeVisible();
    },
  };
}
