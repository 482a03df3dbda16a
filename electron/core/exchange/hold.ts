import type { Clock } from '../../../shared/domain/clock.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { HOLD, lapseDraftSql } from './known.ts';
import { refreshInschrijving } from './state.ts';
import { readSetting, writeSetting } from '../school/settings.ts';

/** Sending stands still since a backup was restored, or a JSON export imported. */
export interface Hold {
  restoredAt: string;
  /** The day of the backup or export, `yyyy-mm-dd`. */
  backupDay: string;
  /** Number of the last message from before; a clock that is set back says nothing about what came later. */
  lastBericht: number;
  /** Inschrijvingen that BRON had at the restore, as an overview said, and that an overview since leaves out. */
  gone?: readonly number[];
}

/** Number of the last message, or of the last one made before an instant. */
const lastBefore = (db: Connection, instant: string | undefined): number =>
  db
    .prepare<[string | null], { id: number }>(
      "SELECT coalesce(max(id), 0) AS id FROM bericht WHERE created_at < coalesce(?, '9999')",
    )
    .get(instant ?? null)?.id ?? 0;

/** Puts this hold in force; undefined frees sending. Call it inside a transaction. */
export function writeHold(db: Connection, clock: Clock, userId: string | null, to: Hold | undefined): void {
  const from = readHold(db);
  writeSetting(db, HOLD, to);
  const text = (hold: Hold | undefined) => (hold ? JSON.stringify(hold) : null);
  const changes = [{ field: HOLD, old: text(from), new: text(to) }];
  appendChange(db, { at: clock.now().toISOString(), userId, entity: 'setting', entityId: null, changes });
}

/** The hold in force; undefined when sending is free. */
export function readHold(db: Connection): Hold | undefined {
  // One of an earlier version of the program does not tell the last message.
  const kept = readSetting<Omit<Hold, 'lastBericht'> & { lastBericht?: number }>(db, HOLD);
  return kept && { ...kept, lastBericht: kept.lastBericht ?? lastBefore(db, kept.restoredAt) };
}

/** Notes that BRON has these inschrijvingen no longer: it may tell apart what became of them. Call it in the transaction that learns it. */
export function noteGone(db: Connection, inschrijvingIds: readonly number[]): void {
  const hold = readHold(db);
  if (hold && inschrijvingIds.length > 0)
    writeSetting(db, HOLD, { ...hold, gone: [...new Set([...(hold.gone ?? []), ...inschrijvingIds])] });
}

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

/** @throws LasError sending-held */
export function refuseWhileHeld(db: Connection): void {
  if (readHold(db)) throw new LasError('sending-held');
}

/** The numbers of the messages that may leave: while sending is held only the verzoek registratieoverzicht. */
export const sendable = (db: Connection): readonly number[] => (readHold(db) ? [5] : [1, 2, 3, 4, 5]);
