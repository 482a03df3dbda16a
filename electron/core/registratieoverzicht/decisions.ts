import type { OverzichtRow } from '../../../shared/api/registratieoverzicht.ts';
import type { ComparedRow } from '../../../shared/domain/registratieoverzicht/compare.ts';
import { noteEvent } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { hashOf } from '../exchange/content.ts';
import { differencesIn, keyOfRow } from './differencesIn.ts';

interface DecisionRow {
  inschrijving_id: number | null;
  unmatched_id: number | null;
  content_hash: string;
  reason: string;
  name: string | null;
  at: string;
}

/** Why a row was let stand. */
type Left = NonNullable<OverzichtRow['left']>;

const hashOfRow = (row: ComparedRow): string => hashOf([row.group, differencesIn(row)]);

/** Tells of a row why it was let stand; of one that is not the same any more, nothing. */
export function leftRows(db: Connection): (row: ComparedRow) => Left | undefined {
  const decisions = db
    .prepare<[], DecisionRow>(
      `SELECT d.inschrijving_id, d.unmatched_id, d.content_hash, d.reason, a.name, d.at
       FROM overzicht_decision d LEFT JOIN user_account a ON a.id = d.user_id`,
    )
    .all();
  const byKey = new Map(
    decisions.map((decision) => [
      decision.unmatched_id === null ? `i${String(decision.inschrijving_id)}` : `b${String(decision.unmatched_id)}`,
      decision,
    ]),
  );
  return (row) => {
    const decision = byKey.get(keyOfRow(row));
    if (decision?.content_hash !== hashOfRow(row)) return undefined;
    const { reason, name, at } = decision;
    return { reason, at, ...(name ? { by: name } : {}) };
  };
}

/** Forgets why a row was let stand. Call it inside a transaction. */
export function forgetDecision(db: Connection, { here, bron }: ComparedRow): void {
  db.prepare('DELETE FROM overzicht_decision WHERE inschrijving_id = ? OR unmatched_id = ?').run(
    here?.inschrijvingId ?? null,
    bron?.unmatchedId ?? null,
  );
}

/** Lets a difference stand, or (without a reason) takes that back; who and why is logged. */
export function letStand(administration: Administration, row: ComparedRow, reason: string | undefined): void {
  const { db, clock, caller } = administration;
  const { here, bron } = row;
  db.transaction(() => {
    forgetDecision(db, row);
    if (reason !== undefined)
      db.prepare(
        'INSERT INTO overzicht_decision (inschrijving_id, unmatched_id, content_hash, reason, user_id, at) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(
        bron?.unmatchedId === undefined ? (here?.inschrijvingId ?? null) : null,
        bron?.unmatchedId ?? null,
        hashOfRow(row),
        reason,
        caller.userId,
        clock.now().toISOString(),
      );
    const about = here ? { entity: 'inschrijving', entityId: here.inschrijvingId } : { entity: 'registratieoverzicht' };
    noteEvent(administration, about, 'leftStanding', reason ?? 'nee');
  }).immediate();
}
