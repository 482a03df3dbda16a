const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `instant` as people in the Netherlands write it: `yyyy-mm-dd hh:mm:ss`. */
export const dutchTimestamp = (instant: Date): string => parts.format(instant);

/** Thrown for a text that is no moment. */
export class MomentError extends Error {
  override name = 'MomentError';
}

/**
 * The instant of `yyyy-mm-dd` (then 09:00) or `yyyy-mm-ddThh:mm` by Dutch clocks, or of an ISO instant with its zone.
 * @throws MomentError
 */
export function parseMoment(text: string): Date {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (!match) {
    const instant = new Date(text);
    if (!/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(instant.getTime())) {
      throw new MomentError(`not a moment: ${text}`);
    }
    return instant;
  }
  const [, date = '', time = '09:00', seconds = '00'] = match;
  const wanted = `${date} ${time}:${seconds}`;
  const utc = Date.parse(`${date}T${time}:${seconds}Z`);
  for (const hours of [1, 2]) {
    const candidate = new Date(utc - hours * 3_600_000);
    if (!Number.isNaN(utc) && dutchTimestamp(candidate) === wanted) return candidate;
  }
  throw new MomentError(`not a moment: ${text}`);
}
