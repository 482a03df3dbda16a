import { LasError } from '../../../shared/api/errors.ts';
import type { PlacePaths } from '../backup/places.ts';
import type { Administration } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import { destroyRecord } from '../database/destroy.ts';
import { listDestroyable } from './proposed.ts';

/** The folders in which backups stand, or stood before another second place was chosen. */
function foldersOf({ db }: Administration, places: PlacePaths): { place: string; folder: string }[] {
  const former = db
    .prepare<[], string>(
      `SELECT DISTINCT v.old_value FROM change_log l JOIN change_value v USING (seq)
       WHERE l.entity = 'setting' AND l.field = 'backup.secondPlace' AND v.old_value IS NOT NULL`,
    )
    .pluck()
    .all();
  const second = new Set([...(places.second === undefined ? [] : [places.second]), ...former]);
  return [
    { place: 'database', folder: '' },
    { place: 'first', folder: places.first },
    ...Array.from(second, (folder) => ({ place: 'second', folder })),
  ];
}

/**
 * Destroys pupils of whom the retention period is over, with everything about them, and notes in the protocol which they were by record
 * number, and where their bytes still are. `sweep` clears those away. Errors: `not-destroyable` for one who is not proposed.
 */
export function destroyLeavers(
  administration: Administration,
  places: PlacePaths,
  leerlingIds: readonly number[],
): void {
  const { db, clock, caller } = administration;
  const ids = [...new Set(leerlingIds)];
  db.transaction(() => {
    const { rows } = listDestroyable(db, clock, { offset: 0, limit: ids.length, only: ids });
    if (rows.length !== ids.length || rows.some(({ underWay }) => underWay)) throw new LasError('not-destroyable');
    const at = clock.now().toISOString();
    const { lastInsertRowid: destruction } = db
      .prepare('INSERT INTO destruction (decided_at, user_id) VALUES (?, ?)')
      .run(at, caller.userId);
    for (const { place, folder } of foldersOf(administration, places))
      db.prepare('INSERT INTO destruction_place (destruction_id, place, folder) VALUES (?, ?, ?)').run(
        destruction,
        place,
        folder,
      );
    for (const { leerlingId, datumUitschrijving } of rows) {
      db.prepare(
        `INSERT INTO destruction_record (destruction_id, leerling_id, left_in, first_seq)
         VALUES (?, ?, ?, (SELECT min(seq) FROM change_log WHERE entity = 'leerling' AND entity_id = ?))`,
      ).run(destruction, leerlingId, Number(datumUitschrijving.slice(0, 4)), leerlingId);
      destroyRecord(db, 'leerling', leerlingId);
      appendChange(db, {
        at,
        userId: caller.userId,
        entity: 'leerling',
        entityId: leerlingId,
        changes: [{ field: 'destroyed', old: null, new: 'true' }],
      });
    }
  }).immediate();
}
