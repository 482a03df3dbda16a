import { addDays, addMonths } from '../domain/dates.ts';
import { addWerkdagen } from '../domain/werkdagen.ts';
import type { PartKey, PathFacts } from './types.ts';
import type { Werkweek } from './werkweken.ts';

/** New data stand on GTB and vergelijkingsoverzicht within so many werkdagen (Stappenplan step 12). */
export const GTB_WERKDAGEN = 7;
/** Days before the start in which contactgegevens may not change (Stappenplan step 7). */
const FREEZE_DAYS = 7;
/** The Helpdesk BRON sends a message when the certificate was not downloaded by then (Stappenplan step 9; from the letter: assumed). */
const REMIND_DAYS = 7;
/** Days from the receipt of the wachtwoordbrief in which the certificate is downloaded and tested (Stappenplan step 9; from the letter: assumed). */
const CERTIFICATE_DAYS = 14;

/** A day that matters. `act`: the school has to have done something by then; otherwise it is a day on which something comes. */
interface Rule {
  step: number;
  act: boolean;
  /** The part whose being done ends it; left out: it only passes. */
  part?: PartKey;
  /** Dutch, what there is on that day. */
  text: string;
  only?: 'WPO' | 'WEC';
}

export const deadlineRules = {
  announcement2: {
    step: 5,
    act: false,
    part: 'vooraankondiging2',
    text: 'Een maand voor de start komt de tweede vooraankondiging per post.',
  },
  contact: {
    step: 7,
    act: true,
    part: 'contactRechecked',
    text: 'De laatste dag waarop u contactgegevens kunt wijzigen voor de start.',
  },
  preparation: {
    step: 7,
    act: true,
    text: 'De laatste dag om de voorbereiding, stap 1 tot en met 7, af te ronden.',
  },
  letter: {
    step: 8,
    act: false,
    part: 'wachtwoordbrief',
    text: 'De start: de wachtwoordbrief komt aangetekend.',
  },
  remindDownload: {
    step: 9,
    act: true,
    part: 'download',
    text: 'Is het certificaat dan nog niet gedownload, dan stuurt de Helpdesk BRON bericht.',
  },
  download: {
    step: 9,
    act: true,
    part: 'download',
    text: 'De laatste dag om het certificaat te downloaden.',
  },
  test: {
    step: 9,
    act: true,
    part: 'test',
    text: 'Is het certificaat dan nog niet getest, dan neemt de Helpdesk BRON contact met u op.',
  },
  mail3: {
    step: 11,
    act: false,
    part: 'mail3',
    text: 'Het einde van week 3: de gemachtigde krijgt een voortgangsmail.',
  },
  mail6: {
    step: 11,
    act: false,
    part: 'mail6',
    text: 'Het einde van week 6: de gemachtigde krijgt een voortgangsmail.',
  },
  gtb: {
    step: 12,
    act: false,
    text: 'Uiterlijk dan staat op de GTB wat u het laatst hebt uitgewisseld.',
  },
  overzicht: {
    step: 12,
    act: false,
    only: 'WPO',
    text: 'Is er dan geen nieuw vergelijkingsoverzicht, dan komen de gegevens van de ambulant begeleide leerlingen overeen.',
  },
  end: {
    step: 12,
    act: true,
    part: 'reactie',
    text: 'Het einde van de tien werkweken. Geef voor die tijd in Mijn BRON uw reactie.',
  },
} as const satisfies Record<string, Rule>;
export type DeadlineKey = keyof typeof deadlineRules;
export const deadlineKeys = Object.keys(deadlineRules) as DeadlineKey[];

export interface Deadline {
  key: DeadlineKey;
  step: number;
  /** `yyyy-mm-dd` */
  on: string;
  /** Days from today: 0 on the day itself, negative afterwards. */
  daysLeft: number;
  act: boolean;
  done: boolean;
}

/** The days of a school's path, as far as they are known. */
export interface PathDays {
  /** The start, or as long as it is not known the Monday of the planned week. */
  expected?: string | undefined;
  /** The day of the start (vooraankondiging 2). */
  start?: string | undefined;
  /** The day on which the wachtwoordbrief was received, and the werkweken from then. */
  letterOn?: string | undefined;
  weeks: readonly Werkweek[];
}

/** First and last day on which contactgegevens may not change because of the start (Stappenplan step 7). */
export const freezeBefore = (start: string): { first: string; last: string } => ({
  first: addDays(start, -FREEZE_DAYS),
  last: addDays(start, -1),
});

const DAY_MS = 86_400_000;
/** Days from one date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

function daysOf(
  { expected, start, letterOn, weeks }: PathDays,
  exchangedOn?: string,
): Record<DeadlineKey, string | undefined> {
  const endOf = (week: number) => weeks.find((one) => one.week === week)?.last;
  const days: Record<DeadlineKey, string | undefined> = {
    announcement2: expected && addMonths(expected, -1),
    contact: start && addDays(start, -FREEZE_DAYS - 1),
    preparation: start && addDays(start, -1),
    letter: start,
    remindDownload: letterOn && addDays(letterOn, REMIND_DAYS),
    download: letterOn && addDays(letterOn, CERTIFICATE_DAYS),
    test: letterOn && addDays(letterOn, CERTIFICATE_DAYS),
    mail3: endOf(3),
    mail6: endOf(6),
    gtb: exchangedOn && addWerkdagen(exchangedOn, GTB_WERKDAGEN),
    overzicht: exchangedOn && addWerkdagen(exchangedOn, GTB_WERKDAGEN),
    end: weeks.at(-1)?.last,
  };
  return days;
}

interface Judging {
  facts: Pick<PathFacts, 'kind' | 'exchangedOn'>;
  days: PathDays;
  today: string;
  isDone: (part: PartKey) => boolean;
  /** Whether steps 1 to 7 are done. */
  prepared: boolean;
}

/** Every day that matters and is known, the first to come first. */
export function deadlinesOf({ facts, days, today, isDone, prepared }: Judging): Deadline[] {
  const known = daysOf(days, facts.exchangedOn);
  const found = deadlineKeys.flatMap((key): Deadline[] => {
    const rule: Rule = deadlineRules[key];
    const on = known[key];
    if (on === undefined || (rule.only && rule.only !== facts.kind)) return [];
    const done = key === 'preparation' ? prepared : rule.part !== undefined && isDone(rule.part);
    return [{ key, step: rule.step, on, daysLeft: daysBetween(today, on), act: rule.act, done }];
  });
  return found.sort((a, b) => a.on.localeCompare(b.on));
}
