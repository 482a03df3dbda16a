import { LasError } from '../../../shared/api/errors.ts';
import type { ImportAction, ImportOutcome } from '../../../shared/api/import.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import { PERSOON } from '../../../shared/domain/import/merge.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { deliverFirstInschrijving, refreshLeerling } from '../exchange/state.ts';
import { addMarks } from '../leerlingen/marks.ts';
import { isPgnTaken } from '../leerlingen/pgn.ts';
import {
  leerlingExists,
  readInschrijving,
  readLeerling,
  writeInschrijving,
  writeLeerling,
} from '../leerlingen/repository.ts';
import { hashesNow, snapshotLeerling } from '../leerlingen/snapshot.ts';
import { addNotes } from '../notes/notes.ts';
import { candidateFrom, type Batch } from './batch.ts';
import { assumeContextOf, planOf, type Plan } from './evaluate.ts';
import { writeFacts } from './facts.ts';
import { slices } from './slices.ts';
import type { Following } from './staging.ts';

interface Row {
  number: number;
  content: string;
  action: Exclude<ImportAction, 'overslaan'>;
  match_id: number | null;
  match_version: number | null;
  fictional: string | null;
}

const countOf = (db: Connection, batch: number, action: ImportAction): number =>
  db
    .prepare<[number, string], { n: number }>(
      'SELECT count(*) AS n FROM import_candidate WHERE batch_id = ? AND action = ?',
    )
    .get(batch, action)?.n ?? 0;

/** The leerlingnummer stays out when another pupil has it; the key of the file is kept among its facts. */
function withFreeNumber(db: Connection, persoon: Persoonsgegevens): Persoonsgegevens {
  const { leerlingnummer, ...rest } = persoon;
  if (leerlingnummer === undefined) return persoon;
  return db.prepare('SELECT 1 FROM leerling WHERE leerlingnummer = ?').get(leerlingnummer) ? rest : persoon;
}

function savePlan(
  administration: Administration,
  plan: Plan,
  match: { id: number; version: number } | undefined,
): number {
  const { db, clock } = administration;
  const persoon = match ? plan.persoon : withFreeNumber(db, plan.persoon);
  const unchanged = plan.differences.every(({ gegevensgroep }) => gegevensgroep !== PERSOON);
  const leerlingId =
    match && unchanged ? match.id : writeLeerling(administration, persoon, match?.id, match?.version).id;
  writeFacts(db, leerlingId, plan.facts);
  addNotes(administration, leerlingId, plan.notes);
  if (plan.inschrijving) {
    const { id, gegevens } = plan.inschrijving;
    const version = id === undefined ? undefined : readInschrijving(db, id).version;
    const { id: inschrijvingId } = writeInschrijving(administration, leerlingId, gegevens, id, version);
    addMarks(db, 'aangenomen', { leerlingId, inschrijvingId }, plan.assumed);
    if (!match) {
      deliverFirstInschrijving(administration, inschrijvingId, leerlingId, persoon, gegevens);
      return leerlingId;
    }
  }
  refreshLeerling(db, clock, leerlingId);
  return leerlingId;
}

/**
 * Saves every pupil of the open import in the transaction that is open on `administration.db`, slice by slice. Who would get
 * the PGN of another pupil is skipped and counted.
 * @throws LasError import-outdated when a pupil was changed, or put in the bin, after the preview, import-stopped
 */
export async function applyRows(
  administration: Administration,
  batch: Batch,
  { stopped, progress }: Following,
): Promise<ImportOutcome> {
  const { db } = administration;
  const context = assumeContextOf(administration, batch);
  const overgeslagen = countOf(db, batch.id, 'overslaan');
  const total = countOf(db, batch.id, 'nieuw') + countOf(db, batch.id, 'bijwerken');
  const outcome = { nieuw: 0, bijgewerkt: 0, overgeslagen, onvolledig: 0, aangenomen: 0, numberTaken: 0 };
  const select = db.prepare<[number, number], Row>(
    `SELECT number, content, action, match_id, match_version, fictional FROM import_candidate
     WHERE batch_id = ? AND number > ? AND action <> 'overslaan' ORDER BY number LIMIT 100`,
  );
  const remember = db.prepare(
    `INSERT INTO import_pupil (batch_id, leerling_id, before, after_hash) VALUES (?, ?, ?, ?)
     ON CONFLICT (batch_id, leerling_id) DO UPDATE SET after_hash = excluded.after_hash`,
  );
  const saved = new Map<number, string | null>();
  const save = ({ content, action, match_id, match_version, fictional }: Row): void => {
    const candidate = candidateFrom(content);
    const updated = action === 'bijwerken' && match_id !== null ? match_id : undefined;
    if (updated !== undefined && (!leerlingExists(db, updated) || readLeerling(db, updated).version !== match_version))
      throw new LasError('import-outdated');
    const before = updated === undefined ? undefined : snapshotLeerling(db, updated);
    const plan = planOf(db, candidate, context, updated);
    if (isPgnTaken(db, plan.persoon, updated)) {
      outcome.overgeslagen += 1;
      outcome.numberTaken += 1;
      return;
    }
    const match = updated === undefined ? undefined : { id: updated, version: match_version ?? 0 };
    const leerlingId = savePlan(administration, plan, match);
    if (fictional !== null) {
      const elements = JSON.parse(fictional) as Record<string, string>;
      addMarks(
        db,
        'fictief',
        { leerlingId },
        Object.entries(elements).map(([element, value]) => ({ gegevensgroep: PERSOON, element, value })),
      );
    }
    // Of one whom the file has twice, undoing brings back what was there before the first.
    if (!saved.has(leerlingId)) saved.set(leerlingId, before ? JSON.stringify(before) : null);
    if (updated === undefined) outcome.nieuw += 1;
    else outcome.bijgewerkt += 1;
    if (plan.lacking.length > 0) outcome.onvolledig += 1;
    outcome.aangenomen += plan.assumed.length;
  };
  const next = slices(stopped, () => progress('saving', outcome.nieuw + outcome.bijgewerkt, total));
  for (let last = 0; ;) {
    const rows = select.all(batch.id, last);
    if (rows.length === 0) break;
    for (const row of rows) {
      save(row);
      last = row.number;
      await next();
    }
    for (const [id, hash] of hashesNow(db, [...saved.keys()])) remember.run(batch.id, id, saved.get(id) ?? null, hash);
    saved.clear();
  }
  return outcome;
}

/** Closes the open import as applied. Call it in the transaction of `applyRows`. */
export function closeBatch({ db, clock, caller }: Administration, batch: Batch, outcome: ImportOutcome): void {
  db.prepare(
    `UPDATE import_batch SET state = 'applied', outcome = ?, applied_at = ?, user_id = ?,
       last_bericht = (SELECT coalesce(max(id), 0) FROM bericht) WHERE id = ?`,
  ).run(JSON.stringify(outcome), clock.now().toISOString(), caller.userId, batch.id);
  db.prepare('DELETE FROM import_candidate WHERE batch_id = ?').run(batch.id);
}
