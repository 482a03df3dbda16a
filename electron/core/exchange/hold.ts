import { dateInNetherlands, today, type Clock } from '../../../shared/domain/clock.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { Administration } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { refreshInschrijving } from './state.ts';
import { readSetting, writeSetting } from '../school/settings.ts';

const HOLD = 'exchange.hold';

/** Sending stands still since a backup was restored, or a JSON export imported. */
export interface Hold {
  restoredAt: string;
  /** The day of the backup or export, `yyyy-mm-dd`. */
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
  logHold(db, clock, null, null, hold);
}

function logHold(db: Connection, clock: Clock, userId: string | null, from: Hold | null, to: Hold | null): void {
  const text = (hold: Hold | null) => hold && JSON.stringify(hold);
  const changes = [{ field: HOLD, old: text(from), new: text(to) }];
  appendChange(db, { at: clock.now().toISOString(), userId, entity: 'setting', entityId: null, changes });
}

/** @throws LasError sending-held */
export function refuseWhileHeld(db: Connection): void {
  if (readHold(db)) throw new LasError('sending-held');
}

/** The numbers of the messages that may leave: while sending is held only the verzoek registratieoverzicht. */
export const sendable = (db: Connection): readonly number[] => (readHold(db) ? [5] : [3, 5]);

/** The days of which it must still be learnt what BRON has: that of the backup, and today when
 * nothing was learnt since the restore. Empty when sending is free. */
export function daysToKnow({ db, clock }: Pick<Administration, 'db' | 'clock'>): string[] {
  const hold = readHold(db);
  if (!hold) return [];
  const restoredOn = dateInNetherlands(new Date(hold.restoredAt));
  const received = db
    .prepare<[string], { peildatum: string }>(
      `SELECT r.peildatum FROM registratieoverzicht r JOIN bericht b ON b.id = r.bericht_id
       WHERE r.received_at IS NOT NULL AND b.created_at >= ?`,
    )
    .all(hold.restoredAt)
    .map(({ peildatum }) => peildatum);
  const days = new Set<string>();
  if (!received.includes(hold.backupDay)) days.add(hold.backupDay);
  if (!received.some((day) => day >= restoredOn)) days.add(today(clock));
  return [...days];
}

/**
 * Frees sending once it is known what BRON has. Messages from before the restore that are still under way lapse: their terugkoppeling
 * may have come to the administration that was lost, and what came of them is known now. Call it inside a transaction.
 */
export function endHoldWhenKnown({ db, clock, caller }: Administration): void {
  const hold = readHold(db);
  if (!hold || daysToKnow({ db, clock }).length > 0) return;
  const lapsed = db
    .prepare<[string], { inschrijving_id: number | null }>(
      `UPDATE bericht SET state = 'vervallen', next_attempt_at = NULL
       WHERE state IN ('verzonden', 'onzeker', 'in behandeling') AND created_at < ? RETURNING inschrijving_id`,
    )
    .all(hold.restoredAt);
  for (const { inschrijving_id: id } of lapsed) if (id !== null) refreshInschrijving(db, clock, id);
  writeSetting(db, HOLD, undefined);
  logHold(db, clock, caller.userId, hold, null);
}
