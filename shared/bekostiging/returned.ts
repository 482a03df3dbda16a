import { addDays, addYears, schoolYear } from '../domain/dates.ts';
import { octoberBefore } from './ages.ts';
import type { Situation } from './situation.ts';

/**
 * Teruggeplaatst without leerlinggebonden budget: counts for begeleiding at the WEC-school for one year from the first 1 October after it left,
 * when it was a pupil there in the school year before (BBWEC 39; that the year runs from 1 October is assumed).
 */
export function isReturned({ item, frame, datumInschrijving, datumUitschrijving }: Situation): boolean {
  if (item.inschrijving.brinnummerTeruggeplaatst === undefined || datumUitschrijving === undefined) return false;
  const teldatum = octoberBefore(frame.peildatum);
  const before = addDays(schoolYear(teldatum).first, -1);
  return datumUitschrijving < teldatum && datumUitschrijving >= addYears(teldatum, -1) && datumInschrijving <= before;
}
