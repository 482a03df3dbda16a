import { LasError } from '../../../shared/api/errors.ts';
import type { Parsed } from '../../../shared/api/contract.ts';
import { noteChanges } from '../changes/note.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { giveWay } from '../giveWay.ts';
import { signaalColumns, type SignaalRow } from './signaalRow.ts';
import { refreshInschrijving } from './state.ts';
import { openSignaalIds } from './workQuery.ts';

/** So many are ticked off in one transaction; between two other work gets its turn. */
const PER_SLICE = 20;

function signaalIn(db: Connection, id: number, state: SignaalRow['state']): SignaalRow {
  const row = db
    .prepare<[number, string], SignaalRow>(`SELECT ${signaalColumns} FROM signaal s WHERE s.id = ? AND s.state = ?`)
    .get(id, state);
  if (!row) throw new LasError('not-found');
  return row;
}

/** A signaal that is open. @throws LasError not-found */
export const openSignaal = (db: Connection, id: number): SignaalRow => signaalIn(db, id, 'open');

function tickOffOne(administration: Administration, row: SignaalRow, note: string): void {
  const { db, clock, caller } = administration;
  db.prepare(
    `UPDATE signaal SET state = 'afgevinkt', note = ?, decided_by = ?, decided_at = ?, decided_before = 0,
       reopened_by = NULL, reopened_at = NULL WHERE id = ?`,
  ).run(note, caller.userId, clock.now().toISOString(), row.id);
  noteChanges(administration, { entity: 'signaal', entityId: row.id }, [
    { field: 'state', old: row.state, new: 'afgevinkt' },
    { field: 'note', old: row.note, new: note },
  ]);
  if (row.inschrijving_id !== null) refreshInschrijving(db, clock, row.inschrijving_id);
}

/** Ticks an open signaal off with a note: a person has decided that nothing needs to change. @throws LasError not-found */
export function tickOff(administration: Administration, id: number, note: string): void {
  administration.db.transaction(() => tickOffOne(administration, openSignaal(administration.db, id), note)).immediate();
}

/**
 * Ticks every open signaal of one code off with one note, in slices. Gives how many; one that somebody else settled in between is
 * passed over. @throws LasError work-changed when there are more or fewer than `expected`
 */
export async function tickOffAll(
  administration: Administration,
  { expected, note, ...filter }: Parsed<'terugkoppelingen.tickOffAll'>,
): Promise<number> {
  const { db } = administration;
  const ids = openSignaalIds(administration, filter);
  if (ids.length !== expected) throw new LasError('work-changed');
  let count = 0;
  for (let start = 0; start < ids.length; start += PER_SLICE) {
    db.transaction(() => {
      const rows = db
        .prepare<[string], SignaalRow>(
          `SELECT ${signaalColumns} FROM signaal s WHERE s.state = 'open' AND s.id IN (SELECT value FROM json_each(?))`,
        )
        .all(JSON.stringify(ids.slice(start, start + PER_SLICE)));
      for (const row of rows) tickOffOne(administration, row, note);
      count += rows.length;
    }).immediate();
    await giveWay();
  }
  return count;
}

/** Takes the decision on a signaal back; it stays with it, with who took it back and when. @throws LasError not-found */
export function reopen(administration: Administration, id: number): void {
  const { db, clock, caller } = administration;
  db.transaction(() => {
    const row = signaalIn(db, id, 'afgevinkt');
    db.prepare("UPDATE signaal SET state = 'open', reopened_by = ?, reopened_at = ? WHERE id = ?").run(
      caller.userId,
      clock.now().toISOString(),
      id,
    );
    noteChanges(administration, { entity: 'signaal', entityId: id }, [{ field: 'state', old: row.state, new: 'open' }]);
    if (row.inschrijving_id !== null) refreshInschrijving(db, clock, row.inschrijving_id);
  }).immediate();
}
