import { existsSync } from 'node:fs';
import type { Destruction } from '../../../shared/api/retention.ts';
import type { PlacePaths } from '../backup/places.ts';
import type { Administration } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { destroyRecord } from '../database/destroy.ts';

/** What is destroyed as one. */
interface Doomed {
  entity: 'leerling' | 'inschrijving';
  id: number;
  /** The year of the uitschrijving, of a pupil who left. */
  leftIn?: number;
}

/** The folders in which backups stand, or stood before another second place was chosen. */
function foldersOf(db: Connection, places: PlacePaths): { place: string; folder: string }[] {
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

/** Lists a place in which bytes can still be; one that was ticked off as gone for good, and is, stays ticked off. */
function notePlace(db: Connection, destruction: number | bigint, { place, folder }: { place: string; folder: string }) {
  db.prepare(
    `INSERT INTO destruction_place (destruction_id, place, folder, gone_as, gone_at, gone_by)
     SELECT :destruction, :place, :folder, gone_as, gone_at, gone_by FROM (SELECT NULL)
       LEFT JOIN (SELECT gone_as, gone_at, gone_by FROM destruction_place
         WHERE :gone AND folder = :folder AND gone_as IS NOT NULL AND done_at IS NULL LIMIT 1)`,
  ).run({ destruction, place, folder, gone: place === 'second' && !existsSync(folder) ? 1 : 0 });
}

/**
 * Destroys records with everything about them, and notes in the protocol which they were by number, and where their bytes still are.
 * `sweep` clears those away. Call it inside a transaction.
 */
export function destroyAndNote(
  { db, clock, caller }: Administration,
  places: PlacePaths,
  reason: Destruction['reason'],
  records: readonly Doomed[],
): void {
  const at = clock.now().toISOString();
  const { lastInsertRowid: destruction } = db
    .prepare('INSERT INTO destruction (decided_at, user_id, reason) VALUES (?, ?, ?)')
    .run(at, caller.userId, reason);
  for (const place of foldersOf(db, places)) notePlace(db, destruction, place);
  for (const { entity, id, leftIn } of records) {
    db.prepare(
      `INSERT INTO destruction_record (destruction_id, entity, record_id, left_in, first_seq)
       VALUES (:destruction, :entity, :id, :leftIn, (SELECT min(seq) FROM change_log WHERE entity = :entity AND entity_id = :id))`,
    ).run({ destruction, entity, id, leftIn: leftIn ?? null });
    destroyRecord(db, entity, id);
    appendChange(db, {
      at,
      userId: caller.userId,
      entity,
      entityId: id,
      changes: [{ field: 'destroyed', old: null, new: 'true' }],
    });
  }
}
