import type { InschrijvingKind } from '../../pve/berichten/kinds.ts';
import { firstSchoolDay, schooljaarBounds, type SchoolCalendar } from '../schoolYear.ts';

/** A date on which is counted. */
export interface Teldatum {
  /** `yyyy-mm-dd` */
  peildatum: string;
  /** What the date is in the year. Dutch. */
  name: string;
  /** What is counted for. A Dutch sentence. */
  use: string;
  /** BRON always makes a GTB of it; otherwise only when numbers changed (Stappenplan step 12). */
  always: boolean;
}

interface DateRule {
  /** Month and day, or the first school day. */
  day: `${number}-${number}` | 'first';
  name: string;
  use: string;
  always?: boolean;
}

const GROWTH = 'Groei in de loop van het jaar, voor een basisschool (BBWPO 29).';
const SPECIAL_GROWTH = 'Bijzondere groei, voor een basisschool (BBWPO 30).';
const OCTOBER =
  'Personeel in het volgende schooljaar en materiële instandhouding in het volgende kalenderjaar (WPO 121, WEC 118).';
const AGAIN = 'Alleen bij verandering; telt niet voor de bekostiging.';

/** Schedule of the Stappenplan (step 12), in the order of the school year. */
const schedule: Record<InschrijvingKind, readonly DateRule[]> = {
  WPO: [
    {
      day: '08-01',
      name: '1 augustus',
      use: 'Welke scholen van het bestuur voor de groei meetellen (BBWPO 29).',
      always: true,
    },
    { day: 'first', name: 'Eerste schooldag', use: GROWTH },
    { day: '09-01', name: '1 september', use: GROWTH },
    { day: '10-01', name: '1 oktober', use: OCTOBER, always: true },
    { day: '11-01', name: '1 november', use: GROWTH },
    { day: '12-01', name: '1 december', use: GROWTH },
    { day: '01-01', name: '1 januari', use: GROWTH },
    { day: '02-01', name: '1 februari', use: GROWTH },
    {
      day: '03-01',
      name: '1 maart',
      use: 'Materiële instandhouding opnieuw vastgesteld, en groei, voor een basisschool (WPO 134, BBWPO 29).',
      always: true,
    },
    { day: '04-01', name: '1 april', use: GROWTH },
    { day: '05-01', name: '1 mei', use: SPECIAL_GROWTH },
    { day: '06-01', name: '1 juni', use: SPECIAL_GROWTH },
    { day: '07-01', name: '1 juli', use: AGAIN },
  ],
  WEC: [
    { day: 'first', name: 'Eerste schooldag', use: 'Stand aan het begin van het schooljaar.', always: true },
    { day: '10-01', name: '1 oktober', use: OCTOBER, always: true },
    {
      day: '01-16',
      name: '16 januari',
      use: 'Extra personeel vanaf 1 augustus en materiële instandhouding opnieuw vastgesteld (BBWEC 12a, 37).',
    },
    { day: '03-01', name: '1 maart', use: 'Stand op 1 maart (Stappenplan stap 12).', always: true },
  ],
};

function dateOf({ day }: DateRule, schooljaar: string, calendar: SchoolCalendar): string | undefined {
  if (day === 'first') return firstSchoolDay(calendar, schooljaar);
  const { first, last } = schooljaarBounds(schooljaar);
  const year = (day >= '08-01' ? first : last).slice(0, 4);
  return `${year}-${day}`;
}

/** The dates on which a school is counted in a school year, by date; the first school day where the school's calendar gives one. */
export const teldataOf = (kind: InschrijvingKind, schooljaar: string, calendar: SchoolCalendar): Teldatum[] =>
  schedule[kind]
    .flatMap((rule) => {
      const peildatum = dateOf(rule, schooljaar, calendar);
      return peildatum === undefined
        ? []
        : [{ peildatum, name: rule.name, use: rule.use, always: rule.always ?? false }];
    })
    .sort((a, b) => a.peildatum.localeCompare(b.peildatum));
