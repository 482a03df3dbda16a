import type { ProposalKind } from './kinds.ts';

/** What BRON registered of a wijziging sleutelgegevens (bericht 9, PvE 5.6.9). */
export const keyData: ProposalKind = {
  view: () => ({ changes: [], situations: [], applicable: false, confirm: false }),
};
