import type { HandlersOf, Administration } from '../context.ts';
import type { ScheduleState } from '../../../shared/api/schedule.ts';
import { nextStep, nextTurnAt, type Interval, type Rhythm, type Work } from '../../../shared/domain/schedule.ts';
import { noteChanges } from '../changes/note.ts';
import { readSetting, writeSetting } from '../school/settings.ts';
import { endCompared, toCompare } from './compareFirst.ts';
import { readHold, sendable } from './hold.ts';
import { hasNews } from './outbox.ts';
import { lastPolledAt, nextPollAt } from './poll.ts';
import { questionsRefused, questionsUnasked } from './registratieoverzicht.ts';
import type { ExchangeRunner } from './runner.ts';
import { isAwaiting, isDue } from './send.ts';
import { notePassed, readUnattended } from './unattended.ts';

const SCHEDULE = 'exchange.schedule';

/** Exchanges by itself: every so many minutes, as long as the administration is open and nothing else is under way. */
export class Schedule {
  readonly #administration: Administration;
  readonly #runner: ExchangeRunner;

  constructor(administration: Administration, runner: ExchangeRunner) {
    this.#administration = administration;
    this.#runner = runner;
  }

  get state(): ScheduleState {
    const rhythm = this.#rhythm();
    const { problem } = readUnattended(this.#administration);
    const nextAt = nextTurnAt(rhythm, this.#administration.clock.now());
    return {
      everyMinutes: rhythm.everyMinutes ?? null,
      ...(nextAt ? { nextAt: nextAt.toISOString() } : {}),
      ...(problem ? { problem } : {}),
      holdNeedsPerson: questionsRefused(this.#administration).length > 0,
    };
  }

  set(everyMinutes: Interval | null): void {
    const { db } = this.#administration;
    const text = (minutes: number | null | undefined) => minutes?.toString() ?? null;
    db.transaction(() => {
      const changes = [{ field: SCHEDULE, old: text(readSetting<Interval>(db, SCHEDULE)), new: text(everyMinutes) }];
      writeSetting(db, SCHEDULE, everyMinutes ?? undefined);
      noteChanges(this.#administration, { entity: 'setting' }, changes);
    }).immediate();
    this.#changed();
  }

  /** Does what is to be done at this moment, once for all moments that have passed. Gives whether there was a run. */
  async turn(): Promise<boolean> {
    const step = nextStep(this.#rhythm(), () => this.#work(), this.#administration.clock.now());
    if (step.kind === 'run') await this.#runner.runUnattended(step);
    if (step.kind === 'nothing') {
      notePassed(this.#administration);
      this.#changed();
    }
    return step.kind === 'run';
  }

  #rhythm(): Rhythm {
    const { turnAt, failures, problem } = readUnattended(this.#administration);
    const everyMinutes = readSetting<Interval>(this.#administration.db, SCHEDULE);
    return { everyMinutes, turnAt, failures, paused: problem?.paused ?? false };
  }

  #work(): Work {
    const { db } = this.#administration;
    const held = readHold(db) !== undefined;
    if (!held) endCompared(db);
    const comparing = !held && toCompare(db) > 0;
    const due = isDue(this.#administration, { numbers: sendable(db), uncertainOnly: false });
    const news = held ? questionsUnasked(this.#administration).length > 0 : hasNews(db);
    return {
      deliverable: due || news,
      comparing,
      awaiting: isAwaiting(db),
      polledAt: lastPolledAt(db),
      mayPoll: nextPollAt(this.#administration) === undefined,
    };
  }

  #changed(): void {
    this.#administration.emit('data.changed', { topics: ['exchange'] });
  }
}

/** The operations on the schedule. */
export const scheduleHandlers = (schedule: Schedule): HandlersOf<'schedule'> => ({
  'schedule.get': () => schedule.state,
  'schedule.set': ({ everyMinutes }) => {
    schedule.set(everyMinutes);
    return schedule.state;
  },
});
