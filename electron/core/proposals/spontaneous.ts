import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { followUpOf } from './followUp.ts';
import type { ProposalKind } from './kinds.ts';
import { aboutPerson, takePerson, toldOf } from './person.ts';
import type { StoredProposal } from './store.ts';

/** BRON says that the address is secret (PvE 4.2.9.12). */
const GEHEIM = '956';

function read({ content }: StoredProposal) {
  const { situatieNieuw: [told = {}] = [], signaal = [] } = JSON.parse(content) as Message<15>;
  return { told, geheim: signaal.some(({ signaalcode }) => signaalcode === GEHEIM) };
}

/**
 * A spontane mutatie (bericht 15, PvE 5.6.14). Who declines a changed PGN keeps the number of here, and BRON its own: meldingen go on
 * under the number of here, and BRON tells when it no longer knows it.
 */
export const spontaneous: ProposalKind = {
  view(administration, proposal) {
    const { told, geheim } = read(proposal);
    const about = aboutPerson(toldOf(administration, proposal, told, { geheim }));
    return { ...about, ...followUpOf(administration, proposal.leerling_id, told) };
  },
  apply(administration, proposal, { confirmed }) {
    const { told, geheim } = read(proposal);
    const person = toldOf(administration, proposal, told, { geheim });
    return takePerson(administration, proposal, { told, person, confirmed });
  },
};
