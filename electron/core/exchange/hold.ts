import type { Clock } from '../../../shared/domain/clock.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { Connection } from '../database/database.ts';
import { refreshInschrijving } from './state.ts';
import { readSetting, writeSetting } from '../school/settings.ts';

const HOLD = 'exchange.hold';

/** Sending stands still since a restore. */
export interface Hold {
  restoredAt: string;
  /** The day of the backup, `yyyy-mm-dd`. */
  backupDay: string;
}

/** The hold in force; undefined when sending is free. */
export const readHold = (db: Connection): Hold | undefined => readSetting<Hold>(db, HOLD);

/**
 * Holds sending after a restore: what BRON confirmed after the backup will not come again, so that it is not known here what BRON has.
 * Drafts that never left are dropped: since the backup they may have gone out. Call it in the transaction that makes the copy ready.
 */
export function holdSending(db: Connection, clock: Clock, backupDay: string): void {
  const drafts = db
    .prepare<[], { inschrijving_id: number | null }>(
      "UPDATE bericht SET state = 'vervallen' WHERE state IN ('opgesteld', 'tegengehouden') RETURNING inschrijving_id",
    )
    .all();
  for (const { inschrijving_id: id } of drafts) if (id !== null) refreshInschrijving(db, clock, id);
  // A backup that was made while sending was held knows no more than the one that was restored before it.
  const earlier = readHold(db)?.backupDay ?? backupDay;
  const hold: Hold = {
    restoredAt: clock.now().toISOString(),
    backupDay: earlier < backupDay ? earlier : backupDay,
  };
  writeSetting(db, HOLD, hold);
}

/** @throws LasError sending-held */
export function refuseWhileHeld(db: Connection): void {
  if (readHold(db)) throw new LasError('sending-held');
}
