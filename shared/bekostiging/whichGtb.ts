import { formatDutchDate } from '../domain/dates.ts';
import type { GtbLine } from '../mijnBron/gtb.ts';

/** Which GTB to look at for the reactie, and why. */
export interface ChosenGtb<L> {
  gtb: L;
  /** `after`: its teldatum lies after the exchange; `newestAfter`: it is the newest of several; `last`: none lies after it. */
  reason: 'after' | 'newestAfter' | 'last';
  /** The reason in a Dutch sentence. */
  text: string;
}

type Line = Pick<GtbLine, 'peildatum' | 'madeOn'>;

const later = <L extends Line>(a: L, b: L): L => (`${b.peildatum} ${b.madeOn}` > `${a.peildatum} ${a.madeOn}` ? b : a);

/**
 * Of the GTBs of a vestiging the one that counts for the reactie (Stappenplan step 12): of those with a teldatum after the last exchange the most
 * recent (which one of several, is our reading: the text says both "the most recent" and "after the exchange"), otherwise the last. Undefined
 * when there is no GTB yet.
 */
export function whichGtb<L extends Line>(lines: readonly L[], exchangedOn: string): ChosenGtb<L> | undefined {
  const after = lines.filter(({ peildatum }) => peildatum > exchangedOn);
  const [first, ...rest] = after.length > 0 ? after : lines;
  if (first === undefined) return undefined;
  const gtb = rest.reduce(later, first);
  const [teldatum, exchange] = [formatDutchDate(gtb.peildatum), formatDutchDate(exchangedOn)];
  if (after.length === 0) {
    const text = `Er is nog geen GTB met een teldatum na uw uitwisseling van ${exchange}. Daarom is dit de laatste, van ${teldatum}.`;
    return { gtb, reason: 'last', text };
  }
  if (after.every(({ peildatum }) => peildatum === gtb.peildatum)) {
    return { gtb, reason: 'after', text: `De teldatum ${teldatum} ligt na uw uitwisseling van ${exchange}.` };
  }
  const text = `Meer GTB's hebben een teldatum na uw uitwisseling van ${exchange}. Dit is de meest recente, van ${teldatum}.`;
  return { gtb, reason: 'newestAfter', text };
}
