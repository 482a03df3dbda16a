import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { administrationIn, type PathPlace } from '../../scripts/demo/tenWeeks/begin.mts';
import { prepareTenWeeks, walkTenWeeks, type PathOutcome } from '../../scripts/demo/tenWeeks/run.mts';
import { cheapKdf } from '../support/administration.ts';

const FULL = process.env['LAS_FULL'] === '1';
const script = fileURLToPath(new URL('../../scripts/demo.mts', import.meta.url));

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'ten-weeks-test-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

type Printed = PathOutcome & { seconden: number };
const runDemo = (...args: string[]) =>
  new Promise<{ code: number; lines: string[]; stderr: string }>((resolve) => {
    execFile(process.execPath, [script, '--ten-weeks', ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, lines: stdout.trim().split('\n'), stderr }),
    );
  });

/** Works in a folder with fewer pupils, and closes what was opened. Gives the lines that were said, too. */
async function inPlace<T>(
  folder: string,
  work: (place: PathPlace) => Promise<T>,
): Promise<{ result: T; lines: string[] }> {
  const lines: string[] = [];
  const place: PathPlace = { folder, say: (line) => lines.push(line), opened: [], pupils: 40, kdfCost: cheapKdf };
  try {
    return { result: await work(place), lines };
  } finally {
    for (const close of place.opened.toReversed()) await close();
  }
}

describe('npm run demo -- --ten-weeks --json', () => {
  it.each([
    ['so', 'aangesloten', { leerlingen: 107, ab: 12 }],
    ...(FULL
      ? ([
          ['bao', 'gekwalificeerd', { leerlingen: 237, ab: 8 }],
          ['bao', 'aangesloten', { leerlingen: 237, ab: 8 }],
          ['so', 'gekwalificeerd', { leerlingen: 107, ab: 12 }],
        ] as const)
      : []),
  ] as const)(
    'C-67 C-68 C-69: a school (%s) ends as %s, with one line of the promised shape',
    async (school, end, numbers) => {
      const { code, lines, stderr } = await runDemo('--json', '--school', school, '--end', end);
      expect([stderr, code]).toEqual(['', 0]);
      const outcome = JSON.parse(lines.at(-1) ?? '') as Printed;
      expect(Object.keys(outcome)).toEqual([
        ...['stappen', 'einde', 'weken', 'norm', 'bron', 'gtb', 'verschillen', 'seconden'],
      ]);
      expect(outcome).toMatchObject({ stappen: 13, einde: end, weken: 10, norm: numbers, bron: numbers });
      expect(Object.keys(outcome.gtb)).toEqual(['peildatum', 'totaal']);
      expect(outcome.gtb.totaal).toBe(numbers.leerlingen);
      if (end === 'gekwalificeerd') expect(outcome.verschillen).toBe(0);
      else expect(outcome.verschillen).toBeGreaterThan(0);
      expect(outcome.seconden).toBeGreaterThan(0);
      expect(outcome.seconden).toBeLessThan(180);
    },
    FULL ? undefined : 180_000,
  );
});

describe('a school with fewer pupils', () => {
  it('C-68: walks from vooraankondiging to gekwalificeerd, reads its letters and mails on the way, and cannot do so twice', async () => {
    const folder = newFolder();
    const { result, lines } = await inPlace(folder, (place) =>
      walkTenWeeks(place, { school: 'bao', end: 'gekwalificeerd' }),
    );
    const { norm, bron, gtb } = result;
    expect(result).toMatchObject({ stappen: 13, einde: 'gekwalificeerd', weken: 10, verschillen: 0 });
    // One of the forty has left before it begins, one leaves on the way.
    expect([norm, bron, gtb.totaal]).toEqual([{ leerlingen: 38, ab: 8 }, { leerlingen: 38, ab: 8 }, 38]);
    const told = lines.join('\n');
    for (const text of [
      'in Mijn BRON weken er 9 af en nu 0',
      'poorten open: 80',
      'aantallen opnieuw doorgegeven: 38 en 8',
      'voortgangsmail van 2009-11-20',
      'voortgangsmail van 2009-12-11',
      '1 van het vergelijkingsoverzicht verschillen',
      'reactie "akkoord" van D. Irecteur',
      'bericht van afronding van 2010-01-25 gelezen: gekwalificeerd',
    ]) {
      expect(told).toContain(text);
    }
    await expect(
      inPlace(folder, (place) => walkTenWeeks(place, { school: 'bao', end: 'gekwalificeerd' })),
    ).rejects.toThrow('the path was begun before; use --fresh');
    await expect(inPlace(folder, (place) => prepareTenWeeks(place, 'so', 1))).rejects.toThrow('another school');
  }, 180_000);

  it('is prepared for whoever goes on with a step, and later goes on where it was', async () => {
    const folder = newFolder();
    expect(administrationIn(folder).startsWith(folder)).toBe(true);
    const states = async (from: number) => {
      const { result } = await inPlace(folder, async (place) => {
        const { plan } = await (await prepareTenWeeks(place, 'bao', from)).state();
        return {
          day: plan.day,
          done: plan.steps.filter(({ state }) => state === 'done').length,
          current: plan.current,
        };
      });
      return result;
    };
    expect(await states(5)).toEqual({ day: '2009-10-02', done: 4, current: 5 });
    expect(await states(9)).toEqual({ day: '2009-10-02', done: 4, current: 5 });
  }, 120_000);

  it('C-17: gets its wachtwoordbrief also when a person goes on with step 1', async () => {
    const { result } = await inPlace(newFolder(), async (place) => {
      const walk = await prepareTenWeeks(place, 'so', 1);
      await walk.goTo('2009-11-02');
      return walk.received('wachtwoordbrief');
    });
    expect(result).toBe(1);
  }, 120_000);
});
