import { addMonths } from '../domain/dates.ts';
import type { SchoolCalendar } from '../domain/schoolYear.ts';
import { daysBetween, deadlinesOf, freezeBefore, type Deadline } from './deadlines.ts';
import { partsOf, stappen, VOORBEREIDING } from './steps.ts';
import { endings, type Ending, type PartKey, type PathFacts, type Stap } from './types.ts';
import { mondayOf, weekOn, weeksLeft, werkwekenFrom, type Werkweek } from './werkweken.ts';

/** The real start lies at most so many days before or after the planned week (Stappenplan step 1). */
const LARGEST_SHIFT_DAYS = 14;

/** `current`: the first on which there is something to do; `open`: there is on this one too; `waiting`: its time has not come; `closed`: behind the gate; `over`: the fase ended without it. */
export const stepStates = ['done', 'current', 'open', 'waiting', 'closed', 'over'] as const;
export type StepState = (typeof stepStates)[number];

export interface StepPlan {
  number: number;
  state: StepState;
  /** The first day on which there is something to do, as far as it is known and lies ahead. */
  from?: string;
  parts: { key: PartKey; doneOn?: string }[];
}

/** Where the school is: `over`: the ten werkweken are over and the ending has not come yet. */
export const pathStates = ['voorbereiding', 'aansluiting', 'over', ...endings] as const;
export type PathState = (typeof pathStates)[number];

export interface Plan {
  state: PathState;
  /** Today, or when the clock was set back the last day on which something was noted. */
  day: string;
  clockSetBack: boolean;
  steps: StepPlan[];
  /** The step to do next, or when all that can be done is done the one that is waited for; undefined after the ending. */
  current?: number;
  /** Whether steps 1 to 7 are done. */
  prepared: boolean;
  /** Monday of the planned week. */
  plannedWeek?: string;
  start?: string;
  /** The start lies further from the planned week than it may. */
  startTooFar: boolean;
  /** First and last day on which contactgegevens may not change, and whether today is one of them. */
  freeze?: { first: string; last: string; now: boolean };
  /** The werkweken from the receipt of the wachtwoordbrief. */
  weeks: Werkweek[];
  letterOn?: string;
  /** The werkweek that is going on; undefined in a holiday and outside the ten. */
  week?: number;
  weeksLeft?: number;
  deadlines: Deadline[];
}

const lastOf = (facts: PathFacts, kind: PathFacts['documents'][number]['kind']) =>
  facts.documents.findLast((document) => document.kind === kind);

/** The day on which a document ticked its part: the first of its kind; of voortgangsmails the first and the second. */
function documentOn({ documents }: PathFacts, key: PartKey): string | undefined {
  if (key === 'mail3' || key === 'mail6')
    return documents.filter(({ kind }) => kind === 'voortgangsmail')[key === 'mail3' ? 0 : 1]?.receivedOn;
  return documents.find(({ kind }) => kind === key)?.receivedOn;
}

/** The day on which a part was done; undefined: it is not. */
const doneOn = (facts: PathFacts, key: PartKey): string | undefined =>
  facts.known[key] ?? facts.ticked[key] ?? documentOn(facts, key);

/** Whether a step is done: every part that it needs. */
const stepDone = (stap: Stap, facts: PathFacts): boolean =>
  partsOf(stap, facts.kind).every(({ key, optional }) => optional === true || doneOn(facts, key) !== undefined);

/** Whether the start lies at most two weeks from the planned week (Stappenplan step 1). Both are days in the week meant. */
export const startFits = (plannedWeek: string, start: string): boolean =>
  Math.abs(daysBetween(mondayOf(plannedWeek), mondayOf(start))) <= LARGEST_SHIFT_DAYS;

interface Situation {
  facts: PathFacts;
  day: string;
  expected: string | undefined;
  start: string | undefined;
  weeks: readonly Werkweek[];
  over: boolean;
  ended: boolean;
}

/** The first day of a step, as far as the calendar says it. */
function firstDayOf(step: number, { expected, start, weeks }: Situation): string | undefined {
  if (step === 5 || step === 6 || step === 7) return expected && addMonths(expected, -1);
  if (step === 8) return start;
  return step === 11 ? weeks[2]?.last : undefined;
}

/** Whether a step still waits for something else than its day. */
function waitsFor(step: number, { facts, expected, start, over }: Situation): boolean {
  const done = (key: PartKey) => doneOn(facts, key) !== undefined;
  switch (step) {
    case 5:
    case 6:
    case 7:
      return expected === undefined;
    case 8:
      return start === undefined;
    case 9:
    case 11:
      return !done('wachtwoordbrief');
    case 10:
      return !done('test');
    case 12:
      return facts.exchangedOn === undefined;
    case 13:
      return !done('reactie') && !over;
    default:
      return false;
  }
}

