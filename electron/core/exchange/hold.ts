import type { Clock } from '../../../shared/domain/clock.ts';
import { LasError } from '../../../shared/api/errors.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { everLeftSql, refusedSql } from './known.ts';
import { readSetting, writeSetting } from '../school/settings.ts';

const HOLD = 'exchange.hold';

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
export const lastBefore = (db: Connection, instant: string | undefined): number =>
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
 * Whether BRON had an inschrijving before the restore, or may have had it, in SQL: an overview told of it, or a melding left that it did
 * not refuse. `:gone` and `:lastBericht` are those of the hold.
 */
export const hadSql = (inschrijvingId: string): string =>
  `(${inschrijvingId} IN (SELECT value FROM json_each(:gone)) OR EXISTS (SELECT 1 FROM bericht
     WHERE inschrijving_id = ${inschrijvingId} AND nr = 3 AND id <= :lastBericht AND ${everLeftSql} AND NOT ${refusedSql}))`;

/** What `hadSql` asks of a hold. */
export const hadParameters = ({ gone = [], lastBericht }: Hold): { gone: string; lastBericht: number } => ({
  gone: JSON.stringify(gone),
  lastBericht,
});

/**
 * Of what is in no overview since the restore it is not known yet whether BRON has it, ended: what would undo it, or make another of it,
 * waits. @throws LasError held-unknown
 */
export function refuseWhileUnknown(db: Connection, inschrijvingIds: readonly number[]): void {
  const hold = readHold(db);
  if (!hold) return;
  const unknown = db.prepare<[Record<string, string | number>]>(
    `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM bron_stand WHERE inschrijving_id = :id) AND ${hadSql(':id')}`,
  );
  if (inschrijvingIds.some((id) => unknown.get({ id, ...hadParameters(hold) }))) throw new LasError('held-unknown');
}

/** @throws LasError sending-held */
export function refuseWhileHeld(db: Connection): void {
  if (readHold(db)) throw new LasError('sending-held');
}

/** The numbers of the messages that may leave: while sending is held only the verzoek registratieoverzicht. */
export const sendable = (db: Connection): readonly number[] => (readHold(db) ? [5] : [1, 2, 3, 4, 5]);
