import type { ProposalKind } from './kinds.ts';

/**
 * What only has to be read: the signalen of a verwijdering (bericht 11, PvE 5.6.11), or of an afkeuring (13, PvE 5.6.13) of an
 * identificatieverzoek or a wijziging sleutelgegevens.
 */
export const notice: ProposalKind = {
  view: () => ({ changes: [], situations: [], applicable: false, confirm: false }),
};
