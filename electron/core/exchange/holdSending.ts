import type { Clock } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';
import { lastBefore, readHold, writeHold } from './hold.ts';
import { lapseDraftSql } from './known.ts';
import { refreshInschrijving } from './state.ts';

/**
 * Holds sending after a restore: what BRON confirmed after the backup will not come again, so that it is not known here what BRON has.
 * Drafts that never left are dropped: since the backup they may have gone out. Call it in the transaction that makes the copy ready.
 */
export function holdSending(db: Connection, clock: Clock, backupDay: string): void {
  const drafts = db
    .prepare<[], { inschrijving_id: number | null }>(
      `UPDATE bericht SET ${lapseDraftSql} WHERE state IN ('opgesteld', 'tegengehouden') RETURNING inschrijving_id`,
    )
    .all();
  for (const { inschrijving_id: id } of drafts) if (id !== null) refreshInschrijving(db, clock, id);
  // A backup that was made while sending was held knows no more than the one that was restored before it.
  const earlier = readHold(db)?.backupDay ?? backupDay;
  writeHold(db, clock, null, {
    restoredAt: clock.now().toISOString(),
    backupDay: earlier < backupDay ? earlier : backupDay,
    lastBericht: lastBefore(db, undefined),
  });
}
