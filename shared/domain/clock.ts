/** Gives the instant at which rules, deadlines, intervals and shown validity are judged. Socket time-outs and TLS do not use it. */
export interface Clock {
  /** The current instant. */
  now(): Date;
}

/** A clock that runs along with the machine's clock at a fixed distance, which can be changed (the Oefenklok). */
export interface AdjustableClock extends Clock {
  /** Moves the clock so that it gives `instant` now and runs on from there. */
  set(instant: Date): void;
}

/** A clock that starts at `start` (the machine's own time when left out) and then runs on. */
export function createClock(start?: Date, machineNow: () => number = Date.now): AdjustableClock {
  let offset = start ? start.getTime() - machineNow() : 0;
  return {
    now: () => new Date(machineNow() + offset),
    set: (instant) => {
      offset = instant.getTime() - machineNow();
    },
  };
}

/** A clock that stands still until it is set. For tests. */
export function createFixedClock(start: Date): AdjustableClock {
  let instant = start;
  return {
    now: () => new Date(instant),
    set: (next) => {
      instant = next;
    },
  };
}

const dutchDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

const HOUR_MS = 3_600_000;
/** The last hour that was asked for: formatting costs as much as ten rules, and most ask for today. */
let last: { hour: number; date: string } | undefined;

/** The calendar date in the Netherlands at `instant`, as `yyyy-mm-dd`. Since 1940 a day has begun there on a whole hour of UTC. */
export function dateInNetherlands(instant: Date): string {
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  if (last?.hour !== hour) last = { hour, date: dutchDate.format(instant) };
  return last.date;
}

/** Today's calendar date in the Netherlands by `clock`, as `yyyy-mm-dd`. */
export function today(clock: Clock): string {
  return dateInNetherlands(clock.now());
}

const dutchTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The local time in the Netherlands at `instant`, as `yyyy-mm-ddThh:mm:ss`. */
export const timeInNetherlands = (instant: Date): string => dutchTime.format(instant).replace(' ', 'T');

const dutchMoment = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'long',
  timeStyle: 'short',
});

/** An instant in Dutch words, as it is in the Netherlands: "2 november 2009 om 09:30". */
export const momentInNetherlands = (instant: Date): string => dutchMoment.format(instant);

/** The instant at which a day `yyyy-mm-dd` begins in the Netherlands. */
export function startOfDay(date: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // In summer the day begins two hours before that of UTC, in winter one.
  const summer = new Date(midnight - 2 * HOUR_MS);
  return dateInNetherlands(summer) === date ? summer : new Date(midnight - HOUR_MS);
}
