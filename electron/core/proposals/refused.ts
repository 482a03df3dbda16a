import type { ProposalKind } from './kinds.ts';

/** A bericht 13 to an identificatieverzoek or a wijziging sleutelgegevens (PvE 5.6.13): its signalen say it all. */
export const refused: ProposalKind = {
  view: () => ({ changes: [], situations: [], applicable: false, confirm: false }),
};
