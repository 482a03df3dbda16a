import { LasError } from '../../../shared/api/errors.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';

/** Says of a row of a vergelijkingsoverzicht that it is meant to be so, or takes that back; it is logged. @throws LasError not-found */
export function markRow(
  administration: Administration,
  { id, conscious, note }: { id: number; conscious: boolean; note?: string | undefined },
): void {
  const { db, clock, caller } = administration;
  db.transaction(() => {
    const { changes } = db
      .prepare('UPDATE vergelijkingsoverzicht_row SET conscious = ?, note = ?, user_id = ?, marked_at = ? WHERE id = ?')
      .run(conscious ? 1 : 0, (conscious && note) || null, caller.userId, clock.now().toISOString(), id);
    if (changes === 0) throw new LasError('not-found');
    const value = conscious ? (note ?? 'ja') : 'nee';
    noteEvent(administration, { entity: 'vergelijkingsoverzicht_row', entityId: id }, 'conscious', value);
  }).immediate();
}
