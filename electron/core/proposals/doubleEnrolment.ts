import type { DoubleSituation } from '../../../shared/api/proposals.ts';
import { repeatsDouble, togetherWith } from '../../../shared/domain/proposals/double.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import { inschrijvingIds, readInschrijving } from '../leerlingen/repository.ts';
import { readSchool } from '../school/settings.ts';
import type { ProposalKind } from './kinds.ts';

type Situation = NonNullable<Message<16>['situatieDubbeleInschrijving']>[number];

const situationsIn = (content: string): Situation[] =>
  (JSON.parse(content) as Message<16>).situatieDubbeleInschrijving ?? [];

function toSituation(
  {
    naamSchool,
    plaatsSchool,
    naamContactpersoon,
    telefoonnummerContactpersoon,
    emailContactpersoon,
    ...rest
  }: Situation,
  own: readonly Situation[] | undefined,
): DoubleSituation {
  const { brinnummer = '', datumInschrijving, datumUitschrijving } = rest;
  return {
    own: own === undefined,
    brinnummer,
    ...(naamSchool ? { naam: naamSchool } : {}),
    ...(plaatsSchool ? { plaats: plaatsSchool } : {}),
    ...(datumInschrijving ? { datumInschrijving } : {}),
    ...(datumUitschrijving ? { datumUitschrijving } : {}),
    ...(naamContactpersoon ? { contactpersoon: naamContactpersoon } : {}),
    ...(telefoonnummerContactpersoon ? { telefoon: telefoonnummerContactpersoon } : {}),
    ...(emailContactpersoon ? { email: emailContactpersoon } : {}),
    together: own ? togetherWith(rest, own) : [],
  };
}

/**
 * A dubbele inschrijving (bericht 16, PvE 5.6.15): nothing to take over, but schools to settle it between them. BRON does not tell that
 * it is solved: it stops repeating it.
 */
export const doubleEnrolment: ProposalKind = {
  view({ db }, { leerling_id: leerlingId, content }) {
    const situations = situationsIn(content);
    const { brinnummer } = readSchool(db);
    const { own = [], elsewhere = [] } = Object.groupBy(situations, (one) =>
      one.brinnummer === brinnummer ? 'own' : 'elsewhere',
    );
    const here = inschrijvingIds(db, leerlingId).map((id) => readInschrijving(db, id).gegevens);
    return {
      changes: [],
      situations: [...elsewhere.map((one) => toSituation(one, own)), ...own.map((one) => toSituation(one, undefined))],
      applicable: false,
      confirm: false,
      solvedHere: elsewhere.length > 0 && elsewhere.every((one) => togetherWith(one, here).length === 0),
    };
  },
  repeats: (before, now) => repeatsDouble(situationsIn(before), situationsIn(now)),
};
