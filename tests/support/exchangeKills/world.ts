import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from '../../../electron/core/database/database.ts';
import { hideBin } from '../../../electron/core/database/hideBin.ts';
import { createFixedClock, timeInNetherlands, type AdjustableClock } from '../../../shared/domain/clock.ts';
import type { MockBron } from '../../mock-bron/server.ts';
import {
  connect,
  createAdministration,
  PASSWORD,
  START,
  startTestLas,
  startTestMock,
  type TestLas,
} from '../administration.ts';
import { CoreProcess } from '../coreProcess.ts';
import { openBeside } from '../database.ts';
import type { Resting } from '../exchangeModel/rest.ts';
import { deathIn, type Death, type Report } from './death.ts';

const ENTRY = join(import.meta.dirname, 'dyingCore.mts');
const ANSWER_MS = 5_000;
/** How long a core may live on after its work is done: it dies at most so much later than the change. */
const LINGERS_MS = 2_000;

/** Where worlds are made. They have the same address of BRON, one after the other. */
export interface Place {
  readonly root: string;
  port: number | undefined;
}

/** A world as it was left. */
export interface Left {
  folder: string;
  now: Date;
  restores: readonly number[];
}

/** What a person does in a program that is going to die. */
export type Act = (core: CoreProcess, world: KillWorld) => Promise<unknown>;

/** What became of a core: by which signal it ended, and what it told. */
export interface Life {
  signal: NodeJS.Signals | null;
  told: Report[];
}

/** An administration and its BRON in one folder, which can be left and copied. */
export class KillWorld implements Resting {
  readonly restores: number[];
  /** Only what BRON has refused is given up here. */
  readonly givenUp: ReadonlyMap<string, number> = new Map();
  readonly #place: Place;
  readonly #folder: string;
  readonly #clock: AdjustableClock;
  #mock: MockBron | undefined;
  #las: TestLas | undefined;
  #beside: Connection | undefined;

  /** Goes on from a copy of a world that was left; without one with a new school. Nothing is open yet. */
  constructor(place: Place, from?: Left) {
    this.#place = place;
    this.#folder = mkdtempSync(join(place.root, 'wereld-'));
    this.#clock = createFixedClock(from?.now ?? START);
    this.restores = [...(from?.restores ?? [])];
    if (from) cpSync(from.folder, this.#folder, { recursive: true });
  }

  get dataDir(): string {
    return join(this.#folder, 'las');
  }

  /** A file that goes along when the world is copied. */
  get backup(): string {
    return join(this.#folder, 'kopie.reservekopie');
  }

  get mock(): MockBron {
    if (!this.#mock) throw new Error('BRON is down');
    return this.#mock;
  }

  get shared(): { mock: MockBron } {
    return { mock: this.mock };
  }

  get las(): TestLas {
    if (!this.#las) throw new Error('the program is not running');
    return this.#las;
  }

  get administration(): { db: Connection } {
    if (!this.#beside) throw new Error('the program is not running');
    return { db: this.#beside };
  }

  readonly runner: Resting['runner'] = {
    send: () => this.las.call('exchange.send', {}),
    requestTerugkoppelingen: () => this.las.call('exchange.requestTerugkoppelingen', {}),
    requestRegistratieoverzicht: () => this.las.call('exchange.requestRegistratieoverzicht', {}),
  };

  wait(minutes: number): void {
    this.jump(minutes);
    this.mock.advanceClock(minutes * 60);
  }

  /** Sets the clock of this computer alone, by minutes. */
  jump(minutes: number): void {
    this.#clock.set(new Date(this.#clock.now().getTime() + minutes * 60_000));
  }

  async startMock(): Promise<void> {
    if (this.#mock) return;
    const data = join(this.#folder, 'bron');
    this.#mock = await startTestMock({ data, port: this.#place.port ?? 0 });
    this.#place.port = Number(new URL(this.#mock.addresses.soap).port);
    this.#mock.setClock(this.#clock.now());
  }

  async stopMock(): Promise<void> {
    await this.#mock?.close();
    this.#mock = undefined;
  }

  /** Starts the program in this process, unlocked. */
  async start(): Promise<void> {
    const isNew = !existsSync(this.dataDir);
    this.#las = await startTestLas({ dataDir: this.dataDir, clock: this.#clock, answerTimeoutMs: ANSWER_MS });
    if (isNew) {
      await createAdministration(this.#las);
      await connect(this.#las, this.mock);
    } else await this.#las.call('session.unlock', { password: PASSWORD });
    await this.#lookBeside();
  }

  /** What lies in the bin is not there, as for the program. */
  async #lookBeside(): Promise<void> {
    this.#beside = await openBeside(this);
    hideBin(this.#beside);
  }

  async stop(): Promise<void> {
    this.#beside?.close();
    await this.#las?.las.close();
    this.#beside = this.#las = undefined;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async restore(): Promise<void> {
    const { draft } = await this.las.call('restore.inspect', { file: this.las.grant(this.backup, 'read') });
    await this.las.call('restore.preview', { draft, secret: { password: PASSWORD } });
    // The old one must not be held open while the other takes its place.
    this.#beside?.close();
    await this.las.call('restore.commit', { draft, secret: { password: PASSWORD } });
    await this.#lookBeside();
    this.noteRestore();
  }

  /** From here on it is not known in the administration what was sent before. */
  noteRestore(): void {
    this.restores.push(this.mock.messages({ limit: 100_000 }).at(-1)?.seq ?? 0);
  }

  /** Runs a core of its own on the administration until it dies, or, when it is not to die, to the end. */
  async live(
    act: Act,
    { death, answerTimeoutMs = ANSWER_MS }: { death?: Death; answerTimeoutMs?: number } = {},
  ): Promise<Life> {
    const report = join(this.#folder, 'report');
    rmSync(report, { force: true });
    const env = {
      ...deathIn(report, death),
      LAS_CLOCK: timeInNetherlands(this.#clock.now()),
      NODE_COMPILE_CACHE: join(this.#place.root, 'compiled'),
    };
    const core = new CoreProcess(this.dataDir, { answerTimeoutMs }, { entry: ENTRY, env });
    const acting = (async () => {
      await core.call('session.unlock', { password: PASSWORD });
      await act(core, this);
    })();
    await Promise.race([core.exited, death ? acting.then(() => delay(LINGERS_MS, undefined, { ref: false })) : acting]);
    await core.close();
    const lines = existsSync(report) ? readFileSync(report, 'utf8').trimEnd().split('\n') : [];
    return { signal: await core.exited, told: lines.map((line) => JSON.parse(line) as Report) };
  }

  /** Stops all and gives the world as it is, for copies. */
  async leave(): Promise<Left> {
    await this.stop();
    await this.stopMock();
    return { folder: this.#folder, now: this.#clock.now(), restores: this.restores };
  }

  async destroy(): Promise<void> {
    await this.leave();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
