import type { ImportAnswers } from '../../api/import.ts';
import { emptyInschrijving, type InschrijvingGegevens } from '../../api/inschrijving.ts';
import { inschrijvingKinds, type InschrijvingKind } from '../../pve/berichten/kinds.ts';
import { addYears, ageOn, isPartialDate, reckonedDate, schoolYear } from '../dates.ts';
import type { Candidate, FileHeader } from './candidate.ts';
import { weigh } from './gewicht.ts';

/** A school fact that a general answer filled in; *aangenomen* until somebody confirms it. */
export interface Assumption {
  gegevensgroep: string;
  element: string;
  value: string;
}

/** An inschrijving made of what a file says and, where it says nothing, of the answers for the whole batch. */
export interface AssumedInschrijving {
  gegevens: InschrijvingGegevens;
  assumed: Assumption[];
  /** What the file had and could not be used. */
  notes: string[];
}

const MINIMUM_AGE = 4;
const LAST_LEERJAAR = 8;
/** Age on 1 October of a pupil in leerjaar 1, less one. */
const AGE_BEFORE_LEERJAAR_1 = 3;

/** Whether a jaargroep is a leerjaar of primary education. */
export const isLeerjaar = (jaargroep: string | undefined): jaargroep is string =>
  jaargroep !== undefined && /^[1-8]$/.test(jaargroep);

/** First day of the school year that the file is about; of the day on which it was made when it does not say. @param today `yyyy-mm-dd` */
export function firstDayOfFile({ schooljaar, peildatum, aanmaakdatum }: FileHeader, today: string): string {
  const year = /^(\d{4})-\d{4}$/.exec(schooljaar ?? '')?.[1];
  return year === undefined ? schoolYear(peildatum ?? aanmaakdatum?.slice(0, 10) ?? today).first : `${year}-08-01`;
}

const earliest = (a: string, b: string | undefined) => (b !== undefined && b < a ? b : a);
const latest = (a: string, b: string | undefined) => (b !== undefined && b > a ? b : a);

/**
 * The datum inschrijving: the instroomdatum, else the answer unless the pupil had left by then, else 1 August of the school year
 * of the file, or of that of the uitstroomdatum if that is earlier; the fourth birthday if that is later than either.
 */
export function assumedDatumInschrijving({ persoon, school }: Candidate, firstDay: string, answer?: string): string {
  const { instroomdatum, uitstroomdatum } = school;
  const leftIn = uitstroomdatum === undefined ? undefined : schoolYear(uitstroomdatum).first;
  const { geboortedatum } = persoon;
  const fourthBirthday = isPartialDate(geboortedatum) ? addYears(reckonedDate(geboortedatum), MINIMUM_AGE) : undefined;
  const hadLeft = answer !== undefined && uitstroomdatum !== undefined && uitstroomdatum < answer;
  return latest(instroomdatum ?? (hadLeft ? undefined : answer) ?? earliest(firstDay, leftIn), fourthBirthday);
}

/** The leerjaar that fits the age on 1 October of the last school year; without birth date the years at school since. */
function leerjaarByAge({ persoon, school }: Candidate, datumInschrijving: string, firstDay: string): string {
  const last = latest(
    earliest(firstDay, school.uitstroomdatum && schoolYear(school.uitstroomdatum).first),
    schoolYear(datumInschrijving).first,
  );
  const october = `${last.slice(0, 4)}-10-01`;
  const reckoned = isPartialDate(persoon.geboortedatum)
    ? ageOn(persoon.geboortedatum, october) - AGE_BEFORE_LEERJAAR_1
    : ageOn(schoolYear(datumInschrijving).first, october) + 1;
  return String(Math.min(Math.max(reckoned, 1), LAST_LEERJAAR));
}

/** The key of a vestiging as a vestigingsvolgnummer; undefined when it is none. */
export const volgnummerOf = (key: string): string | undefined =>
  /^\d{1,2}$/.test(key) ? key.padStart(2, '0') : undefined;

/** By what an inschrijving is made of what a file says. */
export interface AssumeContext {
  /** First day of the school year of the file. */
  firstDay: string;
  answers: ImportAnswers;
  /** The kind that the school may register. */
  kind: InschrijvingKind;
}

/** The inschrijving of a pupil of a file; every period begins on the datum inschrijving. What only WEC has, no file tells: it stays empty. */
export function assumeInschrijving(
  candidate: Candidate,
  { firstDay, answers, kind }: AssumeContext,
): AssumedInschrijving {
  const { school } = candidate;
  const vaste = inschrijvingKinds[kind].key;
  const assumed: Assumption[] = [];
  const assume = (gegevensgroep: string, element: string, value: string) => {
    assumed.push({ gegevensgroep, element, value });
    return value;
  };
  const date = assume(
    vaste,
    'datumInschrijving',
    assumedDatumInschrijving(candidate, firstDay, answers.datumInschrijving),
  );
  const aanduidingNnca = assume(vaste, 'aanduidingNnca', answers.aanduidingNnca);

  const key = school.vestiging?.key;
  const volgnummer = (key === undefined ? undefined : answers.vestigingen[key]) ?? answers.vestiging;
  if (key === undefined || volgnummerOf(key) !== volgnummer) assume('vestiging', 'vestigingsvolgnummer', volgnummer);

  const indicatieBekostiging = assume('indicatieBekostiging', 'indicatieBekostiging', answers.indicatieBekostiging);

  const leerjaar = isLeerjaar(school.jaargroep)
    ? school.jaargroep
    : assume(
        'leerjaarGroep',
        'leerjaar',
        answers.leerjaar === 'leeftijd' ? leerjaarByAge(candidate, date, firstDay) : answers.leerjaar,
      );
  const groep = school.groep ?? assume('leerjaarGroep', 'groep', leerjaar);
  // The file knows the leerjaar and the groep of its own school year only.
  if (date < firstDay) assume('leerjaarGroep', 'begindatum', date);

  const common = {
    datumInschrijving: date,
    ...(school.uitstroomdatum === undefined ? {} : { datumUitschrijving: school.uitstroomdatum }),
    aanduidingNnca,
    vestiging: [{ begindatum: date, vestigingsvolgnummer: volgnummer }],
    indicatieBekostiging: [{ begindatum: date, indicatieBekostiging }],
    leerjaarGroep: [{ begindatum: date, leerjaar, groep }],
  };
  if (kind === 'WEC') return { gegevens: { ...emptyInschrijving(kind), ...common }, assumed, notes: [] };
  const { gewichten, notes, assumedGewichten } = weigh(school.gewichten ?? {}, date, school.uitstroomdatum);
  for (const value of assumedGewichten) assume('gewicht', 'gewicht', value);

  return { gegevens: { ...emptyInschrijving(kind), ...common, gewicht: gewichten }, assumed, notes };
}
