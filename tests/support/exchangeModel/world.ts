import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeReady } from '../../../electron/core/backup/restore.ts';
import type { Identity } from '../../../electron/core/certificate/identity.ts';
import { installCertificate } from '../../../electron/core/certificate/store.ts';
import type { Administration } from '../../../electron/core/context.ts';
import { closeDatabase, openDatabase } from '../../../electron/core/database/database.ts';
import { hideBin } from '../../../electron/core/database/hideBin.ts';
import { migrate } from '../../../electron/core/database/migrations.ts';
import { drawSeries } from '../../../electron/core/exchange/identification.ts';
import { ExchangeRunner } from '../../../electron/core/exchange/runner.ts';
import { leerlingenHandlers } from '../../../electron/core/leerlingen/handlers.ts';
import { readInschrijving, readLeerling } from '../../../electron/core/leerlingen/repository.ts';
import { writeSchool, writeSetting } from '../../../electron/core/school/settings.ts';
import type { GegevensWpo } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { createFixedClock, dateInNetherlands } from '../../../shared/domain/clock.ts';
import type { MockBron } from '../../mock-bron/server.ts';
import { CERTIFICATE_PASSWORD, creation, START, startTestMock } from '../administration.ts';
import { identityIn } from '../certificates.ts';
import { asWpo, correctInschrijving, testPersons } from '../pupils.ts';

const FILE = 'administratie.db';
/** Short, so that a silent BRON costs little; a slow machine only makes more messages uncertain. */
const IMPATIENT_MS = 400;
const PATIENT_MS = 5_000;

const lineOf = (answerTimeoutMs: number) => ({ answerTimeoutMs, resolveProxy: () => Promise.resolve('DIRECT') });

export const persons = Object.values(testPersons);

interface Open {
  folder: string;
  administration: Administration;
  runner: ExchangeRunner;
}

/** The mock BRON of all histories: restarted on the same folder and port. */
export interface SharedMock {
  mock: MockBron;
  identity: Identity;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startSharedMock(): Promise<SharedMock> {
  const first = await startTestMock();
  const port = Number(new URL(first.addresses.soap).port);
  const pkcs12 = await first.issueCertificate('99ZZ', '00', CERTIFICATE_PASSWORD);
  const shared: SharedMock = {
    mock: first,
    identity: await identityIn(pkcs12, CERTIFICATE_PASSWORD, createFixedClock(START)),
    async restart() {
      await shared.mock.close();
      shared.mock = await startTestMock({ data: first.data, port });
    },
    async close() {
      await shared.mock.close();
      rmSync(first.data, { recursive: true, force: true });
    },
  };
  return shared;
}

/**
 * One administration with its BRON, for the model-based test: what a person, a cut line, a killed program and a restored backup do to it.
 * The database is the real one on disk; a kill goes on from a copy of its files as they are at that moment.
 */
export class ExchangeWorld {
  readonly shared: SharedMock;
  readonly #root = mkdtempSync(join(tmpdir(), 'bronwijs-'));
  readonly #key = randomBytes(32);
  readonly #clock = createFixedClock(START);
  readonly #left: Promise<unknown>[] = [];
  #folders = 0;
  #open: Open;
  #backup: { file: string; day: string } | undefined;
  /** Places in the log of the mock after which what was sent before is no longer known here. */
  readonly restores: number[] = [];
  /** What a person gave up, and the place in that log after which. */
  readonly givenUp = new Map<string, number>();

  constructor(shared: SharedMock) {
    this.shared = shared;
    shared.mock.reset();
    shared.mock.setClock(START);
    this.#open = this.#create();
  }

  get administration(): Administration {
    return this.#open.administration;
  }

  get runner(): ExchangeRunner {
    return this.#open.runner;
  }

  /** The newest message of a pupil. */
  newestBericht(pupil: number): { id: number; berichtidentificatie: string } | undefined {
    return this.administration.db
      .prepare<[number], { id: number; berichtidentificatie: string }>(
        'SELECT id, berichtidentificatie FROM bericht WHERE inschrijving_id = ? ORDER BY id DESC LIMIT 1',
      )
      .get(pupil + 1);
  }

  /** A person has decided to have it offered again. */
  noteGivenUp(berichtidentificatie: string): void {
    this.givenUp.set(berichtidentificatie, this.#seq());
  }

  #seq(): number {
    return this.shared.mock.messages({ limit: 100_000 }).at(-1)?.seq ?? 0;
  }

  /** Moves the clocks of both forward, by minutes. */
  wait(minutes: number): void {
    this.jump(minutes);
    this.shared.mock.advanceClock(minutes * 60);
  }

