import { dateInNetherlands, today } from '../../../shared/domain/clock.ts';
import type { Administration } from '../context.ts';
import { readHold, writeHold, type Hold } from './hold.ts';
import { giveUpSql } from './known.ts';
import { canBeAsked, wholeSql } from './selection.ts';
import { refreshInschrijving } from './state.ts';

/** What BRON is asked about: a day (yyyy-mm-dd), of all pupils, of a vestiging or of these pupils. */
export interface Question {
  peildatum: string;
  vestigingsvolgnummer?: string;
  leerlingIds?: readonly number[];
}

/** BRON answers about no more pupils in one message (assumed). */
const PUPILS_AT_ONCE = 500;

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

/**
 * Inschrijvingen that BRON may have had before the backup and that are in no overview of everybody since. It has removed them, or
 * registered that they ended before that day: only then it still has them on their first day. Of whom BRON refuses to tell, or who
 * cannot be asked about, nothing is learnt. One whose sleutelgegevens are filled wrongly has BRON refuse all whom a verzoek names
 * (PvE 4.2.7): these are then asked about one by one.
 */
function pupilsGone({ db, clock }: Pick<Administration, 'db' | 'clock'>, { lastBericht }: Hold): Question[] {
  const rows = db
    .prepare<[Record<string, string | number>], { leerling_id: number; day: string; refused: number }>(
      `SELECT DISTINCT i.leerling_id, i.datum_inschrijving AS day,
         EXISTS (SELECT 1 FROM registratieoverzicht_leerling n JOIN registratieoverzicht r ON r.bericht_id = n.bericht_id
           JOIN bericht v ON v.id = r.bericht_id
           WHERE n.leerling_id = i.leerling_id AND r.peildatum = i.datum_inschrijving AND v.id > :lastBericht
             AND v.state = 'afgekeurd') AS refused
       FROM inschrijving i
       WHERE i.datum_inschrijving < :today
         AND NOT EXISTS (SELECT 1 FROM bron_stand s WHERE s.inschrijving_id = i.id)
         AND EXISTS (SELECT 1 FROM bericht b
           WHERE b.inschrijving_id = i.id AND b.nr = 3 AND b.id <= :lastBericht
             AND b.state IN ('verzonden', 'onzeker', 'in behandeling', 'geregistreerd', 'geregistreerd met signaal'))
         AND NOT EXISTS (SELECT 1 FROM registratieoverzicht r JOIN bericht v ON v.id = r.bericht_id
           WHERE r.peildatum = i.datum_inschrijving AND v.id > :lastBericht
             AND (r.received_at IS NOT NULL OR (v.state = 'afgekeurd' AND r.leerlingen = 1))
             AND (${wholeSql} OR EXISTS (SELECT 1 FROM registratieoverzicht_leerling n
               WHERE n.bericht_id = v.id AND n.leerling_id = i.leerling_id)))
       ORDER BY day, i.leerling_id`,
    )
    .all({ today: today(clock), lastBericht })
    .filter(({ leerling_id: id }) => canBeAsked(db, id));
  const bySize = Map.groupBy(rows, ({ refused }) => (refused ? 1 : PUPILS_AT_ONCE));
  return [...bySize].flatMap(([size, ofSize]) =>
    [...Map.groupBy(ofSize, ({ day }) => day)].flatMap(([peildatum, list]) => {
      const ids = list.map(({ leerling_id: id }) => id);
      const parts = Math.ceil(ids.length / size);
      return Array.from({ length: parts }, (_, part) => ({
        peildatum,
        leerlingIds: ids.slice(part * size, (part + 1) * size),
      }));
    }),
  );
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
}
