import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeSignaal } from '../../shared/pve/signalen/signalen.ts';
import type { DemoOutcome, Round } from '../../scripts/demo/headless.mts';
import { openDemoLas, prepareAdministration } from '../../scripts/demo/administration.mts';
import { countRegistered, startDemoBron } from '../../scripts/demo/bron.mts';
import { correctionsFile, demoFolder } from '../../scripts/demo/data.mts';
import { preparePlace, readCorrections, writeGuide } from '../../scripts/demo/place.mts';

const script = fileURLToPath(new URL('../../scripts/demo.mts', import.meta.url));
const { corrections } = correctionsFile.parse(JSON.parse(readFileSync(join(demoFolder, 'corrections.json'), 'utf8')));

const runDemo = (...args: string[]) =>
  new Promise<{ code: number; lines: string[]; stderr: string }>((resolve) => {
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, lines: stdout.trim().split('\n'), stderr }),
    );
  });

const sumOf = (round: Round) => round.geregistreerd + round.metSignaal + round.afgekeurd + round.onzeker;

/** How often the mistakes seen by one side give each code. */
function expectedCodes(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const code of corrections.flatMap(({ codes }) => codes)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

describe('npm run demo -- --headless --json', () => {
  const data = mkdtempSync(join(tmpdir(), 'demo-test-'));
  let outcome: DemoOutcome;
  let lines: string[];

  beforeAll(async () => {
    const run = await runDemo('--headless', '--json', '--data', data);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    lines = run.lines;
    outcome = JSON.parse(run.lines.at(-1) ?? '') as DemoOutcome;
  });
  afterAll(() => {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });

  it('ends with one line of the promised shape', () => {
    const round = ['tegengehouden', 'verzonden', 'geregistreerd', 'metSignaal', 'afgekeurd', 'onzeker', 'signalen'];
    expect(Object.keys(outcome)).toEqual(['leerlingen', 'ronde1', 'ronde2', 'stand', 'seconden']);
    expect(Object.keys(outcome.ronde1)).toEqual(round);
    expect(Object.keys(outcome.ronde2)).toEqual(round);
    expect(Object.keys(outcome.stand)).toEqual(['inBron', 'afgekeurd']);
    expect(outcome.seconden).toBeGreaterThan(0);
    expect(outcome.seconden).toBeLessThan(60);
    expect(lines.length).toBeGreaterThan(5);
  });

  it('finds 12 mistakes before sending and 24 by BRON, and loses no message', () => {
    const { ronde1 } = outcome;
    expect(outcome.leerlingen).toBe(240);
    expect(ronde1.tegengehouden).toBe(12);
    expect(ronde1.verzonden).toBe(228);
    expect(ronde1.verzonden).toBe(sumOf(ronde1));
    expect(ronde1.metSignaal + ronde1.afgekeurd).toBe(24);
    expect(ronde1.onzeker).toBe(0);
  });

  it('gives exactly the codes the mistakes were made for: at least 12, of both severities', () => {
    const { signalen } = outcome.ronde1;
    expect(signalen).toEqual(expectedCodes());
    const codes = Object.keys(signalen);
    expect(codes.length).toBeGreaterThanOrEqual(12);
    expect(new Set(codes.map((code) => describeSignaal(code).ernst))).toEqual(new Set(['A', 'S']));
  });

  it('corrects all 36, and sends only those again', () => {
    const { ronde2 } = outcome;
    expect(ronde2).toMatchObject({ tegengehouden: 0, verzonden: 36, afgekeurd: 0, onzeker: 0 });
    expect(ronde2.verzonden).toBe(sumOf(ronde2));
    // Two pupils with an indicatie geheim: a signaal without a mistake.
    expect(ronde2.metSignaal).toBe(2);
    expect(ronde2.signalen).toEqual({ 956: 2 });
  });

  it('ends with every pupil registered', () => {
    expect(outcome.stand).toEqual({ inBron: 240, afgekeurd: 0 });
  });

  it('keeps the password of the certificate to this user', (context) => {
    context.skip(process.platform === 'win32', 'Windows has no such rights');
    for (const name of ['demo-guide.json', 'demo-99ZZ00.p12']) {
      expect(statSync(join(data, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('goes on in the same folder, with nothing left to do', async () => {
    const again = await runDemo('--headless', '--json', '--data', data);
    expect(again.stderr).toBe('');
    expect(again.code).toBe(0);
    const second = JSON.parse(again.lines.at(-1) ?? '') as DemoOutcome;
    expect(second).toMatchObject({ leerlingen: 240, stand: { inBron: 240, afgekeurd: 0 } });
    expect(second.ronde1).toMatchObject({ tegengehouden: 0, verzonden: 0 });
    expect(second.ronde2).toMatchObject({ tegengehouden: 0, verzonden: 0 });
  });
});

describe('the steps of the guided card', () => {
  it('fail with the real error, and can be done again', async () => {
    const data = mkdtempSync(join(tmpdir(), 'demo-test-'));
    const place = preparePlace(data, false);
    const mock = await startDemoBron(place.bron);
    await writeGuide(place, mock, '99ZZ', readCorrections());
    const las = await openDemoLas(place.administration, mock, { demoGuide: place.guide });
    try {
      await prepareAdministration(las, mock);
      expect((await las.call('demo.state', {})).next).toBe('certificaat');
      await expect(las.call('demo.run', { step: 'versturen' })).rejects.toThrow('Doe eerst de stap "certificaat".');
      await las.call('demo.run', { step: 'certificaat' });
      // The days that are left can be one fewer by then: the clock runs.
      const installed = async () => ({ ...(await las.call('certificate.get', {})).certificate, daysLeft: undefined });
      const certificate = await installed();
      await las.call('demo.run', { step: 'certificaat' });
      expect(await installed()).toEqual(certificate);

      mock.setFault({ kind: 'http-500' });
      await expect(las.call('demo.run', { step: 'versturen' })).rejects.toThrow(
        'De uitwisseling is niet helemaal gelukt.',
      );
      expect((await las.call('demo.state', {})).next).toBe('versturen');
      mock.clearFaults();
      mock.advanceClock(3600);
      const after = await las.call('demo.run', { step: 'versturen' });
      expect(after.next).toBe('terugkoppelingen');
      await las.call('demo.run', { step: 'terugkoppelingen' });
      await las.call('demo.run', { step: 'verbeteren' });
      const twice = await las.call('demo.run', { step: 'verbeteren' });
      expect(twice.steps.find(({ step }) => step === 'verbeteren')?.summary).toMatch(/^0 leerlingen/);
      expect(await countRegistered(mock)).toBeGreaterThan(100);
    } finally {
      await las.close();
      await mock.close();
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