  /** Sets the clock of this computer alone, by minutes. */
  jump(minutes: number): void {
    this.#clock.set(new Date(this.#clock.now().getTime() + minutes * 60_000));
  }

  async change(
    pupil: number,
    { persoon = {}, inschrijving = {} }: { persoon?: Persoonsgegevens; inschrijving?: Partial<GegevensWpo> },
  ): Promise<void> {
    const { db } = this.administration;
    const handlers = leerlingenHandlers(this.administration);
    const known = readLeerling(db, pupil + 1);
    const { id, version } = known;
    await handlers['leerlingen.save']({ id, version, persoon: { ...known.gegevens, ...persoon } });
    const at = readInschrijving(db, pupil + 1);
    const gegevens = { ...asWpo(at.gegevens), ...inschrijving };
    await handlers['leerlingen.saveInschrijving']({ leerlingId: id, id: at.id, version: at.version, gegevens });
  }

  /** Starts a run and kills the program after so many milliseconds; then it is started again. */
  async killDuring(run: (runner: ExchangeRunner) => Promise<unknown>, afterMs: number): Promise<void> {
    const { folder, administration, runner } = this.#open;
    const running = run(runner).catch(() => undefined);
    await delay(afterMs);
    // Between two turns of the event loop no transaction is half done: this is what a killed process leaves.
    const next = this.#newFolder();
    for (const name of [FILE, `${FILE}-wal`])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(next, name));
    runner.stop();
    this.#left.push(running.then(() => closeDatabase(administration.db)));
    await this.#start(next);
  }

  async restart({ patient = false } = {}): Promise<void> {
    await this.#stop();
    await this.#start(this.#open.folder, patient);
  }

  makeBackup(): void {
    const file = join(this.#newFolder(), FILE);
    // On a connection of its own: the views that hide the bin are in the way.
    const db = openDatabase(join(this.#open.folder, FILE), this.#key);
    db.prepare('VACUUM INTO ?').run(file);
    closeDatabase(db);
    this.#backup = { file, day: dateInNetherlands(this.#clock.now()) };
  }

  async restore(): Promise<void> {
    if (!this.#backup) return;
    await this.#stop();
    await Promise.all(this.#left);
    const folder = this.#newFolder();
    copyFileSync(this.#backup.file, join(folder, FILE));
    const db = openDatabase(join(folder, FILE), this.#key);
    makeReady(db, this.#clock, this.#backup.day);
    closeDatabase(db);
    this.restores.push(this.#seq());
    await this.#start(folder);
  }

  async close(): Promise<void> {
    await this.#stop();
    await Promise.all(this.#left);
    rmSync(this.#root, { recursive: true, force: true });
  }

  #newFolder(): string {
    this.#folders += 1;
    const folder = join(this.#root, String(this.#folders));
    mkdirSync(folder);
    return folder;
  }

  #administration(db: Administration['db']): Administration {
    hideBin(db);
    return { db, clock: this.#clock, emit: () => undefined, caller: { userId: 'u', role: 'beheerder' } };
  }

  #create(): Open {
    const { mock, identity } = this.shared;
    const folder = this.#newFolder();
    const db = openDatabase(join(folder, FILE), this.#key, { create: true });
    migrate(db);
    const administration = this.#administration(db);
    writeSchool(db, creation.school, 'oefen');
    writeSetting(db, 'exchange', { endpoint: mock.addresses.soap, caPem: mock.caPem });
    drawSeries(db);
    installCertificate(db, this.#clock, identity);
    return { folder, administration, runner: new ExchangeRunner(administration, lineOf(IMPATIENT_MS)) };
  }

  /** Saves the pupils of the histories, each with one inschrijving; their numbers follow the order of `persons`. */
  async addPupils(): Promise<void> {
    const handlers = leerlingenHandlers(this.administration);
    for (const persoon of persons) {
      const { id: leerlingId } = await handlers['leerlingen.save']({ persoon });
      await handlers['leerlingen.saveInschrijving']({ leerlingId, gegevens: correctInschrijving() });
    }
  }

  async #stop(): Promise<void> {
    this.runner.stop();
    await this.runner.settled();
    closeDatabase(this.administration.db);
  }

  async #start(folder: string, patient = false): Promise<void> {
    const administration = this.#administration(openDatabase(join(folder, FILE), this.#key));
    const runner = new ExchangeRunner(administration, lineOf(patient ? PATIENT_MS : IMPATIENT_MS));
    this.#open = { folder, administration, runner };
    await runner.resume();
  }
}
