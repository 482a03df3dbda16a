import { dateInNetherlands, today } from '../../../shared/domain/clock.ts';
import type { Administration } from '../context.ts';
import { compareFirst } from './compareFirst.ts';
import { pupilsGone, type Question } from './gone.ts';
import { readHold, writeHold, type Hold } from './hold.ts';
import { giveUpSql } from './known.ts';
import { wholeSql } from './selection.ts';
import { refreshInschrijving } from './state.ts';

/** The day of the backup, and today when nothing was learnt since the restore. */
function daysOfAll({ db, clock }: Pick<Administration, 'db' | 'clock'>, hold: Hold): string[] {
  const received = db
    .prepare<[number], { peildatum: string; created_at: string }>(
      `SELECT r.peildatum, b.created_at FROM registratieoverzicht r JOIN bericht b ON b.id = r.bericht_id
       WHERE r.received_at IS NOT NULL AND b.id > ? AND ${wholeSql}`,
    )
    .all(hold.lastBericht);
  const days = new Set<string>();
  if (!received.some(({ peildatum }) => peildatum === hold.backupDay)) days.add(hold.backupDay);
  const ofItsDay = ({ peildatum, created_at: at }: (typeof received)[number]) =>
    peildatum >= dateInNetherlands(new Date(at));
  if (!received.some(ofItsDay)) days.add(today(clock));
  return [...days];
}

/** What must still be learnt of BRON before sending goes on. Empty when sending is free. */
export function questionsToKnow(administration: Pick<Administration, 'db' | 'clock'>): Question[] {
  const hold = readHold(administration.db);
  if (!hold) return [];
  const days = daysOfAll(administration, hold);
  // Before that is told, it is not known who is gone.
  return days.length > 0 ? days.map((peildatum) => ({ peildatum })) : pupilsGone(administration, hold);
}

/**
 * Frees sending once it is known what BRON has. Messages from before the restore that are still under way lapse: their terugkoppeling
 * may have come to the administration that was lost, and what came of them is known now. Call it inside a transaction.
 */
export function endHoldWhenKnown({ db, clock, caller }: Administration): void {
  const hold = readHold(db);
  if (!hold || questionsToKnow({ db, clock }).length > 0) return;
  const lapsed = db
    .prepare<[number], { inschrijving_id: number | null }>(
      `UPDATE bericht SET ${giveUpSql}
       WHERE state IN ('verzonden', 'onzeker', 'in behandeling') AND id <= ? RETURNING inschrijving_id`,
    )
    .all(hold.lastBericht);
  for (const { inschrijving_id: id } of lapsed) if (id !== null) refreshInschrijving(db, clock, id);
  writeHold(db, clock, caller.userId, undefined);
  compareFirst(db, hold);
}
