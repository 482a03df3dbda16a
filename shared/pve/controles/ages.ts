import { addMonths, ageOn, schoolYear } from '../../domain/dates.ts';
import type { Facts } from './facts.ts';
import { isVarend } from './readings.ts';
import { isAmbulant, SO, schoolsoortOn } from './wec/situation.ts';

/** Whether the age of a pupil on or around the datum inschrijving is wrong. An unknown geboortedatum makes nothing wrong. */
export type AgeTest = (datumInschrijving: string, facts: Facts) => boolean;

const MINIMUM_AGE = 4;
/** Three years and six months. */
const MINIMUM_MONTHS_VAREND = 42;
const TOO_OLD = 15;
const TOO_OLD_VAREND = 8;
const TOO_OLD_WEC = 20;
/** From this day on a pupil of SO has a greatest age (PvE 4.2.9.1, 308). */
const START_TOO_OLD_SO = '2013-08-01';

const birthTest =
  (wrong: (birthDate: string, date: string, facts: Facts) => boolean): AgeTest =>
  (date, facts) =>
    facts.birthDate !== undefined && wrong(facts.birthDate, date, facts);

/** Age on 31 July of the school year that a date lies in. */
const ageAtYearEnd = (birthDate: string, date: string) => ageOn(birthDate, schoolYear(date).last);

/** 306: younger than 4. */
export const isTooYoung = birthTest(
  (birthDate, date, { school }) => !isVarend(school) && ageOn(birthDate, date) < MINIMUM_AGE,
);

/** 307: a varende kleuter younger than three years and six months. */
export const isTooYoungVarend = birthTest(
  (birthDate, date, { school }) => isVarend(school) && date < addMonths(birthDate, MINIMUM_MONTHS_VAREND),
);

/** 308: 15 or older at the end of the school year. */
export const isTooOld = birthTest(
  (birthDate, date, { school }) => !isVarend(school) && ageAtYearEnd(birthDate, date) >= TOO_OLD,
);

/** 309: a varende kleuter of 8 or older at the end of the school year. */
export const isTooOldVarend = birthTest(
  (birthDate, date, { school }) => isVarend(school) && ageAtYearEnd(birthDate, date) >= TOO_OLD_VAREND,
);

/** 308 of WEC: a pupil of SO, enrolled from August 2013 on, of 15 or older at the end of the school year. */
export const isTooOldSo = birthTest(
  (birthDate, date, facts) =>
    date >= START_TOO_OLD_SO && schoolsoortOn(facts, date) === SO && ageAtYearEnd(birthDate, date) >= TOO_OLD,
);

/** 334: a pupil of WEC, not ambulant, of 20 or older. */
export const isTooOldWec = birthTest(
  (birthDate, date, facts) => !isAmbulant(facts) && ageOn(birthDate, date) >= TOO_OLD_WEC,
);

/** Least age in WEC: 3 for a soort onderwijs or indicatie among `from3`, otherwise 4 (333, 351). */
export const isYoungerThanWec = (
  birthDate: string,
  date: string,
  soort: string | undefined,
  from3: readonly string[],
): boolean => ageOn(birthDate, date) < (soort !== undefined && from3.includes(soort) ? 3 : MINIMUM_AGE);

/** Soort onderwijs and onderwijssoort indicatie in which "doof" or "slechthorend" stands (333). */
export const DEAF = ['21', '22', '24', '25', '26'] as const;
