import { weeksLeft, werkwekenFrom, type Werkweek } from '../../../shared/aansluiting/werkweken.ts';
import { addMonths } from '../../../shared/domain/dates.ts';
import type { Aantallen } from '../../../shared/mijnBron/numbers.ts';
import type { Voortgang } from '../../../shared/mijnBron/progress.ts';
import type { Holidays } from '../registers/holidays.ts';
import type { Aansluiting } from './aansluitingen.ts';
import type { CertificateDays } from './certificateDays.ts';

/** The exchange begins in week 3; from then on the expected number rises in a straight line to week 10 (assumed). */
const FIRST_WEEK_OF_EXCHANGE = 3;

/** The ten werkweken of a school: from the wachtwoordbrief on, by the school holidays of its region. */
export const weeksOf = ({ letter_on, vakantieregio }: Aansluiting, holidays: Holidays): Werkweek[] =>
  letter_on === null ? [] : werkwekenFrom(holidays(vakantieregio), letter_on);

/** Whether so many are on schedule on a day: as many as a straight line asks at the end of the last week that is over. */
function isOnSchedule(registered: number, norm: number, weeks: readonly Werkweek[], date: string): boolean {
  const exchange = weeks.slice(FIRST_WEEK_OF_EXCHANGE - 1);
  const over = exchange.filter(({ last }) => last <= date).length;
  return registered * exchange.length >= norm * over;
}

export interface ProgressFacts {
  aansluiting: Aansluiting;
  weeks: readonly Werkweek[];
  /** Of each aanleverpunt that is asked about. */
  certificates: readonly CertificateDays[];
  /** The normaantallen on a day. */
  normOn: (date: string) => Aantallen | undefined;
  /** What BRON had at the end of a day. */
  registeredOn: (date: string) => Aantallen;
}

/** The day of vooraankondiging 2: a month before the start (C-26), and not before vooraankondiging 1. */
export function secondAnnouncement({ start, announced_on }: Pick<Aansluiting, 'start' | 'announced_on'>): string {
  const monthBefore = addMonths(start, -1);
  return monthBefore > announced_on ? monthBefore : announced_on;
}

/** The last of these days; undefined when one of them has not come. */
const lastOf = (days: readonly (string | undefined)[]): string | undefined =>
  days.every((day) => day !== undefined) ? days.toSorted().at(-1) : undefined;

/** Whether a school is in the fase aansluiting. */
export const isInPhase = ({ letter_on, ending }: Pick<Aansluiting, 'letter_on' | 'ending'>): boolean =>
  letter_on !== null && ending === null;

const stateOf = ({ ending, letter_on }: Aansluiting): Voortgang['state'] =>
  ending ?? (letter_on === null ? 'voorbereiding' : 'aansluiting');

/** The progress of a school on a day (Stappenplan step 11). */
export function progressOn(
  { aansluiting, weeks, certificates, normOn, registeredOn }: ProgressFacts,
  date: string,
): Voortgang {
  const norm = normOn(date);
  const registered = registeredOn(date);
  const score = (key: keyof Aantallen) => ({
    registered: registered[key],
    onSchedule: norm !== undefined && isOnSchedule(registered[key], norm[key], weeks, date),
  });
  const known = {
    start: date >= secondAnnouncement(aansluiting) ? aansluiting.start : undefined,
    letterOn: aansluiting.letter_on ?? undefined,
    certificateDownloadedOn: lastOf(certificates.map(({ downloadedOn }) => downloadedOn)),
    certificateTestedOn: lastOf(certificates.map(({ testedOn }) => testedOn)),
    weeksLeft: aansluiting.letter_on === null ? undefined : weeksLeft(weeks, date),
    norm: norm && { leerlingen: norm.leerlingen, ambulant: norm.ambulant },
    endedOn: aansluiting.ended_on ?? undefined,
  };
  return {
    state: stateOf(aansluiting),
    plannedWeek: aansluiting.planned_week,
    ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as object),
    leerlingen: score('leerlingen'),
    ambulant: score('ambulant'),
    perWeek: weeks
      .filter(({ last }) => last < date)
      .map(({ week, last }) => ({ week, until: last, ...registeredOn(last) })),
  };
}
