import { isCause } from '../../../shared/api/causes.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import type { ScheduleState } from '../../../shared/api/schedule.ts';
import { intervals } from '../../../shared/domain/schedule.ts';
import { momentOf } from './moments.ts';

type EveryMinutes = ScheduleState['everyMinutes'];

/** The program looks a few times a minute whether it is time. */
const SOON_MS = 60_000;

const every = { 30: 'Elk half uur', 60: 'Elk uur', 120: 'Elke 2 uur', 240: 'Elke 4 uur' } as const;

/** What can be chosen, off first; the value of a choice is text. */
export const scheduleChoices: readonly { value: string; text: string }[] = [
  { value: '', text: 'Uit' },
  ...intervals.map((minutes) => ({ value: String(minutes), text: every[minutes] })),
];

export const choiceOf = (everyMinutes: EveryMinutes): string => everyMinutes?.toString() ?? '';
export const everyMinutesOf = (choice: string): EveryMinutes =>
  intervals.find((minutes) => String(minutes) === choice) ?? null;

/** When the program exchanges next, or that it does not. */
export function nextSentence({ everyMinutes, nextAt }: ScheduleState, now: string): string {
  if (everyMinutes === null)
    return 'Het programma wisselt niet vanzelf uit: u kiest zelf Versturen en Terugkoppelingen ophalen.';
  if (nextAt === undefined) return 'Het programma wisselt nu niet vanzelf uit.';
  const soon = Date.parse(nextAt) - Date.parse(now) < SOON_MS;
  return `Volgende uitwisseling: ${soon ? 'zo meteen' : momentOf(nextAt, now)}.`;
}

/** What sets a paused schedule going again; or, while it is off, what else is paused. */
export const pauseEnds = ({ everyMinutes }: ScheduleState): string =>
  `${everyMinutes === null ? 'Ook onzekere meldingen worden zolang niet vanzelf opnieuw aangeboden. ' : ''}Het gaat vanzelf weer verder zodra het certificaat of de instellingen van de verbinding zijn gewijzigd, of zodra BRON weer antwoordt op Versturen, Terugkoppelingen ophalen of Test certificaat.`;

/** What becomes of a failure that did not pause the schedule: the line mends itself; of this computer a person has to take care. */
export const nextTry = ({ code, remedy }: LasFailure): string =>
  isCause(code)
    ? 'U hoeft niets te doen: het programma probeert het vanzelf opnieuw.'
    : `${remedy} Het programma probeert het later vanzelf opnieuw.`;
