import { LasError } from '../../../shared/api/errors.ts';
import type { Output } from '../../../shared/api/contract.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Administration } from '../context.ts';
import { deadlineOf } from '../exchange/deadline.ts';
import { refuseWhileUnknown } from '../exchange/hold.ts';
import { mayBeKnown } from '../exchange/known.ts';
import { refreshInschrijving } from '../exchange/state.ts';
import { findingsOfGegevens } from '../exchange/voorcontrole.ts';
import { readInschrijving, readLeerling, writeInschrijving } from './repository.ts';

type Saved = Output<'leerlingen.saveInschrijving'>;

/**
 * BRON knows an inschrijving by its datum inschrijving: once it does, another date needs a verwijdering first (PvE 5.6.3), and so does
 * another kind.
 */
function refuseOtherKey({ db }: Administration, id: number, gegevens: InschrijvingGegevens): void {
  const before = readInschrijving(db, id).gegevens;
  if (before.datumInschrijving !== gegevens.datumInschrijving && mayBeKnown(db, id))
    throw new LasError('inschrijving-known', {}, 'gegevens.datumInschrijving');
  if (before.kind !== gegevens.kind && mayBeKnown(db, id)) throw new LasError('inschrijving-kind-known');
  if (before.datumInschrijving !== gegevens.datumInschrijving || before.kind !== gegevens.kind)
    refuseWhileUnknown(db, [id]);
}

/**
 * Makes or overwrites an inschrijving and computes anew what is derived of it. Call it inside a transaction.
 * @throws LasError inschrijving-known, inschrijving-kind-known, changed-elsewhere, not-found
 */
export function putInschrijving(
  administration: Administration,
  leerlingId: number,
  gegevens: InschrijvingGegevens,
  known: { id: number; version: number | undefined } | undefined,
): { id: number; version: number } {
  if (known) refuseOtherKey(administration, known.id, gegevens);
  const written = writeInschrijving(administration, leerlingId, gegevens, known?.id, known?.version);
  refreshInschrijving(administration.db, administration.clock, written.id);
  return written;
}

/** What a person is told of an inschrijving that was saved: what the voorcontrole finds, and by when BRON must have it. */
export function savedOf({ db, clock }: Administration, saved: { id: number; version: number }): Saved {
  const { leerlingId, gegevens } = readInschrijving(db, saved.id);
  const deliverBy = deadlineOf(db, saved.id);
  return {
    ...saved,
    findings: findingsOfGegevens(db, clock, readLeerling(db, leerlingId).gegevens, gegevens),
    ...(deliverBy ? { deliverBy } : {}),
  };
}
