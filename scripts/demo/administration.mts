import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLas } from '../../electron/core/las.ts';
import type { Las, LasOptions } from '../../electron/core/lasOptions.ts';
import type { Input, OperationName, Output } from '../../shared/api/contract.ts';
import type { InschrijvingGegevens } from '../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../shared/api/leerlingen.ts';
import { createClock } from '../../shared/domain/clock.ts';
import type { MockBron } from '../../tests/mock-bron/server.ts';
import { demoFolder, pupilsFile } from './data.mts';
import type { DemoFile } from './edexml.mts';
import type { Oefenpersoon } from './oefenpersonen.mts';

/** Everything behind it is fictional: the password only has to be easy to type. */
export const DEMO_PASSWORD = 'oefenen met bronwijs';
/** As the program makes it of the name. */
export const DEMO_LOGIN = 'oefensecretaresse';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
export const resourcesDir = join(root, 'resources');

/** A pupil as he is typed in. */
export interface TypedPupil {
  persoon: Persoonsgegevens;
  inschrijving: InschrijvingGegevens;
}

/** A core in this process, called by the types of the contract. */
export interface DemoLas {
  /** @throws Error with the Dutch sentences of the failure */
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** A token for a file to read, as the host gives one when a person chooses it. */
  grant(path: string): string;
  close(): Promise<void>;
}

/** Starts the core on the data folder of the demo; its clock follows the mock. */
export async function openDemoLas(
  dataDir: string,
  mock: MockBron,
  { demoGuide, kdfCost, emit = () => undefined }: Partial<Pick<LasOptions, 'demoGuide' | 'emit' | 'kdfCost'>> = {},
): Promise<DemoLas> {
  const las: Las = await createLas({
    dataDir,
    clock: createClock(),
    version,
    resourcesDir,
    host: 'none',
    oefenklokUrl: mock.addresses.control,
    ...(demoGuide === undefined ? {} : { demoGuide }),
    ...(kdfCost === undefined ? {} : { kdfCost }),
    emit,
  });
  return {
    async call<N extends OperationName>(name: N, input: Input<N>) {
      const result = await las.invoke(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.message} ${result.error.remedy}`);
      return result.value as Output<N>;
    },
    grant(path) {
      const token = randomUUID();
      las.grant(token, path, 'read');
      return token;
    },
    close: () => las.close(),
  };
}

/** Opens the administration of the demo, or makes it; its recovery code has been confirmed. */
async function unlockOrCreate(las: DemoLas, school: Input<'session.create'>['school']): Promise<void> {
  const { state } = await las.call('session.status', {});
  if (state === 'none') {
    const user = { naam: 'Oefensecretaresse', password: DEMO_PASSWORD };
    const { recoveryCode } = await las.call('session.create', { kind: 'oefen', school, user });
    await las.call('session.confirmRecoveryCode', { recoveryCode });
    return;
  }
  const opened = await las.call('session.unlock', { login: DEMO_LOGIN, password: DEMO_PASSWORD });
  if (opened.state !== 'recovery') return;
  const { recoveryCode } = await las.call('session.newRecoveryCode', {});
  await las.call('session.confirmRecoveryCode', { recoveryCode });
}

/** Saves the pupils that are not there yet; gives how many there were to save. */
export async function addPupils(las: DemoLas, pupils: readonly TypedPupil[]): Promise<number> {
  const known = new Map<string, number>();
  for (let offset = 0, total = 1; offset < total; offset += 500) {
    const page = await las.call('leerlingen.list', { show: 'alle', offset, limit: 500 });
    total = page.total;
    for (const { leerlingnummer, id } of page.rows) if (leerlingnummer) known.set(leerlingnummer, id);
  }
  let added = 0;
  for (const { persoon, inschrijving } of pupils) {
    const { leerlingnummer = '' } = persoon;
    const before = known.get(leerlingnummer);
    // Interrupted between pupil and inschrijving: the pupil is there, his inschrijving is not.
    if (before !== undefined && (await las.call('leerlingen.get', { id: before })).inschrijvingen.length > 0) continue;
    const leerlingId = before ?? (await las.call('leerlingen.save', { persoon })).id;
    await las.call('leerlingen.saveInschrijving', { leerlingId, gegevens: inschrijving });
    added += 1;
  }
  return added;
}

/** Opens the administration, or makes it, with the addresses and the CA of the mock. */
export async function openAdministration(
  las: DemoLas,
  mock: MockBron,
  school: Input<'session.create'>['school'],
): Promise<void> {
  await unlockOrCreate(las, school);
  const settings = await las.call('settings.get', {});
  await las.call('settings.save', {
    ...settings,
    exchange: {
      endpoint: mock.addresses.soap,
      site: mock.addresses.site,
      caPem: mock.caPem,
      ports: { http: mock.addresses.control, https: mock.addresses.site },
    },
    // Who watches a demo is not to find it locked.
    idleMinutes: 120,
  });
}

/** Makes the administration of the demo ready: address and CA of the mock, and all pupils. Gives the number of new pupils. */
export async function prepareAdministration(las: DemoLas, mock: MockBron): Promise<number> {
  const { school, pupils } = pupilsFile.parse(JSON.parse(readFileSync(join(demoFolder, 'leerlingen.json'), 'utf8')));
  await openAdministration(las, mock, school);
  return addPupils(las, pupils);
}

/** As many as one operation takes. */
const PUPILS_PER_CALL = 500;

/**
 * Makes an administration for the school of a file and imports its pupils, by the operations of the screens; does so once.
 * Gives the number of new pupils. @throws Error when the folder holds the demo of another school
 */
export async function importAdministration(
  las: DemoLas,
  mock: MockBron,
  { file, school, vestigingen }: DemoFile,
  oefenpersonen: readonly Oefenpersoon[],
): Promise<number> {
  await openAdministration(las, mock, school);
  const { brinnummer } = (await las.call('settings.get', {})).school;
  if (brinnummer !== school.brinnummer) throw new Error('this folder holds another demo; use --fresh');
  if ((await las.call('import.list', {})).rows.length > 0) return 0;
  const { answers } = await las.call('import.openEdexml', {
    token: las.grant(resolve(file)),
    fileName: basename(file),
  });
  await las.call('import.answer', { ...answers, vestigingen });
  for (let at = 0; at < oefenpersonen.length; at += PUPILS_PER_CALL)
    await las.call('import.fillOefenpersonen', { leerlingen: oefenpersonen.slice(at, at + PUPILS_PER_CALL) });
  // Whoever the file has twice is somebody else by now.
  if (oefenpersonen.length > 0) await las.call('import.choose', { filter: 'alle', action: 'nieuw' });
  const { outcome } = await las.call('import.apply', {});
  return outcome.nieuw;
}
