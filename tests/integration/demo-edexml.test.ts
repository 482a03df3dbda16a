import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEMO_PASSWORD } from '../../scripts/demo/administration.mts';
import { readDemoEdexml } from '../../scripts/demo/edexml.mts';
import type { DemoOutcome } from '../../scripts/demo/headless.mts';
import { startTestLas } from '../support/administration.ts';
import { temporaryFolder } from '../unit/databaseWorld.ts';

const script = fileURLToPath(new URL('../../scripts/demo.mts', import.meta.url));
const fixture = fileURLToPath(new URL('fixtures/edexml-lacking.xml', import.meta.url));

const runDemo = (...args: string[]) =>
  new Promise<{ code: number; outcome: DemoOutcome; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [script, '--headless', '--json', '--edexml', fixture, ...args],
      (error, stdout, stderr) => {
        const outcome = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as DemoOutcome;
        resolve({ code: error ? Number(error.code) : 0, outcome, stderr });
      },
    );
  });

describe('npm run demo -- --headless --json --edexml FILE', () => {
  it('counts who lacks what, sends nobody half, and ends well', async () => {
    const { code, outcome, stderr } = await runDemo();
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(outcome).toMatchObject({
      leerlingen: 3,
      onvolledig: { aantal: 3, velden: { naam: 1, geboortedatum: 1, geslacht: 1, nummer: 3, adres: 1 } },
      ronde1: { tegengehouden: 3, verzonden: 0 },
      stand: { inBron: 0, afgekeurd: 0 },
    });
  });

  it('with --oefenpersonen makes up what is lacking, marks it, and has everybody registered', async () => {
    const data = temporaryFolder();
    const { code, outcome, stderr } = await runDemo('--oefenpersonen', '--data', data);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(outcome).toMatchObject({
      leerlingen: 3,
      onvolledig: { aantal: 0, velden: {} },
      ronde1: { tegengehouden: 0, verzonden: 3, afgekeurd: 0, onzeker: 0 },
      stand: { inBron: 3, afgekeurd: 0 },
    });

    // The mock knows the school with its vestigingen, and the persons with all their facts.
    const read = (name: string) => JSON.parse(readFileSync(join(data, name), 'utf8')) as Record<string, unknown[]>;
    expect(read('demo-brin.json').schools).toContainEqual(
      expect.objectContaining({
        brinnummer: '99YY',
        vestigingen: [{ volgnummer: '00' }, { volgnummer: '01' }, { volgnummer: '04' }],
      }),
    );
    expect(read('demo-brp.json').persons).toContainEqual(
      expect.objectContaining({ geslachtsnaam: 'Noord', geboorteland: '5022', adressen: [{ postcode: '2517JR' }] }),
    );

    const world = await startTestLas({ dataDir: join(data, 'demo-administratie') });
    onTestFinished(() => world.close());
    await world.call('session.unlock', { password: DEMO_PASSWORD });
    const { rows } = await world.call('leerlingen.list', { show: 'alle' });
    const fictional = await Promise.all(
      rows.map(async ({ id, leerlingnummer }) => {
        const { marks } = await world.call('aangenomen.ofLeerling', { leerlingId: id });
        return [
          leerlingnummer,
          marks
            .filter(({ kind }) => kind === 'fictief')
            .map(({ element }) => element)
            .sort(),
        ] as const;
      }),
    );
    expect(Object.fromEntries(fictional)).toEqual({
      1: ['achternaam', 'burgerservicenummer', 'voorvoegsel'],
      2: ['burgerservicenummer', 'geboortedatum', 'geslacht'],
      // Nobody born in 1985 comes to a primary school in 2010.
      3: ['burgerservicenummer', 'geboortedatum', 'postcode'],
    });
  });
});

describe('the clock of the demo', () => {
  const peildatum = '    <peildatum>2014-10-01</peildatum>\n';
  const aanmaakdatum = '    <aanmaakdatum>2014-11-25T14:33:33</aanmaakdatum>\n';
  it.each<[string, string[], string]>([
    ['is the peildatum', [], '2014-10-01T07:00:00.000Z'],
    ['else the aanmaakdatum', [peildatum], '2014-11-25T13:33:00.000Z'],
    ['else the teldatum of the school year', [peildatum, aanmaakdatum], '2014-10-01T07:00:00.000Z'],
  ])('%s', async (_, absent, expected) => {
    const file = join(temporaryFolder(), 'edexml.xml');
    writeFileSync(
      file,
      absent.reduce((text, part) => text.replace(part, ''), readFileSync(fixture, 'utf8')),
    );
    expect((await readDemoEdexml(file)).start.toISOString()).toBe(expected);
  });
});
