import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { BenchCore } from '../world.ts';
import { MOMENT, root, temporaryFolder } from '../world.ts';
import type { HeldMemory } from './memory.ts';
import { https } from '../../mock-bron/testing/client.ts';

/** The certificate of an aanleverpunt as the site gave it. */
export interface SchoolCertificate {
  pkcs12: Buffer;
  password: string;
}

/** A mock BRON in a process of its own, so that it does not share the event loop with what is measured. */
export interface BenchMock {
  soap: string;
  caPem: string;
  /** Calls the control interface. */
  control(path: string, body?: object): Promise<Record<string, unknown>>;
  /** Has a wachtwoordbrief written and downloads the certificate. */
  certificate(brinnummer?: string, aanleverpunt?: string): Promise<SchoolCertificate>;
  /** What the process holds. */
  memory(): Promise<HeldMemory>;
  close(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill()));

/** Starts a mock with an empty register. */
export async function startBenchMock(...options: string[]): Promise<BenchMock> {
  const ports = ['--port', '0', '--site-port', '0', '--control-port', '0'];
  const args = ['--data', temporaryFolder(), '--date', MOMENT, ...ports, ...options];
  const probe = ['--expose-gc', '--import', join(root, 'tests/bench/exchange/memoryProbe.mts')];
  const child = spawn(process.execPath, [...probe, join(root, 'scripts/mock-bron.mts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  const [line] = (await once(createInterface({ input: child.stdout as Readable }), 'line')) as [string];
  const { soap, site, control, ca } = JSON.parse(line) as Record<'soap' | 'site' | 'control' | 'ca', string>;
  const caPem = readFileSync(ca, 'utf8');
  const agent = new Agent({ ca: caPem });

  const call: BenchMock['control'] = async (path, body) => {
    const asked = body && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    };
    const response = await fetch(new URL(path, control), asked ?? {});
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  return {
    soap,
    caPem,
    control: call,
    certificate: async (brinnummer = '99ZZ', aanleverpunt = '00') => {
      const letter = (await call('/wachtwoordbrief', { brinnummer, aanleverpunt })) as Record<string, string>;
      const { gebruikersnaam = '', wachtwoord = '' } = letter;
      const form = new URLSearchParams({ gebruikersnaam, wachtwoord }).toString();
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const { status, body } = await https(`${site}certificaat`, { method: 'POST', agent, headers }, form);
      if (status !== 200) throw new Error(`the site gave no certificate: ${status}`);
      return { pkcs12: body, password: wachtwoord };
    },
    memory: async () => {
      child.send('memory');
      const [held] = (await once(child, 'message')) as [HeldMemory];
      return held;
    },
    close: async () => {
      agent.destroy();
      const exited = once(child, 'exit');
      child.kill();
      await exited;
    },
  };
}

/** Points an unlocked administration to a mock and installs its certificate. */
export async function connectTo(
  { call, grant }: Pick<BenchCore, 'call' | 'grant'>,
  { soap, caPem }: BenchMock,
  { pkcs12, password }: SchoolCertificate,
): Promise<void> {
  const settings = await call('settings.get', {});
  await call('settings.save', { ...settings, exchange: { endpoint: soap, caPem } });
  const file = join(temporaryFolder(), 'certificaat.p12');
  writeFileSync(file, pkcs12);
  const { draft } = await call('certificate.choose', { token: grant(file, 'read') });
  const { certificates } = await call('certificate.inspect', { draft, password });
  await call('certificate.install', { draft, fingerprint: certificates[0]?.fingerprint ?? '' });
}
