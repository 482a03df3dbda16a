import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { followUpOf } from './followUp.ts';
import type { ProposalKind } from './kinds.ts';
import { aboutPerson, takePerson, toldOf } from './person.ts';
import { renewStands } from './renewStands.ts';
import type { StoredProposal } from './store.ts';

const toldIn = ({ content }: Pick<StoredProposal, 'content'>) =>
  (JSON.parse(content) as Message<9>).situatieNieuw?.[0] ?? {};

/** What BRON registered of a wijziging sleutelgegevens (bericht 9, PvE 5.6.9), with what the BRP has of whom it found there. */
export const keyData: ProposalKind = {
  view(administration, proposal) {
    const told = toldIn(proposal);
    const about = aboutPerson(toldOf(administration, proposal, told));
    return { ...about, ...followUpOf(administration, proposal.leerling_id, told) };
  },
  apply(administration, proposal, { confirmed }) {
    const told = toldIn(proposal);
    return takePerson(administration, proposal, { told, person: toldOf(administration, proposal, told), confirmed });
  },
};

/** BRON has these sleutelgegevens from now on, whatever is decided on the rest. Call it in the transaction that keeps the terugkoppeling. */
export function settleKeyData(administration: Administration, leerlingId: number, message: Message<9>): void {
  const { db, clock } = administration;
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht, postcode, land } =
    message.situatieNieuw?.[0] ?? {};
  renewStands(administration, leerlingId, {
    ...(burgerservicenummer ? { burgerservicenummer } : { onderwijsnummer }),
    geboortedatum,
    geslacht,
    ...(postcode || land ? { postcode, land } : {}),
  });
  refreshLeerling(db, clock, leerlingId);
}
