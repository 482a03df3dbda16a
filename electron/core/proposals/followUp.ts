import { toldLeaving } from '../../../shared/domain/proposals/leaving.ts';
import type { Told } from '../../../shared/domain/proposals/person.ts';
import type { Administration } from '../context.ts';
import { inschrijvingIds, readInschrijving } from '../leerlingen/repository.ts';
import type { About } from './kinds.ts';

/** The running inschrijving of a pupil that what the BRP tells gives a reason to end; nothing when none runs any more. */
export function followUpOf({ db }: Administration, leerlingId: number, told: Told): Pick<About, 'followUp'> {
  const leaving = toldLeaving(told);
  if (!leaving) return {};
  const inschrijvingId = inschrijvingIds(db, leerlingId).findLast(
    (id) => readInschrijving(db, id).gegevens.datumUitschrijving === undefined,
  );
  return inschrijvingId === undefined ? {} : { followUp: { inschrijvingId, ...leaving } };
}