/** Voortgangsmails that are still to come are no work. */
const mailsUpToDate = ({ facts, day, weeks }: Situation): boolean => {
  const due = [3, 6].filter((week) => (weeks[week - 1]?.last ?? '9999') < day).length;
  return facts.documents.filter(({ kind }) => kind === 'voortgangsmail').length >= due;
};

function stateOf(stap: Stap, situation: Situation, gateOpen: boolean): StepState {
  const { facts, day } = situation;
  if (stepDone(stap, facts)) return 'done';
  if (situation.ended) return 'over';
  if (stap.phase === 'aansluiting' && !gateOpen) return 'closed';
  const from = firstDayOf(stap.number, situation);
  if (waitsFor(stap.number, situation) || (from !== undefined && day < from)) return 'waiting';
  return stap.number === 11 && mailsUpToDate(situation) ? 'waiting' : 'open';
}

function stepsOf(situation: Situation, gateOpen: boolean): StepPlan[] {
  const states = stappen.map((stap) => stateOf(stap, situation, gateOpen));
  const first = states.indexOf('open');
  return stappen.map((stap, at) => {
    const from = firstDayOf(stap.number, situation);
    const state = states[at] ?? 'open';
    return {
      number: stap.number,
      state: at === first ? 'current' : state,
      ...(from !== undefined && from > situation.day && state !== 'done' && state !== 'over' ? { from } : {}),
      parts: partsOf(stap, situation.facts.kind).map(({ key }) => {
        const on = doneOn(situation.facts, key);
        return { key, ...(on === undefined ? {} : { doneOn: on }) };
      }),
    };
  });
}

function pathState(ending: Ending | undefined, letterOn: string | undefined, over: boolean): PathState {
  if (ending) return ending;
  if (letterOn === undefined) return 'voorbereiding';
  return over ? 'over' : 'aansluiting';
}

/**
 * Where the school is on the path of the Stappenplan: what is done, what to do now, and every day that matters. A clock that was set back
 * gives no time back: it is judged by the last day on which something was noted.
 * @param calendar the school years that the school entered, by which werkweken are counted
 * @param today `yyyy-mm-dd`
 */
export function plan(facts: PathFacts, calendar: SchoolCalendar, today: string): Plan {
  const clockSetBack = facts.recordedOn !== undefined && facts.recordedOn > today;
  const day = clockSetBack && facts.recordedOn ? facts.recordedOn : today;
  const planned = lastOf(facts, 'vooraankondiging1')?.start;
  const plannedWeek = planned && mondayOf(planned);
  const start = lastOf(facts, 'vooraankondiging2')?.start;
  const letterOn = facts.documents.find(({ kind }) => kind === 'wachtwoordbrief')?.receivedOn;
  const ending = lastOf(facts, 'afronding')?.ending;
  const weeks = letterOn ? werkwekenFrom(calendar, letterOn) : [];
  const over = weeks.length > 0 && weeksLeft(weeks, day) === 0;
  const prepared = VOORBEREIDING.every((stap) => stepDone(stap, facts));
  const expected = start ?? plannedWeek;
  const situation = { facts, day, expected, start, weeks, over, ended: ending !== undefined };
  const steps = stepsOf(situation, prepared || letterOn !== undefined);
  const next = steps.find(({ state }) => state === 'current') ?? steps.find(({ state }) => state === 'waiting');
  const isDone = (key: PartKey) => doneOn(facts, key) !== undefined;
  const freeze = start ? freezeBefore(start) : undefined;
  const week = weekOn(weeks, day);
  return {
    state: pathState(ending, letterOn, over),
    day,
    clockSetBack,
    steps,
    ...(next ? { current: next.number } : {}),
    prepared,
    ...(plannedWeek ? { plannedWeek } : {}),
    ...(start ? { start } : {}),
    startTooFar: plannedWeek !== undefined && start !== undefined && !startFits(plannedWeek, start),
    ...(freeze ? { freeze: { ...freeze, now: !letterOn && freeze.first <= day && day <= freeze.last } } : {}),
    weeks,
    ...(letterOn ? { letterOn } : {}),
    ...(week === undefined || ending ? {} : { week }),
    ...(letterOn && !ending ? { weeksLeft: weeksLeft(weeks, day) } : {}),
    deadlines: ending
      ? []
      : deadlinesOf({ facts, days: { expected, start, letterOn, weeks }, today: day, isDone, prepared }),
  };
}

/** The days by which something still has to be done and that are near or past, the first first. */
export const reminders = ({ deadlines }: Plan, withinDays = 7): Deadline[] =>
  deadlines.filter(({ act, done, daysLeft }) => act && !done && daysLeft <= withinDays);
