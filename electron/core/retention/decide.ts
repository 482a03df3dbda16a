import { LasError } from '../../../shared/api/errors.ts';
import type { PlacePaths } from '../backup/places.ts';
import type { Administration } from '../context.ts';
import { listDestroyable } from './proposed.ts';
import { destroyAndNote } from './record.ts';

/**
 * Destroys pupils of whom the retention period is over, with everything about them. Errors: `not-destroyable` for one who is not
 * proposed, or who is kept on purpose.
 */
export function destroyLeavers(
  administration: Administration,
  places: PlacePaths,
  leerlingIds: readonly number[],
): void {
  const { db, clock } = administration;
  const ids = [...new Set(leerlingIds)];
  db.transaction(() => {
    const { rows } = listDestroyable(db, clock, { offset: 0, limit: ids.length, only: ids });
    if (rows.length !== ids.length || rows.some(({ underWay, keptUntil }) => underWay || keptUntil !== undefined))
      throw new LasError('not-destroyable');
    const records = rows.map(({ leerlingId, datumUitschrijving }) => ({
      entity: 'leerling' as const,
      id: leerlingId,
      leftIn: Number(datumUitschrijving.slice(0, 4)),
    }));
    destroyAndNote(administration, places, 'retention', records);
  }).immediate();
}
