import { whichGtb, type ChosenGtb } from '../../bekostiging/whichGtb.ts';
import type { GtbLine } from '../../mijnBron/gtb.ts';
import { schoolYear } from '../dates.ts';

type Pickable = Pick<GtbLine, 'vestigingsvolgnummer' | 'peildatum' | 'madeOn'>;

/** As long as nothing went to BRON from here, every GTB lies after it. */
const NEVER = '1900-01-01';

/** The GTB that the school judges, and why in a Dutch sentence. */
export type Picked<G> = Pick<ChosenGtb<G>, 'gtb' | 'text'>;

/**
 * The GTB of each vestiging that the school judges (Stappenplan step 12), by volgnummer; of a vestiging that has none in the last school
 * year there are GTBs of, as it was closed, none.
 * @param exchangedOn day of the last delivery, when there was one
 */
export function pickGtbs<G extends Pickable>(gtbs: readonly G[], exchangedOn: string | undefined): Picked<G>[] {
  const last =
    gtbs
      .map(({ peildatum }) => peildatum)
      .sort()
      .at(-1) ?? NEVER;
  const { first } = schoolYear(last);
  const recent = gtbs.filter(({ peildatum }) => peildatum >= first);
  const byVestiging = Object.entries(Object.groupBy(recent, ({ vestigingsvolgnummer }) => vestigingsvolgnummer));
  return byVestiging
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, ofVestiging = []]) => {
      const chosen = whichGtb(ofVestiging, exchangedOn ?? NEVER);
      if (!chosen) return [];
      const text = exchangedOn === undefined ? 'Dit is de meest recente GTB.' : chosen.text;
      return [{ gtb: chosen.gtb, text }];
    });
}
