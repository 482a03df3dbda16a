import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { https } from '../mock-bron/testing/client.ts';
import { correctMelding, pupils } from '../mock-bron/testing/meldingen.ts';
import { createMockWorld } from '../mock-bron/testing/world.ts';

const script = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
let folder: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mock-command-'));
});
afterEach(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill();
    await once(child, 'exit');
  }
  child = undefined;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function start(...args: string[]): ChildProcess {
  child = spawn(process.execPath, [script, 'mock-bron', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  return child;
}

const anyPort = ['--port', '0', '--site-port', '0', '--control-port', '0'];

interface Started {
  soap: string;
  site: string;
  control: string;
  ca: string;
}

async function firstLine(process: ChildProcess): Promise<Started> {
  const lines = createInterface({ input: process.stdout! });
  const [line] = (await once(lines, 'line')) as [string];
  return JSON.parse(line) as Started;
}

describe('npm run mock-bron', () => {
  it('tells its addresses as JSON on the first line and answers on all of them', async () => {
    const { soap, site, control, ca } = await firstLine(start('--data', folder, ...anyPort, '--date', '2009-11-02'));
    expect(soap).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/POKANAAL\/$/);
    expect(control).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(new URL('/clock', control))).json()).toMatchObject({ date: '2009-11-02' });
    const agent = new Agent({ ca: readFileSync(ca) });
    expect((await https(site, { agent })).status).toBe(200);
    await expect(https(soap, { agent })).rejects.toThrow();
    agent.destroy();
  });

  it('listens on the host that was given and names it in its certificate', async () => {
    const { soap, site, control, ca } = await firstLine(start('--data', folder, ...anyPort, '--host', 'localhost'));
    expect(new URL(soap).hostname).toBe('localhost');
    expect(new URL(control).hostname).toBe('127.0.0.1');
    const agent = new Agent({ ca: readFileSync(ca) });
    expect((await https(site, { agent })).status).toBe(200);
    agent.destroy();
  });

  it('lives as long as a command, which finds it in its environment, and ends as that does', async () => {
    const program = `
      const { MOCK_BRON_SOAP: soap, MOCK_BRON_SITE: site, MOCK_BRON_CONTROL: control, MOCK_BRON_CA: ca } = process.env;
      const clock = await (await fetch(new URL('/clock', control))).json();
      console.log(JSON.stringify({ soap, site, control, ca, clock }));
      process.exit(7);`;
    const around = start('--date', '2009-11-02', '--', process.execPath, '--input-type=module', '-e', program);
    let said = '';
    around.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(around, 'close')).toEqual([7, null]);
    const seen = JSON.parse(said) as Started & { clock: unknown };
    expect(seen.soap).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/POKANAAL\/$/);
    expect(seen.clock).toMatchObject({ date: '2009-11-02' });
    expect(existsSync(seen.ca)).toBe(false);
    await expect(fetch(seen.control)).rejects.toThrow();
  });

  it.each([
    ['no command', [], 2, 'After -- comes a command'],
    ['a command that is not there', ['no-such-command'], 1, 'no-such-command'],
  ])('says so when after -- stands %s', async (_, command, code, sentence) => {
    const refused = start('--data', folder, '--', ...command);
    let said = '';
    refused.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(refused, 'close')).toEqual([code, null]);
    expect(said).toContain(sentence);
  });

  it('refuses unknown flags with its usage', async () => {
    const refused = start('--data', folder, '--prot', '1');
    let said = '';
    refused.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(refused, 'close')) as [number];
    expect(code).toBe(2);
    expect(said).toContain('--prot');
    expect(said).toContain('Usage:');
    expect(existsSync(join(folder, 'register.sqlite'))).toBe(false);
  });
});

describe('registers from files', () => {
  it('replace the BRP, the schools and the postcodes', async () => {
    const person = {
      bsn: '999990019',
      geslachtsnaam: 'Verzonnen',
      voornamen: 'Anna',
      geboortedatum: '2002-03-00',
      geslacht: 'V',
      geheim: true,
      adressen: [{ straatnaam: 'Straat', huisnummer: '1', postcode: '1234AB' }],
    };
    const school = {
      brinnummer: '97XX',
      naam: 'Andere school',
      plaats: 'Elders',
      soort: 'BAO',
      vestigingen: [{ volgnummer: '00' }],
      aanleverpunten: [],
    };
    const file = (name: string, content: string) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    const world = await createMockWorld({
      brp: [file('brp.json', JSON.stringify({ source: 'test', persons: [person] }))],
      brin: file('brin.json', JSON.stringify({ source: 'test', schools: [school] })),
      postcodes: file('postcodes.txt', '1234 AB\n'),
    });
    expect(() => world.mock.createWachtwoordbrief('99ZZ', '00')).toThrow('not in the BRIN register');
    const client = await world.school('97XX');
    await client.meld(correctMelding('M1', pupils.hera));
    // The delivered birth date is richer than that of the BRP.
    const anna = { burgerservicenummer: '999990019', geboortedatum: '2002-03-14', geslacht: 'V', postcode: '1234AB' };
    await client.meld(correctMelding('M2', anna));
    const bundle = await client.poll('1');
    expect(bundle.terugkoppelingAfkeuring?.map(({ berichtidentificatie }) => berichtidentificatie)).toEqual(['M1']);
    const [answer] = bundle.meldingInschrijvingAntwoord ?? [];
    expect(answer?.persoon?.[0]).toMatchObject({ achternaam: 'Verzonnen', geboortedatum: '2002-03-00' });
    // Indicatie geheim: no address.
    expect(answer?.persoon?.[0]?.adres).toBeUndefined();
    await client.ask({ berichtidentificatie: 'V1', selectiegegevens: [{ peildatum: '2009-11-02' }] });
    const [registered] = (await client.poll('2')).terugkoppelingRegistratieoverzicht?.[0]?.persoon ?? [];
    expect(registered?.achternaam).toBe('Verzonnen');
    expect(registered?.adres).toBeUndefined();
    await world.close();
    expect(world.errors).toEqual([]);
  });

  it('say what is wrong in a file', async () => {
    const path = join(folder, 'wrong.json');
    writeFileSync(path, JSON.stringify({ source: 'x', persons: [{ bsn: '1' }] }));
    await expect(createMockWorld({ brp: [path] })).rejects.toThrow('bsn');
  });
});
