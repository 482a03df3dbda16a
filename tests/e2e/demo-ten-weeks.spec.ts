import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Demo } from './demoProcess.ts';
import { field } from './steps.ts';
import { expectAccessible } from './world.ts';

test.use({ viewport: { width: 1366, height: 768 } });

test('the demo of ten weeks opens on the path, on the day of the start, and the person goes on with step 8', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const demo = new Demo('--ten-weeks');
  try {
    await page.goto(await demo.address());
    await expect(page.getByRole('heading', { name: 'Aansluiting', level: 1 })).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Oefenadministratie' })).toContainText(
      'maandag 2 november 2009',
    );
    const steps = page.getByRole('navigation', { name: 'Stappen van het Stappenplan' });
    for (const number of [1, 2, 3, 4, 5, 6, 7])
      await expect(steps.getByRole('button', { name: new RegExp(`^${number}\\. `) })).toContainText('Gedaan');
    await expect(steps.getByRole('button', { name: /^8\. / })).toContainText('Nu te doen');
    await expectAccessible(page);

    // What the person needs for it lies in the folder that was named.
    const [, letters = ''] = /^Letters +(\S+)$/m.exec(demo.output) ?? [];
    expect(
      readdirSync(join(letters, '99ZZ')).filter((name) => name.startsWith('2009-11-02-wachtwoordbrief')),
    ).not.toEqual([]);
    await page.getByRole('button', { name: 'Noteren: Wachtwoordbrief ontvangen' }).click();
    await field(page, 'Gebruikersnaam').fill('99ZZ00-000001');
    await page.getByRole('dialog').getByRole('button', { name: 'Noteren' }).click();
    await expect(steps.getByRole('button', { name: /^8\. / })).toContainText('Gedaan');
    await page.getByRole('button', { name: '+1 week' }).click();
    await expect(page.getByRole('complementary', { name: 'Oefenadministratie' })).toContainText(
      'maandag 9 november 2009',
    );
    expect(problems).toEqual([]);
  } finally {
    await demo.end();
  }
});
