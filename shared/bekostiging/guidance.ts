import { addDays } from '../domain/dates.ts';
import { CLUSTER_VGK, clusterOf, isOpenOn, isVgkOn, mayGuide } from '../pve/controles/brin.ts';
import { isValidOn } from './indications.ts';
import type { Situation } from './situation.ts';
import { isPassend } from './wec.ts';

/** An LGF-indicatie that is valid on the peildatum, while there is leerlinggebonden financiering (PvE 4.2.4). */
export const hasLgf = ({ frame, indication }: Situation): boolean =>
  frame.kind === 'WPO' &&
  !isPassend(frame.peildatum) &&
  indication !== undefined &&
  isValidOn(indication, frame.peildatum);

/** An LGF-indicatie that ran out in the school year before: later nothing is said of it any more (ours). */
export const lgfRanOut = ({ frame, indication }: Situation): boolean =>
  frame.kind === 'WPO' &&
  !isPassend(frame.peildatum) &&
  indication?.until !== undefined &&
  indication.until < frame.peildatum &&
  indication.until >= addDays(frame.year.first, -1);

/** Whether begeleiding is what an inschrijving is about, and there is an indicatie for it. */
export const isAboutGuidance = (pupil: Situation): boolean => pupil.guidedElsewhere || hasLgf(pupil);

/**
 * Whether the school that guides is closed, or may not guide the cluster of the indicatie (PvE 329, 347, 337). Nothing is said of a school that
 * BRIN does not have at hand.
 */
export function guideDoesNotCount(pupil: Situation): boolean {
  const { indication, guidedBy, frame } = pupil;
  const { brin, school } = frame.counting;
  const cluster = clusterOf(indication?.onderwijssoort);
  if (!brin || cluster === undefined || guidedBy === undefined || !isAboutGuidance(pupil)) return false;
  const guide = brin.find(frame.kind === 'WPO' ? guidedBy : school.brinnummer);
  if (guide === undefined) return false;
  const mayDoSo =
    cluster === CLUSTER_VGK ? isVgkOn(guide, frame.peildatum) : mayGuide({ brin }, guide, cluster, frame.peildatum);
  return guide.soort !== 'WEC' || !isOpenOn(guide, frame.peildatum) || !mayDoSo;
}
