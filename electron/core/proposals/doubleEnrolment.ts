import type { ProposalKind } from './kinds.ts';

/** A dubbele inschrijving (bericht 16, PvE 5.6.15). */
export const doubleEnrolment: ProposalKind = {
  view: () => ({ changes: [], situations: [], applicable: false, confirm: false }),
};
