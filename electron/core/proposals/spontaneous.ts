import type { ProposalKind } from './kinds.ts';

/** A spontane mutatie (bericht 15, PvE 5.6.14). */
export const spontaneous: ProposalKind = {
  view: () => ({ changes: [], situations: [], applicable: false, confirm: false }),
};
