import type { ProposalKind } from './kinds.ts';

/** What BRON found to an identificatieverzoek (bericht 8, PvE 5.6.8). */
export const identified: ProposalKind = {
  view: () => ({ changes: [], situations: [], applicable: false, confirm: false }),
};
