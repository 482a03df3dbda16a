import { LasError } from '../../../shared/api/errors.ts';
import { adresOf, moveProblem, type Adres } from '../../../shared/domain/adres.ts';
import { today } from '../../../shared/domain/clock.ts';
import { toldPerson, type Told, type ToldPerson } from '../../../shared/domain/proposals/person.ts';
import type { Administration } from '../context.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { afterMove } from '../leerlingen/adres.ts';
import { isPgnTaken } from '../leerlingen/pgn.ts';
import { readContact, readLeerling, writeLeerling } from '../leerlingen/repository.ts';
import { asOneChange } from '../leerlingen/undo.ts';
import { followUpOf } from './followUp.ts';
import type { ProposalKind } from './kinds.ts';
import { renewStands } from './renewStands.ts';
import type { StoredProposal } from './store.ts';

/** A move that was taken over: whoever lives with the pupil may move along. */
export interface Moved {
  leerlingId: number;
  from: Adres;
  address: Adres;
  begindatum?: string;
}

/**
 * Takes over what BRON tells of a person, as one change that can be undone; BRON has it so already, and gets no melding about the
 * sleutelgegevens. Gives the move to ask the family about. Call it in a transaction.
 * @throws LasError proposal-number-differs, proposal-number-taken
 */
function takePerson(
  administration: Administration,
  proposal: StoredProposal,
  { told, person, confirmed }: { told: Told; person: ToldPerson; confirmed: boolean },
): Moved | undefined {
  const { db, clock } = administration;
  const { leerling_id: leerlingId } = proposal;
  const { gegevens, version } = readLeerling(db, leerlingId);
  if (person.numberDiffers && !confirmed) throw new LasError('proposal-number-differs');
  const { burgerservicenummer, onderwijsnummer, geboortedatum, geslacht } = told;
  if (isPgnTaken(db, { burgerservicenummer, onderwijsnummer }, leerlingId)) throw new LasError('proposal-number-taken');
  const { moved } = person;
  asOneChange(administration, leerlingId, () => {
    const contact = readContact(db, leerlingId);
    const since = moved?.begindatum;
    // A date that does not fit the former addresses kept here: then only the log of changes has the one before.
    const keepsFormer = since !== undefined && moveProblem(contact.formerAdres, since, today(clock)) === undefined;
    const after = keepsFormer ? afterMove(administration, contact, gegevens, since) : undefined;
    writeLeerling(administration, { ...gegevens, ...person.taken }, leerlingId, version, after);
    return { leerlingId };
  });
  const pgn = burgerservicenummer ? { burgerservicenummer } : onderwijsnummer ? { onderwijsnummer } : {};
  renewStands(administration, leerlingId, { ...pgn, geboortedatum, geslacht });
  refreshLeerling(db, clock, leerlingId);
  if (!moved) return undefined;
  const { begindatum } = moved;
  return { leerlingId, from: adresOf(gegevens), address: adresOf(moved.adres), ...(begindatum ? { begindatum } : {}) };
}

/** What a message tells of its person; `geheim`: that the address is secret. */
interface Reading {
  told: Told;
  geheim?: boolean;
}

/** A kind of proposal that tells how a person is at BRON. `read`: what its message (JSON) tells. */
export function personKind(read: (content: string) => Reading): Required<Pick<ProposalKind, 'view' | 'apply'>> {
  const beside = ({ db }: Administration, { leerling_id: leerlingId, content }: StoredProposal) => {
    const { told, ...options } = read(content);
    return { told, person: toldPerson(readLeerling(db, leerlingId).gegevens, told, options) };
  };
  return {
    view(administration, proposal) {
      const { told, person } = beside(administration, proposal);
      const { changes, notes, numberDiffers } = person;
      return {
        changes: [...changes, ...notes],
        situations: [],
        applicable: changes.length > 0,
        confirm: numberDiffers,
        ...followUpOf(administration, proposal.leerling_id, told),
      };
    },
    apply: (administration, proposal, { confirmed }) =>
      takePerson(administration, proposal, { ...beside(administration, proposal), confirmed }),
  };
}
