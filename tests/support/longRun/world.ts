import { join } from 'node:path';
import type { Random } from '../../../scripts/demo/random.mts';
import type { GrantUse } from '../../../shared/api/bridge.ts';
import type { Input, OperationName, Output } from '../../../shared/api/contract.ts';
import type { LasFailure, Result } from '../../../shared/api/errors.ts';
import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import type { HeldMemory } from '../../bench/exchange/memory.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { CoreProcess } from '../coreProcess.ts';
import type { Bron } from './bron.ts';
import type { Child, Children } from './children.ts';
import { Tally } from './tally.ts';

const ENTRY = join(import.meta.dirname, 'core.mts');
/** Short, so that a silent BRON costs little. */
const IMPATIENT_MS = 500;
const PATIENT_MS = 20_000;
/** A person who uses the program as it is meant gets none of these. */
const FAULTS_OF_THE_PROGRAM = ['internal', 'invalid-input', 'unknown-operation'];

/** What the program holds, with the kind of each thing that is open. */
export interface OpenMemory extends HeldMemory {
  open: readonly string[];
}

/** Operations that change nothing. */
const LOOKS = /\.(list|get|state|work|find|propose|overview|known|berichten)$/;
const MOST_IN_DIARY = 400;

/** The program did something that it never should. */
export class ProgramFault extends Error {
  override name = 'ProgramFault';
}

/** A school with its program and BRON, each in a process of its own, and the clocks of both. */
export class LongRun {
  readonly dataDir: string;
  readonly bron: Bron;
  readonly random: Random;
  readonly children: Children;
  /** The children who are or were at school as the BRP has them, by BSN. */
  readonly known = new Map<string, Child>();
  readonly tally = new Tally();
  /** Pupils whom the office has destroyed for good. */
  readonly destroyed = new Set<number>();
  /** BSNs of those whose time was over: BRON still has them. */
  readonly gone = new Set<string>();
  /** Berichtidentificaties that a person gave up, with the place in the log of BRON at which that was. */
  readonly givenUp = new Map<string, number>();
  /** Where the log of messages of BRON ends now. */
  endOfLog: () => Promise<number>;
  #now: Date;
  /** What the clock of this computer is ahead, in minutes. */
  #ahead = 0;
  #core: CoreProcess | undefined;

  constructor(options: { dataDir: string; bron: Bron; random: Random; children: Children; now: Date }) {
    ({
      dataDir: this.dataDir,
      bron: this.bron,
      random: this.random,
      children: this.children,
      now: this.#now,
    } = options);
    this.endOfLog = () => this.bron.endOfLog();
  }

  get now(): Date {
    return this.#now;
  }

  /** The calendar date, as BRON has it. */
  get today(): string {
    return dateInNetherlands(this.#now);
  }

  /** The calendar date by the clock of this computer. */
  get ownToday(): string {
    return dateInNetherlands(this.#ownTime());
  }

  get core(): CoreProcess {
    if (!this.#core) throw new Error('the program is not running');
    return this.#core;
  }

  /** Which child a pupil is, although the BSN may be wrong or lack. */
  childOf({ burgerservicenummer = '', leerlingnummer }: Persoonsgegevens): Child | undefined {
    const isIt = (child: Child) => child.leerlingnummer === leerlingnummer;
    return this.known.get(burgerservicenummer) ?? [...this.known.values()].find(isIt);
  }

  /** Starts the program, locked. */
  startCore({ patient = false } = {}): void {
    const env = { LONG_RUN_NOW: this.#ownTime().toISOString(), NODE_COMPILE_CACHE: join(this.dataDir, '../compiled') };
    this.#core = new CoreProcess(
      this.dataDir,
      { answerTimeoutMs: patient ? PATIENT_MS : IMPATIENT_MS },
      { entry: ENTRY, env, flags: ['--expose-gc'] },
    );
  }

  async stopCore(): Promise<void> {
    await this.#core?.close();
    this.#core = undefined;
  }

  async killCore(): Promise<void> {
    await this.#core?.kill();
    this.#core = undefined;
  }

  /** The value, or the failure; a fault of the program throws. */
  async invoke<N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
    const { core } = this;
    const died = core.exited.then((): never => {
      throw new ProgramFault(`the program died during ${name}`);
    });
    const result = (await Promise.race([core.invoke(name, input), died])) as Result<Output<N>>;
    if (!LOOKS.test(name)) this.#write(name, input, result);
    if (!result.ok) this.#judge(name, result.error);
    return result;
  }

  #write(name: OperationName, input: unknown, result: Result<unknown>): void {
    const came = result.ok ? result.value : result.error.code;
    const short = (value: unknown) => JSON.stringify(value).slice(0, MOST_IN_DIARY);
    this.tally.diary.push(`${this.#now.toISOString()} ${name} ${short(input)} -> ${short(came)}`);
  }

  #judge(name: OperationName, { code, message }: LasFailure): void {
    this.tally.refused(name, code);
    if (FAULTS_OF_THE_PROGRAM.includes(code)) throw new ProgramFault(`${name}: ${code}: ${message}`);
    if (message.length < 10) throw new ProgramFault(`${name}: ${code} has no sentence`);
  }

  /** The value; undefined when the program refuses. */
  async attempt<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N> | undefined> {
    const result = await this.invoke(name, input);
    return result.ok ? result.value : undefined;
  }

  /** The value of what can never be refused here. */
  async call<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
    const result = await this.invoke(name, input);
    if (!result.ok) throw new ProgramFault(`${name}: ${result.error.code}: ${result.error.message}`);
    return result.value;
  }

  grant(path: string, use: GrantUse): string {
    return this.core.grant(path, use);
  }

  /** Has the program do what it does by itself. */
  async beat(): Promise<void> {
    await this.core.ask('longRun.beat', {});
  }

  async memory(): Promise<OpenMemory> {
    const answer = await this.core.ask('longRun.memory', {});
    if (!answer.ok) throw new Error('the memory is not told');
    return answer.value as OpenMemory;
  }

  /** It is so late now, here and at BRON. */
  async moveTo(instant: Date): Promise<void> {
    this.#now = instant;
    await this.#setOwnClock();
    if (this.bron.up) await this.bron.control('/clock', { set: instant.toISOString() });
  }

  /** Moves the clocks of both forward. */
  async wait(minutes: number): Promise<void> {
    await this.moveTo(new Date(this.#now.getTime() + minutes * 60_000));
  }

  /** Puts the clock of this computer so many minutes ahead of what it should be. */
  async shiftClock(minutes: number): Promise<void> {
    this.#ahead = minutes;
    await this.#setOwnClock();
  }

  #ownTime(): Date {
    return new Date(this.#now.getTime() + this.#ahead * 60_000);
  }

  async #setOwnClock(): Promise<void> {
    await this.#core?.ask('longRun.clock', this.#ownTime().toISOString());
  }
}
