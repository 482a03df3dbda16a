import { isDeepStrictEqual } from 'node:util';
import { personAfter, togetherWith } from '../../../shared/domain/proposals/mutations.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Administration } from '../context.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { saysSecret } from '../leerlingen/keepSecret.ts';
import type { ProposalKind } from './kinds.ts';
import { personKind } from './person.ts';
import { renewRegistered } from './renewStands.ts';

function read(content: string) {
  const { situatieNieuw: [told = {}] = [], signaal = [] } = JSON.parse(content) as Message<15>;
  return { told, geheim: saysSecret(signaal) };
}

/**
 * A spontane mutatie (bericht 15, PvE 5.6.14). Who declines a changed PGN keeps the number of here, and BRON its own: nothing is delivered
 * for it, what changes later goes on under the number of here, and BRON tells when it no longer knows it. What BRON says under its own
 * number is about this pupil still, and proposes it again.
 */
export const spontaneous: ProposalKind = {
  ...personKind(read),
  together: (before, now) => togetherWith(JSON.parse(before) as Message<15>, now),
  repeats(before, now) {
    const [earlier, later] = [JSON.parse(before) as Message<15>, JSON.parse(now) as Message<15>];
    const { situatieNieuw, signaal } = togetherWith(earlier, later);
    const was = togetherWith(earlier, earlier);
    return isDeepStrictEqual([situatieNieuw, signaal], [was.situatieNieuw, was.signaal]);
  },
};

/**
 * BRON has the person so from now on, whatever is decided here: it shows beside what is kept here, and what BRON says of the new number
 * finds the pupil. What we delivered counts as delivered still. Call it in the transaction that keeps the terugkoppeling.
 */
export function registerMutation(administration: Administration, leerlingId: number, message: Message<15>): void {
  const { db, clock } = administration;
  const [told] = message.situatieNieuw ?? [];
  if (!told) return;
  renewRegistered(administration, leerlingId, ({ leerlingnummer, ...persoon }) => ({
    ...(leerlingnummer ? { leerlingnummer } : {}),
    ...personAfter(persoon, told),
  }));
  // A verwijdering that is still to leave names the pupil as BRON has it now.
  refreshLeerling(db, clock, leerlingId);
}
