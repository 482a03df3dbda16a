import { ageOn } from '../domain/dates.ts';
import { ageLimits, earliestStart } from '../domain/enrolment/ages.ts';
import { DEAF, isYoungerThanWec } from '../pve/controles/ages.ts';
import type { Situation } from './situation.ts';

/** A pupil of WEC leaves at the end of the school year in which it turns 20 (WEC 39). */
const BELOW_WEC = 21;

const isOfWec = ({ frame }: Situation) => frame.kind === 'WEC';
const isVarend = ({ frame }: Situation) => frame.counting.school.varend === true;

/** Not old enough to be admitted: 4 years (WPO 39), varend 3.5 (Besluit trekkende bevolking WPO art. C 9), doof and slechthorend 3 (WEC 39). */
export function isTooYoung(pupil: Situation): boolean {
  const { item, frame, soortOnderwijs, indication, guidedElsewhere } = pupil;
  if (!isOfWec(pupil)) return frame.peildatum < earliestStart(item.geboortedatum, isVarend(pupil));
  return (
    !guidedElsewhere &&
    [soortOnderwijs, indication?.onderwijssoort].every((soort) =>
      isYoungerThanWec(item.geboortedatum, frame.peildatum, soort, DEAF),
    )
  );
}

/** Older than allowed: had to leave at the end of an earlier school year (WPO 39 lid 4, WEC 39; varend: PvE 309). */
export function isTooOld(pupil: Situation): boolean {
  const age = ageOn(pupil.item.geboortedatum, pupil.frame.year.last);
  if (isOfWec(pupil)) return !pupil.guidedElsewhere && age >= BELOW_WEC;
  return age >= (isVarend(pupil) ? ageLimits.belowVarend : ageLimits.below);
}
