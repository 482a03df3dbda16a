/** By what a GTB is picked. */
export interface PickableGtb {
  vestigingsvolgnummer: string;
  /** `yyyy-mm-dd` */
  peildatum: string;
  madeOn: string;
}

/** Why a GTB is the one to judge. `only`: nothing was exchanged yet, so far as is known here. */
export type PickReason = 'afterExchange' | 'lastOne' | 'only';

export interface Picked<G> {
  gtb: G;
  reason: PickReason;
}

const isLater = (a: PickableGtb, b: PickableGtb): boolean =>
  a.peildatum > b.peildatum || (a.peildatum === b.peildatum && a.madeOn > b.madeOn);

/**
 * The GTB of each vestiging that the school judges, by volgnummer. The Stappenplan (step 12) says "the most recent", and "the one whose
 * teldatum lies after the exchange; does it not exist yet, the last": of several after the exchange the most recent is taken (assumed).
 * @param exchangedOn day of the last delivery, when there was one
 */
export function pickGtbs<G extends PickableGtb>(gtbs: readonly G[], exchangedOn: string | undefined): Picked<G>[] {
  const newest = new Map<string, G>();
  for (const gtb of gtbs) {
    const before = newest.get(gtb.vestigingsvolgnummer);
    if (!before || isLater(gtb, before)) newest.set(gtb.vestigingsvolgnummer, gtb);
  }
  return [...newest.values()]
    .sort((a, b) => a.vestigingsvolgnummer.localeCompare(b.vestigingsvolgnummer))
    .map((gtb) => {
      if (exchangedOn === undefined) return { gtb, reason: 'only' };
      return { gtb, reason: gtb.peildatum > exchangedOn ? 'afterExchange' : 'lastOne' };
    });
}
