/** How often the program can exchange by itself, in minutes; BRON wants half an hour between two (PvE 6.2, eis 5). */
export const intervals = [30, 60, 120, 240] as const;
export type Interval = (typeof intervals)[number];

/** Pauses after failures in a row, in minutes; after these, and never longer than, the interval. */
const RETRY_MINUTES = [5, 15, 60] as const;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What decides when the schedule has its next turn. */
export interface Rhythm {
  /** Undefined: the program does not exchange by itself. */
  everyMinutes: Interval | undefined;
  /** When the last run ended, of the schedule or of a person, or a turn of the schedule found nothing to do. */
  turnAt: Date | undefined;
  /** Runs in a row that failed by a cause that may pass. */
  failures: number;
  /** The last run failed by a cause that only a person can take away. */
  paused: boolean;
}

/** What there is to do. */
export interface Work {
  /** BRON does not have everything that may leave; of what is held back nothing has changed. */
  deliverable: boolean;
  /** After a restore a person has to look first at what differs from BRON: nothing leaves by itself. */
  comparing: boolean;
  /** BRON has yet to answer something. */
  awaiting: boolean;
  /** When BRON was last asked for terugkoppelingen. */
  polledAt: Date | undefined;
  /** The 30 minutes after an empty answer are over. */
  mayPoll: boolean;
}

/** What one run of the schedule does. */
export interface Tasks {
  send: boolean;
  poll: boolean;
}

/** What is to be done at a moment; `nothing`: the turn has come and passes. */
export type Step = { kind: 'wait' } | { kind: 'nothing' } | ({ kind: 'run' } & Tasks);

const pauseMs = (everyMinutes: Interval, failures: number): number =>
  (failures === 0 ? everyMinutes : Math.min(RETRY_MINUTES[failures - 1] ?? everyMinutes, everyMinutes)) * MINUTE_MS;

/** The moment of the next turn, not before `now`; undefined when there is none: off, or paused. */
export function nextTurnAt({ everyMinutes, turnAt, failures, paused }: Rhythm, now: Date): Date | undefined {
  if (everyMinutes === undefined || paused) return undefined;
  if (turnAt === undefined) return now;
  const pause = pauseMs(everyMinutes, failures);
  const wait = turnAt.getTime() + pause - now.getTime();
  // A moment much further away was noted before the clock was set back.
  return wait <= 0 || wait > 2 * pause ? now : new Date(turnAt.getTime() + pause);
}

/**
 * What the schedule does at `now`. It delivers what there is, and asks for terugkoppelingen when BRON has yet to answer. Once a day it
 * does both in any case: what is held back is judged anew, and BRON may have something of its own accord.
 */
export function nextStep(rhythm: Rhythm, workNow: () => Work, now: Date): Step {
  const next = nextTurnAt(rhythm, now);
  if (next === undefined || next > now) return { kind: 'wait' };
  const { comparing, awaiting, polledAt, mayPoll, ...work } = workNow();
  const deliverable = work.deliverable && !comparing;
  const daily = polledAt === undefined || Math.abs(now.getTime() - polledAt.getTime()) >= DAY_MS;
  const tasks = { send: deliverable || (daily && !comparing), poll: mayPoll && (deliverable || awaiting || daily) };
  return tasks.send || tasks.poll ? { kind: 'run', ...tasks } : { kind: 'nothing' };
}
