import { LasError } from '../../../shared/api/errors.ts';
import type { Output, Parsed } from '../../../shared/api/contract.ts';
import type { Administration } from '../context.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { afterMove } from './adres.ts';
import { readContact, readLeerling, writeLeerling } from './repository.ts';
import { putInschrijving } from './saving.ts';

type Input = Parsed<'leerlingen.saveCard'>;

/** The place of a failure in the whole input, where it was found in the part at `path`. */
function placing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LasError) || error.failure.field === undefined) throw error;
    throw new LasError({ ...error.failure, field: `${path}.${error.failure.field}` });
  }
}

function saveLeerling(administration: Administration, { id, leerling }: Input): number {
  const { db } = administration;
  if (!leerling) {
    if (id === undefined) throw new LasError('not-found');
    return readLeerling(db, id).id;
  }
  const { persoon, version, contact, movedOn } = leerling;
  const moved =
    movedOn && id !== undefined
      ? afterMove(administration, contact ?? readContact(db, id), readLeerling(db, id).gegevens, movedOn)
      : contact;
  return writeLeerling(administration, persoon, id, version, moved).id;
}

/**
 * Saves what was changed on a card, all or nothing. Call it inside a transaction.
 * @throws LasError not-found, changed-elsewhere, inschrijving-known, adres-ahead, adres-before
 */
export function saveCard(administration: Administration, input: Input): Output<'leerlingen.saveCard'> {
  const { db, clock } = administration;
  const id = saveLeerling(administration, input);
  const inschrijvingen = input.inschrijvingen.map(({ id: known, version, gegevens }, index) =>
    placing(`inschrijvingen.${index}`, () =>
      putInschrijving(administration, id, gegevens, known === undefined ? undefined : { id: known, version }),
    ),
  );
  refreshLeerling(db, clock, id);
  return { id, version: readLeerling(db, id).version, inschrijvingen };
}
