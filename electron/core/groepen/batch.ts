import { isDeepStrictEqual } from 'node:util';
import type { GroepBatch } from '../../../shared/api/groepen.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Administration } from '../context.ts';
import { appendChange, chainHead } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { refreshInschrijving } from '../exchange/state.ts';
import { readInschrijving, writeInschrijving } from '../leerlingen/repository.ts';

/** An inschrijving as it becomes, with the version the person saw. */
export interface BatchItem {
  inschrijvingId: number;
  version: number;
  gegevens: InschrijvingGegevens;
}

/**
 * Writes many inschrijvingen as one change that can be undone: all or none. What `also` does belongs to it. Call it inside a
 * transaction. @throws LasError changed-elsewhere when one was changed since its version
 */
export function writeBatch(
  administration: Administration,
  kind: GroepBatch['kind'],
  items: readonly BatchItem[],
  also: () => void = () => undefined,
): void {
  const { db, clock, caller } = administration;
  const first = chainHead(db).seq + 1;
  also();
  for (const { inschrijvingId, version, gegevens } of items) {
    const { leerlingId } = readInschrijving(db, inschrijvingId);
    writeInschrijving(administration, leerlingId, gegevens, inschrijvingId, version);
    refreshInschrijving(db, clock, inschrijvingId);
  }
  const last = chainHead(db).seq;
  db.prepare(
    'INSERT INTO groep_batch (kind, made_at, made_by, leerlingen, first_seq, last_seq) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(kind, clock.now().toISOString(), caller.userId, items.length, first, last);
}

interface BatchRow {
  id: number;
  kind: GroepBatch['kind'];
  made_at: string;
  made_by: string | null;
  leerlingen: number;
  first_seq: number;
  last_seq: number;
}

/** So long a batch can be undone: after it, pupils are corrected one by one. */
const UNDO_DAYS = 31;

/** The newest batch, unless it was undone or is too old: what lies under it can only be undone after it. */
const lastRow = ({ db, clock }: Administration): BatchRow | undefined => {
  const row = db
    .prepare<[], BatchRow & { undone_at: string | null }>('SELECT * FROM groep_batch ORDER BY id DESC LIMIT 1')
    .get();
  const oldest = new Date(clock.now().getTime() - UNDO_DAYS * 86_400_000).toISOString();
  return row?.undone_at === null && row.made_at >= oldest ? row : undefined;
};

interface Logged {
  entity: string;
  entity_id: number;
  field: string;
  old_value: string | null;
  new_value: string | null;
}

const logged = (db: Connection, { first_seq: first, last_seq: last }: BatchRow): Logged[] =>
  db
    .prepare<[number, number], Logged>(
      `SELECT l.entity, l.entity_id, l.field, v.old_value, v.new_value FROM change_log l
       JOIN change_value v ON v.seq = l.seq WHERE l.seq BETWEEN ? AND ? ORDER BY l.seq`,
    )
    .all(first, last);

/** A logged value as it stands in the gegevens: the list of a group, a text, or nothing. */
const valueOf = (text: string | null): unknown => (text?.startsWith('[') ? JSON.parse(text) : (text ?? undefined));

/** The changed fields per inschrijving. */
const byInschrijving = (changes: readonly Logged[]): Map<number, Logged[]> =>
  Map.groupBy(
    changes.filter(({ entity }) => entity === 'inschrijving'),
    ({ entity_id: id }) => id,
  );

type Fields = Record<string, unknown>;

const unchanged = (gegevens: Fields, fields: readonly Logged[]): boolean =>
  fields.every(({ field, new_value: text }) => {
    const value = gegevens[field];
    return isDeepStrictEqual(Array.isArray(value) && value.length === 0 ? undefined : value, valueOf(text));
  });

function restored(gegevens: InschrijvingGegevens, fields: readonly Logged[]): InschrijvingGegevens {
  const next: Fields = { ...gegevens };
  for (const { field, old_value: text } of fields)
    next[field] = valueOf(text) ?? (Array.isArray(next[field]) ? [] : undefined);
  return next as InschrijvingGegevens;
}

const isThere = (db: Connection, inschrijvingId: number): boolean =>
  db.prepare('SELECT 1 FROM inschrijving WHERE id = ?').get(inschrijvingId) !== undefined;

/** The inschrijvingen of a batch that are no longer as it left them, or are in the bin. */
const changedSince = (db: Connection, fields: ReadonlyMap<number, Logged[]>): number[] =>
  [...fields]
    .filter(([id, changes]) => !isThere(db, id) || !unchanged(readInschrijving(db, id).gegevens, changes))
    .map(([id]) => id);

/** The last batch that can be undone, with how many of its pupils BRON heard of since and how many were changed since. */
export function lastBatch(administration: Administration): { batch?: GroepBatch; sent: number; changed: number } {
  const { db } = administration;
  const row = lastRow(administration);
  if (!row) return { sent: 0, changed: 0 };
  const fields = byInschrijving(logged(db, row));
  const sentSince = db.prepare<[number, string], { n: number }>(
    'SELECT count(*) AS n FROM bericht WHERE inschrijving_id = ? AND sent_at >= ?',
  );
  const { id, kind, made_at: madeAt, made_by: userId, leerlingen } = row;
  const madeBy = db
    .prepare<[string | null], { name: string }>('SELECT name FROM user_account WHERE id = ?')
    .get(userId)?.name;
  return {
    batch: { id, kind, madeAt, leerlingen, ...(madeBy ? { madeBy } : {}) },
    sent: [...fields.keys()].filter((inschrijvingId) => (sentSince.get(inschrijvingId, madeAt)?.n ?? 0) > 0).length,
    changed: changedSince(db, fields).length,
  };
}

/** The naam of a groep as it was before the batch. */
function restoreNaam(administration: Administration, { entity_id: id, old_value: naam, new_value: now }: Logged): void {
  const { db, clock, caller } = administration;
  db.prepare('UPDATE groep SET naam = ?, version = version + 1 WHERE id = ?').run(naam, id);
  appendChange(db, {
    at: clock.now().toISOString(),
    userId: caller.userId,
    entity: 'groep',
    entityId: id,
    changes: [{ field: 'naam', old: now, new: naam }],
  });
}

/**
 * Undoes the last batch: every inschrijving as it was before, all or none. Gives the number of pupils. Call it inside a
 * transaction. @throws LasError not-found when it is not the last one, batch-changed when a pupil was changed since
 */
export function undoBatch(administration: Administration, id: number): number {
  const { db, clock } = administration;
  const row = lastRow(administration);
  if (row?.id !== id) throw new LasError('not-found');
  const changes = logged(db, row);
  const fields = byInschrijving(changes);
  const changed = changedSince(db, fields).length;
  if (changed > 0) throw new LasError('batch-changed', { count: changed });
  for (const [inschrijvingId, list] of fields) {
    const { leerlingId, version, gegevens } = readInschrijving(db, inschrijvingId);
    writeInschrijving(administration, leerlingId, restored(gegevens, list), inschrijvingId, version);
    refreshInschrijving(db, clock, inschrijvingId);
  }
  for (const change of changes)
    if (change.entity === 'groep' && change.field === 'naam') restoreNaam(administration, change);
  db.prepare('UPDATE groep_batch SET undone_at = ? WHERE id = ?').run(clock.now().toISOString(), id);
  return fields.size;
}
