import { gtbDates, type GtbDate } from '../../bekostiging/schedule.ts';
import type { InschrijvingKind } from '../../pve/berichten/kinds.ts';
import { firstSchoolDay, type SchoolCalendar } from '../schoolYear.ts';

/** A date on which is counted. */
export interface Teldatum extends GtbDate {
  /** What it is counted for. Dutch. */
  use: string;
}

type Uses = Readonly<Record<string, string>>;

const OCTOBER =
  'Personeel in het volgende schooljaar en materiële instandhouding in het volgende kalenderjaar (WPO 121, WEC 118)';
const GROWTH = 'Groei in de loop van het schooljaar, voor een basisschool (BBWPO 29)';
const SPECIAL = 'Bijzondere groei, voor een basisschool (BBWPO 30)';

/** By month and day; `other` is the first school day and every other first of a month. */
const uses: Record<InschrijvingKind, Uses> = {
  WPO: {
    '08-01': 'Welke scholen van het bestuur voor de groei meetellen (BBWPO 29)',
    '10-01': OCTOBER,
    '03-01': 'Groei, en materiële instandhouding opnieuw vastgesteld, voor een basisschool (BBWPO 29, WPO 134)',
    '05-01': SPECIAL,
    '06-01': SPECIAL,
    '07-01': 'Alleen bij verandering, zonder gevolg voor de bekostiging',
    other: GROWTH,
  },
  WEC: {
    '10-01': OCTOBER,
    '01-16': 'Extra personeel vanaf 1 augustus, en materiële instandhouding opnieuw vastgesteld (BBWEC 12a, 37)',
    other: 'Stand van dat moment',
  },
};

/** The dates on which a school is counted in a school year, by date; the first school day where the school's calendar gives one. */
export const teldataOf = (kind: InschrijvingKind, schooljaar: string, calendar: SchoolCalendar): Teldatum[] =>
  gtbDates(kind, schooljaar, firstSchoolDay(calendar, schooljaar)).map((date) => {
    const use = uses[kind][date.peildatum.slice(5)] ?? uses[kind]['other'] ?? '';
    return { ...date, use };
  });
