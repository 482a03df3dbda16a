import { LasError } from '../../../shared/api/errors.ts';
import type { FormerImport, UndoResult } from '../../../shared/api/import.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { appendChange } from '../database/changeLog.ts';
import { everLeftSql, refusedSql } from '../exchange/known.ts';
import { refreshLeerling } from '../exchange/state.ts';
import { leerlingExists, readLeerling } from '../leerlingen/repository.ts';
import { displayName } from '../leerlingen/search.ts';
import { hashOfSnapshot, restoreLeerling, snapshotLeerling, type LeerlingSnapshot } from '../leerlingen/snapshot.ts';
import { appliedBatches, readBatch, type Batch } from './batch.ts';
import { slices } from './slices.ts';
import type { Following } from './staging.ts';

/** How many pupils a result names; the rest is counted. */
const NAMED = 100;

/** An applied import as the screen lists it. */
export function describeImport(db: Connection, batch: Batch): FormerImport {
  const { id, fileName, header, appliedAt = '', outcome, undoneAt, userId } = batch;
  const user = userId
    ? db.prepare<[string], { name: string }>('SELECT name FROM user_account WHERE id = ?').get(userId)
    : undefined;
  return {
    id,
    fileName,
    source: header.source,
    appliedAt,
    outcome: outcome ?? { nieuw: 0, bijgewerkt: 0, overgeslagen: 0, onvolledig: 0, aangenomen: 0 },
    ...(user ? { userName: user.name } : {}),
    ...(undoneAt ? { undoneAt } : {}),
  };
}

/** The imports that were applied, newest first. */
export const listImports = (db: Connection): FormerImport[] =>
  appliedBatches(db).map((batch) => describeImport(db, batch));

interface Pupil {
  leerling_id: number;
  before: string | null;
  after_hash: string;
}

const named = (db: Connection, id: number) => ({ id, naam: displayName(readLeerling(db, id).gegevens) });

interface Sent {
  id: number;
  is_new: number;
  at_bron: number;
}

/** Pupils of an import of whom a melding was sent since, and whether BRON has, or may have, their inschrijving. */
const sentSince = (db: Connection, { id, lastBericht }: Batch): Sent[] =>
  db
    .prepare<[number, number], Sent>(
      `SELECT p.leerling_id AS id, p.before IS NULL AS is_new,
         max(NOT ${refusedSql}) AS at_bron
       FROM import_pupil p JOIN inschrijving i ON i.leerling_id = p.leerling_id JOIN bericht b ON b.inschrijving_id = i.id
       WHERE p.batch_id = ? AND b.id > ? AND ${everLeftSql}
       GROUP BY p.leerling_id ORDER BY p.leerling_id`,
    )
    .all(id, lastBericht);

/** Bericht 4 takes away what the import brought to BRON, bericht 3 gives what was there before. */
const followsFor = ({ is_new, at_bron }: Sent): { nr?: 3 | 4 } => (at_bron === 0 ? {} : { nr: is_new === 1 ? 4 : 3 });

/** Whether an import can be undone as it is; what to tell when it cannot. @throws LasError not-found, import-undone */
export async function whyNotUndo(
  { db }: Administration,
  id: number,
  alsoChanged: boolean,
  { stopped }: Following,
): Promise<UndoResult | undefined> {
  const batch = readBatch(db, id);
  if (batch.state === 'undone') throw new LasError('import-undone');
  const sent = sentSince(db, batch);
  if (sent.length > 0) {
    const messages = sent.slice(0, NAMED).map((pupil) => ({ ...named(db, pupil.id), ...followsFor(pupil) }));
    return { result: 'proposal', messages, total: sent.length };
  }
  if (alsoChanged) return undefined;
  const changed: number[] = [];
  const next = slices(stopped);
  for (const { leerling_id, after_hash } of pupilsOf(db, id)) {
    if (leerlingExists(db, leerling_id) && hashOfSnapshot(db, snapshotLeerling(db, leerling_id)) !== after_hash)
      changed.push(leerling_id);
    await next();
  }
  if (changed.length === 0) return undefined;
  return {
    result: 'changed',
    leerlingen: changed.slice(0, NAMED).map((leerlingId) => named(db, leerlingId)),
    total: changed.length,
  };
}

const pupilsOf = (db: Connection, batch: number): Pupil[] =>
  db
    .prepare<[number], Pupil>(
      'SELECT leerling_id, before, after_hash FROM import_pupil WHERE batch_id = ? ORDER BY leerling_id DESC',
    )
    .all(batch);

/**
 * Makes every pupil of an import what he was before it, in the transaction that is open on `administration.db`, slice by
 * slice: new pupils go, with messages that never left. @throws LasError import-stopped, restore-known
 */
export async function undoRows(
  administration: Administration,
  id: number,
  { stopped, progress }: Following,
): Promise<{ removed: number; restored: number }> {
  const { db, clock, caller } = administration;
  const at = clock.now().toISOString();
  const pupils = pupilsOf(db, id);
  const undone = { removed: 0, restored: 0 };
  const next = slices(stopped, () => progress('undoing', undone.removed + undone.restored, pupils.length));
  for (const { leerling_id, before } of pupils) {
    const was = before === null ? {} : (JSON.parse(before) as LeerlingSnapshot);
    const change = { field: 'import', old: `import ${id}`, new: null };
    restoreLeerling(db, leerling_id, was);
    if (before !== null) refreshLeerling(db, clock, leerling_id);
    appendChange(db, { at, userId: caller.userId, entity: 'leerling', entityId: leerling_id, changes: [change] });
    if (before === null) undone.removed += 1;
    else undone.restored += 1;
    await next();
  }
  db.prepare("UPDATE import_batch SET state = 'undone', undone_at = ? WHERE id = ?").run(at, id);
  db.prepare('DELETE FROM import_pupil WHERE batch_id = ?').run(id);
  return undone;
}
