import { addDays, addMonths, formatDutchDate, isDate, isPartialDate, reckonedDate, schoolYear } from '../dates.ts';
import { earliestStart } from './ages.ts';
import { waitingFor, type Proposal } from './proposal.ts';

/** Age in months from which a child may come to visit before it is a pupil, and on how many days (WPO art. 39 lid 3). */
const VISITING_FROM_MONTHS = 46;
export const VISITING_DAYS = 5;

/** The days on which a child may visit the school without being a pupil: the two months before its fourth birthday. */
export function visitingPeriod(geboortedatum: string): { from: string; to: string } {
  const born = reckonedDate(geboortedatum);
  return { from: addMonths(born, VISITING_FROM_MONTHS), to: addDays(earliestStart(born), -1) };
}

export interface StartFacts {
  /** First day on which the pupil is (or was) in class. */
  firstDay?: string | undefined;
  geboortedatum?: string | undefined;
  /** First day on which the school teaches in that school year. */
  firstSchoolDay?: string | undefined;
  /** At what age a child can be enrolled at the school; left out: at four. */
  ages?: StartAges;
}

/** `varend`: from three years and six months; `none`: no age of the Act, as under the WEC, where the inspectie can allow another. */
export type StartAges = 'usual' | 'varend' | 'none';

/** Why a child that is not yet four is not enrolled on the day on which it first comes. */
function tooYoung(firstDay: string, geboortedatum: string, ages: StartAges): Proposal {
  const birthday = earliestStart(geboortedatum, ages === 'varend');
  if (ages === 'varend') {
    const reason = `Inschrijven kan niet vóór de dag waarop het kind 3 jaar en 6 maanden is, ${formatDutchDate(birthday)}.`;
    return { value: birthday, reason, missing: [] };
  }
  const { from } = visitingPeriod(geboortedatum);
  const day = formatDutchDate(birthday);
  const visit =
    firstDay < from
      ? `Tot ${formatDutchDate(from)} mag het kind nog niet op school komen.`
      : `Tot die dag mag het kind ten hoogste ${VISITING_DAYS} dagen op bezoek komen: het is dan nog geen leerling en er gaat geen melding naar BRON.`;
  return { value: birthday, reason: `Inschrijven kan niet vóór de vierde verjaardag, ${day}. ${visit}`, missing: [] };
}

/**
 * The datum inschrijving by the rules: the first day in class; on the first school day of the year that is 1 August, unless the
 * child is too young then; never before it is old enough (PvE 4.1.3 element 38; Regeling structuur en inrichting).
 */
export function proposeStart({ firstDay, geboortedatum, firstSchoolDay, ages = 'usual' }: StartFacts): Proposal {
  if (!isDate(firstDay)) return waitingFor(['de eerste dag in de klas']);
  const born = isPartialDate(geboortedatum) ? geboortedatum : undefined;
  const missing = [...(born ? [] : ['de geboortedatum']), ...(isDate(firstSchoolDay) ? [] : ['de eerste schooldag'])];
  const earliest = born && ages !== 'none' ? earliestStart(born, ages === 'varend') : undefined;
  if (born && earliest && firstDay < earliest) return tooYoung(firstDay, born, ages);
  const august = schoolYear(firstDay).first;
  if (firstDay !== firstSchoolDay) {
    const reason = isDate(firstSchoolDay)
      ? 'De inschrijving begint op de eerste dag in de klas.'
      : `De inschrijving begint op de eerste dag in de klas. Is dat de eerste schooldag van het jaar, dan wordt het ${formatDutchDate(august)}.`;
    return { value: firstDay, reason, missing };
  }
  if (earliest && august < earliest) {
    const reason = `Op ${formatDutchDate(august)} is het kind nog geen ${ages === 'varend' ? '3 jaar en 6 maanden' : '4 jaar'}: de inschrijving begint daarom op de eerste dag in de klas.`;
    return { value: firstDay, reason, missing };
  }
  const reason = `Wie op de eerste schooldag van het jaar begint, wordt ingeschreven op ${formatDutchDate(august)}.`;
  return { value: august, reason, missing };
}
