import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLas } from '../../electron/core/las.ts';
import type { Las, LasOptions } from '../../electron/core/lasOptions.ts';
import type { GrantUse } from '../../shared/api/bridge.ts';
import type { Input, OperationName, Output } from '../../shared/api/contract.ts';
import type { LasFailure } from '../../shared/api/errors.ts';
import { createClock, type AdjustableClock } from '../../shared/domain/clock.ts';
import { startMockBron, type MockBron } from '../mock-bron/server.ts';
import { installFile } from './certificates.ts';

export const PASSWORD = 'lange-zin-als-wachtwoord';
export const CERTIFICATE_PASSWORD = 'brief-wachtwoord';
/** Monday 2 November 2009, nine o'clock in the Netherlands. */
export const START = new Date('2009-11-02T08:00:00Z');
/** Key derivation that costs next to nothing. */
export const cheapKdf = { memoryKiB: 8, iterations: 1, parallelism: 1 } as const;

const person = { naam: 'A. Ministratie', telefoon: '0101234567', email: 'administratie@school.example' };

export const creation: Input<'session.create'> = {
  kind: 'oefen',
  school: {
    brinnummer: '99ZZ',
    naam: 'Basisschool De Proef',
    soort: 'BAO',
    vestigingen: [
      { volgnummer: '00', naam: 'Hoofdvestiging' },
      { volgnummer: '01', naam: 'Nevenvestiging' },
    ],
    aanleverpunt: '00',
    contactpersoon: person,
    gemachtigde: person,
  },
  user: { naam: 'Secretaresse', password: PASSWORD },
};

/** A core on a temporary folder, called by the contract's own types. */
export interface TestLas {
  las: Las;
  dataDir: string;
  clock: AdjustableClock;
  events: { event: string; payload: unknown }[];
  /** The value; a failure throws with its code and sentences. */
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** The failure; a success throws. */
  fail<N extends OperationName>(name: N, input: Input<N>): Promise<LasFailure>;
  /** A token for a file or folder, as the host gives one when a person chooses it. */
  grant(path: string, use: GrantUse): string;
  /** Closes the core and starts another on the same folder, unlocked. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startTestLas(options: Partial<LasOptions> = {}): Promise<TestLas> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'bronwijs-'));
  const clock = options.clock ?? createClock(START);
  const events: TestLas['events'] = [];
  const open = () =>
    createLas({
      dataDir,
      clock,
      version: '0.0.0',
      resourcesDir: 'resources',
      host: 'none',
      kdfCost: cheapKdf,
      backupRotation: false,
      emit: (event, payload) => events.push({ event, payload }),
      ...options,
    });
  const world: TestLas = {
    las: await open(),
    dataDir,
    clock,
    events,
    async call(name, input) {
      const result = await world.las.invoke(name, input);
      if (!result.ok)
        throw Object.assign(new Error(`${name}: ${result.error.code}: ${result.error.message}`), {
          failure: result.error,
        });
      return result.value as never;
    },
    async fail(name, input) {
      const result = await world.las.invoke(name, input);
      if (result.ok) throw new Error(`${name} succeeded`);
      return result.error;
    },
    grant(path, use) {
      const token = randomUUID();
      world.las.grant(token, path, use);
      return token;
    },
    async restart() {
      await world.las.close();
      world.las = await open();
      await world.call('session.unlock', { password: PASSWORD });
    },
    async close() {
      await world.las.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

/** Makes an administration and confirms its recovery code. */
export async function createAdministration(
  world: Pick<TestLas, 'call'>,
  input: Input<'session.create'> = creation,
): Promise<void> {
  const { recoveryCode } = await world.call('session.create', input);
  await world.call('session.confirmRecoveryCode', { recoveryCode });
}

/** A mock BRON on free ports, its clock at the same moment. */
export async function startTestMock(
  options: Partial<Parameters<typeof startMockBron>[0]> = {},
): Promise<MockBron & { data: string }> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'mock-bron-'));
  const mock = await startMockBron({ data, date: START, seed: 'test', ...options });
  return Object.assign(mock, { data });
}

/** Points the administration to the mock and installs a certificate issued for it. */
export async function connect(world: Pick<TestLas, 'call' | 'grant'>, mock: MockBron): Promise<void> {
  const settings = await world.call('settings.get', {});
  await world.call('settings.save', { ...settings, exchange: { endpoint: mock.addresses.soap, caPem: mock.caPem } });
  const { brinnummer, aanleverpunt } = settings.school;
  const pkcs12 = await mock.issueCertificate(brinnummer, aanleverpunt, CERTIFICATE_PASSWORD);
  await installFile(world, pkcs12, CERTIFICATE_PASSWORD);
}

/** An administration connected to a mock, ready to exchange; the mock begins at the moment of the clock, when one is given. */
export async function startConnected(
  options: Partial<LasOptions> = {},
  input: Input<'session.create'> = creation,
): Promise<{ world: TestLas; mock: MockBron; close(): Promise<void> }> {
  const mock = await startTestMock(options.clock ? { date: options.clock.now() } : {});
  const world = await startTestLas(options);
  await createAdministration(world, input);
  await connect(world, mock);
  return {
    world,
    mock,
    async close() {
      await world.close();
      await mock.close();
      rmSync(mock.data, { recursive: true, force: true });
    },
  };
}

/** Moves both clocks forward. */
export function advance({ world, mock }: { world: TestLas; mock: MockBron }, minutes: number): void {
  world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000));
  mock.advanceClock(minutes * 60);
}

/** Fetches what BRON has to say, half an hour later. */
export function fetchTerugkoppelingen(
  line: Parameters<typeof advance>[0],
): Promise<Output<'exchange.requestTerugkoppelingen'>> {
  advance(line, 31);
  return line.world.call('exchange.requestTerugkoppelingen', {});
}

/** Has BRON say this signaal about the next message. */
export async function wantSignaal(
  { mock }: { mock: MockBron },
  scenario: { signaal: string; nr: number },
): Promise<void> {
  const body = JSON.stringify(scenario);
  const headers = { 'Content-Type': 'application/json' };
  const { status } = await fetch(new URL('/scenarios', mock.addresses.control), { method: 'POST', body, headers });
  if (status >= 300) throw new Error(`the scenario was not taken: ${status}`);
}

/** Does this while nothing listens at the address of BRON; a run fails. */
export async function whileUnreachable(
  { world, mock }: { world: TestLas; mock: MockBron },
  work: () => Promise<unknown>,
): Promise<void> {
  const settings = await world.call('settings.get', {});
  const use = (endpoint: string) =>
    world.call('settings.save', { ...settings, exchange: { ...settings.exchange, endpoint } });
  await use('https://127.0.0.1:1/POKANAAL/');
  await work();
  await use(mock.addresses.soap);
}
