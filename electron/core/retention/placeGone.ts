import { existsSync } from 'node:fs';
import type { Input } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';

/**
 * Ticks a second place off in which backups with destroyed gegevens stood, and which does not come back: what became of it stands in the
 * log and in the protocol. Errors: `not-found` when nothing waits for it, `place-is-there` when it can be reached.
 */
export function tickOffPlace(administration: Administration, { folder, as }: Input<'retention.placeGone'>): void {
  const { db, clock, caller } = administration;
  if (existsSync(folder)) throw new LasError('place-is-there', { place: folder });
  db.transaction(() => {
    const { changes } = db
      .prepare(
        `UPDATE destruction_place SET gone_as = ?, gone_at = ?, gone_by = ?
         WHERE place = 'second' AND folder = ? AND done_at IS NULL AND gone_as IS NULL`,
      )
      .run(as, clock.now().toISOString(), caller.userId, folder);
    if (changes === 0) throw new LasError('not-found');
    noteEvent(administration, { entity: 'destruction' }, as === 'destroyed' ? 'placeDestroyed' : 'placeLost', folder);
  }).immediate();
}
