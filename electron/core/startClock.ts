import { createClock, type AdjustableClock } from '../../shared/domain/clock.ts';

const zone = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** How far Dutch time is ahead of UTC at `instant`, in milliseconds. */
function aheadOfUtc(instant: number): number {
  return Date.parse(`${zone.format(instant).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which Dutch clocks show `text` (`2009-11-02T09:00`, seconds optional). Throws an Error with an English
 * sentence when it is not such a moment.
 */
export function instantOfDutchTime(text: string): Date {
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text) ? Date.parse(`${text}Z`) : NaN;
  // Date.parse makes 1 July of 31 June: what comes back must be what went in.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(text)) {
    throw new Error(`LAS_CLOCK is "${text}"; it must be a moment such as 2009-11-02T09:00.`);
  }
  const guess = asUtc - aheadOfUtc(asUtc);
  return new Date(asUtc - aheadOfUtc(guess));
}

/** The clock of the core: the machine's own, or one that starts at `start` (LAS_CLOCK, Dutch time). */
export const clockFrom = (start: string | undefined): AdjustableClock =>
  createClock(start ? instantOfDutchTime(start) : undefined);
