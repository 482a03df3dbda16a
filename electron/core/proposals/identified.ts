import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { ProposalKind } from './kinds.ts';
import { aboutPerson, takePerson, toldOf } from './person.ts';

/**
 * What BRON found to an identificatieverzoek (bericht 8, PvE 5.6.8): a number equal to ours confirms it by itself, another one is
 * never taken without a person confirming it.
 */
export const identified: ProposalKind = {
  view(administration, proposal) {
    const { persoon: [told = {}] = [] } = JSON.parse(proposal.content) as Message<8>;
    return aboutPerson(toldOf(administration, proposal, told));
  },
  apply(administration, proposal, { confirmed }) {
    const { persoon: [told = {}] = [] } = JSON.parse(proposal.content) as Message<8>;
    return takePerson(administration, proposal, { told, person: toldOf(administration, proposal, told), confirmed });
  },
};
