import { Backups } from './backups.ts';
import { at, type Day } from './calendar.ts';
import { citizens } from './citizens.ts';
import { comings, goings } from './comings.ts';
import { decisions } from './decisions.ts';
import { edits } from './edits.ts';
import { Paperwork } from './paperwork.ts';
import { compareOverzicht } from './overzicht.ts';
import { readerLooks, unlockAs, unlockInOffice } from './users.ts';
import { bronComesBack, bronGoesDown, clockOfDay, Faults, killDuringRun, restart } from './weather.ts';
import { workOfDay, type Work } from './work.ts';
import type { LongRun } from './world.ts';

const [MORNING, NOON, EVENING, HOUR] = [8 * 60, 12 * 60, 17 * 60, 60];
const works: readonly Work[] = [...edits, ...comings, ...goings, ...citizens, ...decisions];

/** The days of a school, one after the other. */
export class Life {
  readonly run: LongRun;
  readonly backups: Backups;
  readonly #faults: Faults;
  readonly #paperwork: Paperwork;
  /** Places in the log of BRON after which what was sent before is no longer known here. */
  readonly restores: number[] = [];
  /** A backup was put back, and what BRON has since was not taken over yet. */
  #behind = false;

  constructor(run: LongRun) {
    this.run = run;
    this.backups = new Backups(run);
    this.#faults = new Faults(run);
    this.#paperwork = new Paperwork(run);
  }

  /**
   * A day from eight to five: the office works and the program exchanges by itself, in whatever weather.
   * @param rough the program may die and backups may be put back: not while its memory is measured
   */
  async day(day: Day, { rough }: { rough: boolean }): Promise<void> {
    const { run } = this;
    await bronComesBack(run);
    await run.moveTo(at(day.date, MORNING));
    await clockOfDay(run);
    await this.#faults.ofDay();
    await this.#open(day);
    const todo = workOfDay(run, works);
    let beating: Promise<void> = Promise.resolve();
    for (let minutes = MORNING; minutes < EVENING; minutes += HOUR) {
      await run.moveTo(at(day.date, minutes));
      await this.#weatherOfHour({ rough, atNoon: minutes === NOON, beating });
      const share = Math.ceil((todo.length * HOUR) / (EVENING - minutes));
      for (const work of todo.splice(0, share)) await this.#perform(work);
      beating = run.beat();
      // Now and then the office goes on while the program exchanges.
      if (run.random.chance(60)) await beating;
    }
    await beating;
    await this.catchUp();
    await run.call('session.lock', {});
    run.tally.count('days at school');
  }

  async #open(day: Day): Promise<void> {
    const { run, backups } = this;
    backups.moveStick(day.week % 4 !== 3);
    await unlockAs(run);
    await backups.ofDay();
    await this.#paperwork.ofDay(day);
    await run.call('session.lock', {});
    await unlockInOffice(run);
  }

  async #perform(work: Work): Promise<void> {
    await work.perform(this.run);
    this.run.tally.count(work.name);
  }

  async #weatherOfHour(hour: { rough: boolean; atNoon: boolean; beating: Promise<void> }): Promise<void> {
    const { run } = this;
    const { random } = run;
    if (!run.bron.up) await bronComesBack(run);
    else if (random.chance(2)) await bronGoesDown(run);
    if (hour.atNoon && random.chance(30)) {
      await hour.beating;
      await readerLooks(run);
      await unlockInOffice(run);
    }
    if (!hour.rough || !random.chance(6)) return;
    await hour.beating;
    if (random.chance(15)) await this.#putBack();
    else {
      await (random.chance(60) ? killDuringRun(run) : restart(run));
      await unlockInOffice(run);
    }
  }

  async #putBack(): Promise<void> {
    const { run } = this;
    await bronComesBack(run);
    await run.call('session.lock', {});
    if (await this.backups.restore()) {
      this.restores.push(await run.bron.endOfLog());
      this.#behind = true;
    } else await unlockAs(run);
  }

  /** When it is known what BRON has, what was lost here is taken over. For the office. */
  async catchUp(): Promise<void> {
    const { run } = this;
    if (!this.#behind || (await run.call('exchange.overview', {})).hold) return;
    await compareOverzicht(run, { takeOver: true });
    this.#behind = false;
  }
}
