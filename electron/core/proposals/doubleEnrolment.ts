import type { DoubleSituation } from '../../../shared/api/proposals.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { readSchool } from '../school/settings.ts';
import type { ProposalKind } from './kinds.ts';

type Situation = NonNullable<Message<16>['situatieDubbeleInschrijving']>[number];

function toSituation(
  {
    naamSchool,
    plaatsSchool,
    naamContactpersoon,
    telefoonnummerContactpersoon,
    emailContactpersoon,
    ...rest
  }: Situation,
  ownBrin: string,
): DoubleSituation {
  const { brinnummer = '', datumInschrijving, datumUitschrijving } = rest;
  return {
    own: brinnummer === ownBrin,
    brinnummer,
    ...(naamSchool ? { naam: naamSchool } : {}),
    ...(plaatsSchool ? { plaats: plaatsSchool } : {}),
    ...(datumInschrijving ? { datumInschrijving } : {}),
    ...(datumUitschrijving ? { datumUitschrijving } : {}),
    ...(naamContactpersoon ? { contactpersoon: naamContactpersoon } : {}),
    ...(telefoonnummerContactpersoon ? { telefoon: telefoonnummerContactpersoon } : {}),
    ...(emailContactpersoon ? { email: emailContactpersoon } : {}),
  };
}

/** A dubbele inschrijving (bericht 16, PvE 5.6.15): nothing to take over, but schools to settle it between them. */
export const doubleEnrolment: ProposalKind = {
  view({ db }, { content }) {
    const { situatieDubbeleInschrijving = [] } = JSON.parse(content) as Message<16>;
    const { brinnummer } = readSchool(db);
    return {
      changes: [],
      situations: situatieDubbeleInschrijving.map((situation) => toSituation(situation, brinnummer)),
      applicable: false,
      confirm: false,
    };
  },
};
