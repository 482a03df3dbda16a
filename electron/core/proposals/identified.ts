import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { ProposalKind } from './kinds.ts';
import { personKind } from './person.ts';

/**
 * What BRON found to an identificatieverzoek (bericht 8, PvE 5.6.8): a number equal to ours confirms it by itself, another one is
 * never taken without a person confirming it.
 */
export const identified: ProposalKind = personKind((content) => {
  const { persoon: [told = {}] = [] } = JSON.parse(content) as Message<8>;
  return { told };
});
