import type { ChangeCursor, ChangeFilter, ChangeLine } from '../../../shared/api/changes.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { startOfDay } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';
import { fold } from '../leerlingen/search.ts';
import { createNaming } from './naming.ts';
import { aboutLeerling, type Row } from './records.ts';

/** Lines that are read at once: about ten milliseconds of work. */
const SLICE = 1_000;
/** Slices after which a page ends even when it is not full, so that looking for something rare shows how far it is. */
const SLICES_A_PAGE = 50;

/** Beyond every moment and line. */
const END: ChangeCursor = { at: '9', seq: Number.MAX_SAFE_INTEGER };

type Values = Record<string, string | number>;

/** The filter that tells most decides through which index the walk goes. */
function indexOf({ leerlingId, userId, kind }: ChangeFilter): { from: string; where: string; values: Values } {
  if (leerlingId !== undefined) return { from: 'change_log', where: aboutLeerling, values: { leerling: leerlingId } };
  if (userId !== undefined)
    return { from: 'change_log INDEXED BY change_log_by_user', where: 'user_id = :user', values: { user: userId } };
  if (kind !== undefined)
    return { from: 'change_log INDEXED BY change_log_by_kind', where: 'entity = :kind', values: { kind } };
  return { from: 'change_log INDEXED BY change_log_by_moment', where: 'TRUE', values: {} };
}

/** The statement that reads a slice of the walk, and its values; each slice adds `at` and `seq`, before which it lies. */
function walkOf(filter: ChangeFilter): { sql: string; values: Values } {
  const { from, where, values } = indexOf(filter);
  const first = filter.from === undefined ? '' : startOfDay(filter.from).toISOString();
  const end = filter.to === undefined ? END.at : startOfDay(addDays(filter.to, 1)).toISOString();
  return {
    sql: `SELECT c.*, v.old_value, v.new_value, v.salt FROM (
        SELECT seq, at, user_id, entity, entity_id, field FROM ${from}
        WHERE (${where}) AND at >= :first AND at < :end AND (at, seq) < (:at, :seq)
        ORDER BY at DESC, seq DESC LIMIT ${SLICE}
      ) c LEFT JOIN change_value v ON v.seq = c.seq ORDER BY c.at DESC, c.seq DESC`,
    values: { ...values, first, end },
  };
}

/** What the walk leaves to be looked at line by line. */
function restOf({ userId, kind, search }: ChangeFilter): (row: Row, line: () => ChangeLine) => boolean {
  const words = fold(search ?? '')
    .split(' ')
    .filter(Boolean);
  return (row, line) => {
    if (userId !== undefined && row.user_id !== userId) return false;
    if (kind !== undefined && row.entity !== kind) return false;
    if (words.length === 0) return true;
    const { field, old, new: next, subject } = line();
    const text = fold([field, old, next, subject].filter(Boolean).join(' '));
    return words.every((word) => text.includes(word));
  };
}

/**
 * Walks through the chosen lines of the log, latest first, from after a cursor. Gives them slice by slice, with the cursor that
 * leads on; what an index cannot choose is left out line by line, so a slice can be empty. Between two slices others get their turn.
 */
export async function* walkChanges(
  db: Connection,
  filter: ChangeFilter,
  after: ChangeCursor = END,
): AsyncGenerator<{ rows: ChangeLine[]; next?: ChangeCursor }> {
  const { sql, values } = walkOf(filter);
  const read = db.prepare<[Values], Row>(sql);
  const naming = createNaming(db);
  const chosen = restOf(filter);
  for (let cursor = after; ;) {
    const slice = read.all({ ...values, at: cursor.at, seq: cursor.seq });
    const rows = slice.flatMap((row) => {
      const line = naming(row);
      return chosen(row, line) ? [line()] : [];
    });
    const last = slice.length < SLICE ? undefined : slice.at(-1);
    if (!last) {
      yield { rows };
      return;
    }
    cursor = { at: last.at, seq: last.seq };
    yield { rows, next: cursor };
    await new Promise(setImmediate);
  }
}

/** A page of the log: at most `limit` lines, and the cursor of the next page when there can be one. */
export async function listChanges(
  db: Connection,
  filter: ChangeFilter,
  limit: number,
  after?: ChangeCursor,
): Promise<{ rows: ChangeLine[]; next?: ChangeCursor }> {
  const rows: ChangeLine[] = [];
  let slices = 0;
  for await (const slice of walkChanges(db, filter, after)) {
    rows.push(...slice.rows);
    slices += 1;
    const full = rows.length >= limit;
    const last = full ? rows[limit - 1] : undefined;
    if (last && (rows.length > limit || slice.next))
      return { rows: rows.slice(0, limit), next: { at: last.at, seq: last.seq } };
    if (slices === SLICES_A_PAGE && slice.next) return { rows, next: slice.next };
  }
  return { rows };
}
