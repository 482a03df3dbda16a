import { addMonths, addYears, ageOn, formatDutchDate, reckonedDate, schoolYear } from '../dates.ts';

/** Between which ages a pupil can be enrolled under the WPO (PvE 4.2.8.1: 306 to 309; WPO art. 39). */
export const ageLimits = {
  /** Months of age on the datum inschrijving. */
  fromMonths: 48,
  fromMonthsVarend: 42,
  /** Years of age that must not have been reached on 31 July of the school year of inschrijving. */
  below: 15,
  belowVarend: 8,
} as const;

interface Enrolment {
  geboortedatum: string;
  datumInschrijving: string;
  /** A school for varende kinderen. */
  varend?: boolean;
}

/** The first day on which a child can be enrolled; unknown parts of a birth date are reckoned as 01. */
export const earliestStart = (geboortedatum: string, varend = false): string =>
  addMonths(reckonedDate(geboortedatum), varend ? ageLimits.fromMonthsVarend : ageLimits.fromMonths);

/** The last day on which a child can be enrolled: 31 July of the last school year at whose end it is young enough. */
export function latestStart(geboortedatum: string, varend = false): string {
  const tooOld = addYears(reckonedDate(geboortedatum), varend ? ageLimits.belowVarend : ageLimits.below);
  const { last } = schoolYear(tooOld);
  return addYears(last, -1);
}

/** What the age limits have against an inschrijving, in plain words; nothing when they have nothing against it. */
export function ageObjections({ geboortedatum, datumInschrijving, varend = false }: Enrolment): string[] {
  const day = formatDutchDate(datumInschrijving);
  const first = earliestStart(geboortedatum, varend);
  const minimum = varend ? '3 jaar en 6 maanden' : '4 jaar';
  if (datumInschrijving < first) {
    return [
      `Op ${day} is dit kind nog geen ${minimum}: BRON keurt de inschrijving dan af. Inschrijven kan vanaf ${formatDutchDate(first)}.`,
    ];
  }
  const { last } = schoolYear(datumInschrijving);
  const age = ageOn(geboortedatum, last);
  const below = varend ? ageLimits.belowVarend : ageLimits.below;
  if (age < below) return [];
  const until = formatDutchDate(latestStart(geboortedatum, varend));
  return [
    `Op ${formatDutchDate(last)}, het einde van dit schooljaar, is deze leerling ${age} jaar: BRON neemt alleen leerlingen aan die dan jonger zijn dan ${below}. Inschrijven kon tot en met ${until}.`,
  ];
}

/** Age at the end of whose school year a pupil leaves primary education (WPO art. 39 lid 4). */
const LEAVING_AGE = 14;

/** The last day of primary education: 31 July of the school year in which the pupil turns 14. */
export const lastDayByAge = (geboortedatum: string): string =>
  schoolYear(addYears(reckonedDate(geboortedatum), LEAVING_AGE)).last;

/** Who was born up to this day has to have left at the end of the school year that `date` lies in. */
export const bornToLeaveBy = (date: string): string => addYears(schoolYear(date).last, -LEAVING_AGE);
