import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { today } from '../../../shared/domain/clock.ts';
import type { Administration } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import { listDestroyable } from './proposed.ts';

/**
 * Keeps pupils of whom the retention period is over on purpose, up to and including a day; without a day: not any longer. Errors:
 * `keep-until-past`, `keep-not-proposed`.
 */
export function keepLeavers(
  { db, clock, caller }: Administration,
  { leerlingIds, until }: Parsed<'retention.keep'>,
): void {
  if (until !== undefined && until <= today(clock)) throw new LasError('keep-until-past');
  const ids = [...new Set(leerlingIds)];
  const at = clock.now().toISOString();
  const put = db.prepare(
    `INSERT INTO retention_keep (leerling_id, keep_until) VALUES (?, ?)
     ON CONFLICT (leerling_id) DO UPDATE SET keep_until = excluded.keep_until`,
  );
  const take = db.prepare('DELETE FROM retention_keep WHERE leerling_id = ?');
  db.transaction(() => {
    const { rows } = listDestroyable(db, clock, { offset: 0, limit: ids.length, only: ids });
    if (rows.length !== ids.length) throw new LasError('keep-not-proposed');
    for (const { leerlingId, keptUntil = null } of rows) {
      const next = until ?? null;
      if (keptUntil === next) continue;
      if (until === undefined) take.run(leerlingId);
      else put.run(leerlingId, until);
      appendChange(db, {
        at,
        userId: caller.userId,
        entity: 'leerling',
        entityId: leerlingId,
        changes: [{ field: 'keptUntil', old: keptUntil, new: next }],
      });
    }
  }).immediate();
}
