import { dateInNetherlands } from './clock.ts';

/** From when until when a certificate is valid: instants, ISO 8601 in UTC. The last moment no longer belongs to it. */
export interface Validity {
  validFrom: string;
  validTo: string;
}

/** Days before the end from which the program warns, each more urgently than the one before. */
export const WARNING_DAYS = { notice: 60, soon: 30, urgent: 7 } as const;

/** How urgent a new certificate is. `missing`: there is none; `waiting`: the only one is not valid yet. */
export const certificateStages = ['missing', 'waiting', 'fine', 'notice', 'soon', 'urgent', 'expired'] as const;
export type CertificateStage = (typeof certificateStages)[number];

const isValid = ({ validFrom, validTo }: Validity, at: string) => validFrom <= at && at < validTo;

/** The certificate with which the exchange is done at an instant: of those valid then the one installed last. @param usable in order of installing */
export const validAt = <T extends Validity>(usable: readonly T[], at: string): T | undefined =>
  usable.findLast((certificate) => isValid(certificate, at));

/** The certificate in use at an instant; when none is valid any more, the one that ended last. */
export function inUseAt<T extends Validity>(usable: readonly T[], at: string): T | undefined {
  const ended = usable.filter(({ validTo }) => validTo <= at);
  return validAt(usable, at) ?? ended.sort((a, b) => a.validTo.localeCompare(b.validTo)).at(-1);
}

/** The first instant after `now` at which a certificate comes into use by itself; undefined when it never does. */
export function usedFrom<T extends Validity>(usable: readonly T[], certificate: T, now: string): string | undefined {
  const turns = usable.flatMap(({ validFrom, validTo }) => [validFrom, validTo]).filter((at) => at > now);
  return turns.sort().find((at) => validAt(usable, at) === certificate);
}

/** Until when there is a valid certificate without a gap; undefined when there is none at `now`. */
export function coveredUntil(usable: readonly Validity[], now: string): string | undefined {
  let until: string | undefined;
  for (let next = validAt(usable, now); next; next = validAt(usable, next.validTo)) until = next.validTo;
  return until;
}

/** Days of the calendar in the Netherlands from one instant to a later one: 0 on the same day, 1 when it is tomorrow. */
export function calendarDays(from: string, to: string): number {
  const day = (instant: string) => Date.parse(dateInNetherlands(new Date(instant)));
  return Math.round((day(to) - day(from)) / 86_400_000);
}

/** How urgent a new certificate is, and the days of the calendar that are left (0: ends today). */
export function expiryOf(usable: readonly Validity[], now: string): { stage: CertificateStage; daysLeft: number } {
  const until = coveredUntil(usable, now);
  if (until === undefined) {
    if (usable.length === 0) return { stage: 'missing', daysLeft: 0 };
    return { stage: inUseAt(usable, now) ? 'expired' : 'waiting', daysLeft: 0 };
  }
  const daysLeft = calendarDays(now, until);
  const { notice, soon, urgent } = WARNING_DAYS;
  const stage = daysLeft <= urgent ? 'urgent' : daysLeft <= soon ? 'soon' : daysLeft <= notice ? 'notice' : 'fine';
  return { stage, daysLeft };
}
