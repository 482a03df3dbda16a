import { expect } from 'vitest';
import type { Connection } from '../../../electron/core/database/database.ts';
import { hideBin } from '../../../electron/core/database/hideBin.ts';
import { startTestMock } from '../administration.ts';
import { openBeside } from '../database.ts';
import { comeToRest, expectNothingTwice, expectRegistered, type Resting } from '../exchangeModel/rest.ts';
import type { MockBron } from '../../mock-bron/server.ts';
import { brpIn } from './bron.ts';
import { decide, offerAgain, putAllRight, putRight } from './decisions.ts';
import type { Life } from './day.ts';
import { askOverzicht } from './overzicht.ts';
import { expectReasons } from './reasons.ts';
import { unlockAs } from './users.ts';
import type { LongRun } from './world.ts';

/** A run with its BRON in this process, so that it can be looked into, and with the database beside the program. */
class AtRest implements Resting {
  readonly shared: { mock: MockBron };
  readonly restores: readonly number[];
  readonly givenUp: ReadonlyMap<string, number>;
  readonly #run: LongRun;
  #db: Connection | undefined;

  constructor(run: LongRun, mock: MockBron, restores: readonly number[]) {
    this.#run = run;
    this.shared = { mock };
    this.restores = restores;
    this.givenUp = run.givenUp;
  }

  get administration(): { db: Connection } {
    if (!this.#db) throw new Error('the program is not running');
    return { db: this.#db };
  }

  readonly runner: Resting['runner'] = {
    send: () => this.#run.call('exchange.send', {}),
    requestTerugkoppelingen: () => this.#run.call('exchange.requestTerugkoppelingen', {}),
    requestRegistratieoverzicht: () => this.#run.call('exchange.requestRegistratieoverzicht', {}),
  };

  async wait(minutes: number): Promise<void> {
    await this.#run.wait(minutes);
    this.shared.mock.setClock(this.#run.now);
  }

  async restart({ patient }: { patient: boolean }): Promise<void> {
    this.close();
    await this.#run.stopCore();
    this.#run.startCore({ patient });
    await unlockAs(this.#run);
    this.#db = await openBeside(this.#run);
    hideBin(this.#db);
  }

  /** BRON is asked what it has, today and on the days that the program names, so that what it lost on the way can be offered again. */
  async findLost(): Promise<void> {
    this.shared.mock.clearFaults();
    await this.restart({ patient: true });
    for (let day = 0; day < 4; day += 1) {
      await this.wait(DAY_MINUTES);
      await askOverzicht(this.#run);
      await this.wait(61);
      await this.#run.attempt('exchange.requestTerugkoppelingen', {});
      await offerAgain(this.#run);
    }
  }

  /**
   * Fills in the number of whoever has none, from the papers: BRON found one to his melding, but somebody was of another mind, or ticked off
   * what BRON said of it.
   */
  async fillInNumbers(): Promise<void> {
    const without = 'SELECT id FROM leerling WHERE burgerservicenummer IS NULL AND onderwijsnummer IS NULL';
    for (const id of this.administration.db.prepare<[], number>(without).pluck().all()) {
      await putRight(this.#run, id);
      this.#run.tally.count('number filled in at last');
    }
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
  }
}

/** BRON has nothing of this school that the administration does not know, but of pupils whose time was over. */
function expectNothingMore({ administration: { db }, shared: { mock } }: Resting, gone: ReadonlySet<string>): void {
  const here = db
    .prepare<[], string>(
      `SELECT coalesce(l.burgerservicenummer, l.onderwijsnummer) || ' ' || i.datum_inschrijving
       FROM inschrijving i JOIN leerling l ON l.id = i.leerling_id`,
    )
    .pluck()
    .all();
  const atBron = mock
    .register('99ZZ')
    .filter(({ burgerservicenummer }) => !gone.has(burgerservicenummer ?? ''))
    .map((row) => `${row.burgerservicenummer ?? row.onderwijsnummer} ${row.datumInschrijving}`);
  expect(atBron.filter((row) => !here.includes(row))).toEqual([]);
}

/** What BRON keeps and never tells: it cannot come back with what is taken over after a backup was put back. */
const NOT_RETURNED = ['datumOorspronkelijkeInschrijving'];
const ROUNDS = 3;
const DAY_MINUTES = 24 * 60;

/**
 * Lets a run come to rest on a line that works, as an office does that puts right what is wrong: then BRON has what the administration
 * says, and nothing else, and nothing was sent twice.
 * @param rounds how often the office looks at what came back
 */
export async function expectRest(life: Life, rounds = ROUNDS): Promise<void> {
  const { run, restores } = life;
  await run.shiftClock(0);
  await run.bron.stop();
  const mock = await startTestMock({ data: run.bron.data, port: run.bron.port, brp: [brpIn(run.bron.data)] });
  const world = new AtRest(run, mock, restores);
  run.endOfLog = () => Promise.resolve(mock.messages({ limit: 1_000_000 }).at(-1)?.seq ?? 0);
  try {
    await world.findLost();
    for (let round = 0; round < rounds; round += 1) {
      await comeToRest(world);
      await life.catchUp();
      await putAllRight(run);
      await world.fillInNumbers();
      await decide(run);
      await offerAgain(run);
    }
    await comeToRest(world);
    expectRegistered(world, NOT_RETURNED);
    expectNothingMore(world, run.gone);
    expectNothingTwice(world);
    await expectReasons(run);
    expect(await run.call('changes.verify', {})).toMatchObject({ intact: true });
  } finally {
    world.close();
    await mock.close();
  }
}
