import type { MeldingContent } from '../../../shared/pve/berichten/content.ts';
import { inschrijvingIn, type FoundInschrijving } from '../../../shared/pve/berichten/kinds.ts';
import type { Message } from '../../../shared/pve/berichten/messages.ts';
import type { Ernst, Place } from '../../../shared/pve/controles/types.ts';
import type { Connection } from '../database/database.ts';
import { fold } from '../leerlingen/search.ts';
import { hashOf } from './content.ts';
import { bronValueAt, lasValueAt, nameOfVoorkomen, voorkomensOf } from './place.ts';

/** A signaal as BRON gave it, with the gegeven that we found it to be about. */
export interface Received {
  code: string;
  ernst: Ernst;
  omschrijving: string;
  place: Place | undefined;
  /** What was delivered. */
  content: MeldingContent;
  /** What BRON has registered, in the order of the delivered content; nothing of an afkeuring. */
  stand: Message<10> | undefined;
}

/** The two values that a signaal compares. */
export const valuesOf = ({ code, place, content, stand }: Received) => ({
  lasValue: place && lasValueAt(content, place),
  bronValue: place && stand && bronValueAt(stand, code, place),
});

/** What a signaal without a gegeven compares: the whole group, when that is one below the inschrijving. */
const groupIn = (found: FoundInschrijving | undefined, place: Place | undefined) =>
  found && place && !place.element ? voorkomensOf(found, place.gegevensgroep) : undefined;

/**
 * What BRON says with a signaal about an inschrijving, as a text that is the same exactly when it says the same again: ernst, code and
 * words, the gegeven, the dates of its voorkomen, and both values. In which bericht, and where in its list the voorkomen stands, makes
 * no difference; nor do capitals and spaces in the words. See "What was decided" in docs/koppelvlak.md.
 */
export function saidBy(received: Received): string {
  const { code, ernst, omschrijving, place, content, stand } = received;
  const { lasValue, bronValue } = valuesOf(received);
  const delivered = inschrijvingIn(content);
  const registered = stand && inschrijvingIn(stand);
  return hashOf([
    [ernst, code, fold(omschrijving)],
    place ? [place.gegevensgroep, place.element ?? '', (delivered && nameOfVoorkomen(delivered, place)) ?? ''] : [],
    [lasValue ?? null, bronValue ?? null],
    [groupIn(delivered, place) ?? null, groupIn(registered, place) ?? null],
  ]);
}

/** A decision that still holds: a person ticked the signaal off and nobody opened it again. */
export interface Decision {
  note: string | null;
  decided_by: string;
  decided_at: string;
}

interface Earlier extends Partial<Decision> {
  terugkoppeling_id: number | null;
  reopened_at: string | null;
}

/**
 * What was decided when BRON last said this. When it said so more than once in one terugkoppeling, nobody can tell which was which:
 * then all of them must have been ticked off.
 */
export function decisionOn(
  db: Connection,
  inschrijvingId: number,
  said: string,
  before: { terugkoppelingId: number },
): Decision | undefined {
  const earlier = db
    .prepare<[number, string, number], Earlier>(
      `SELECT terugkoppeling_id, note, decided_by, decided_at, reopened_at FROM signaal
       WHERE inschrijving_id = ? AND said = ? AND terugkoppeling_id < ? ORDER BY id DESC`,
    )
    .all(inschrijvingId, said, before.terugkoppelingId);
  const last = earlier.filter(({ terugkoppeling_id: id }) => id === earlier[0]?.terugkoppeling_id);
  const [{ note = null, decided_by: by, decided_at: at } = {}] = last;
  const allDecided = last.every(({ decided_at: decided, reopened_at: reopened }) => decided && !reopened);
  return allDecided && by && at ? { note, decided_by: by, decided_at: at } : undefined;
}
