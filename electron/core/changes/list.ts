import type { ChangeCursor, ChangeFilter, ChangeLine } from '../../../shared/api/changes.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { startOfDay } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';
import { fold } from '../leerlingen/search.ts';
import { createNaming } from './naming.ts';
import { linesAboutLeerling, type Row } from './records.ts';

/** What an index knows of a line. */
type Entry = Pick<Row, 'seq' | 'at' | 'user_id' | 'entity'>;
type Values = Record<string, string | number>;

/** Which way through the log; `slice` entries at once are a few milliseconds of work. */
interface Walk {
  from: string;
  where: string;
  values: Values;
  slice: number;
}

/** Lines that are fetched at once, and entries where the index alone decides which of them. */
const LINES = 250;
const ENTRIES = 5_000;
/** Slices after which a page ends even when it is not full, so that looking for something rare shows how far it is. */
const SLICES_A_PAGE = 40;

/** The filter that tells most decides through which index the walk goes. */
function walkFor({ leerlingId, userId, kind }: ChangeFilter): Walk {
  if (leerlingId !== undefined)
    return { from: `(${linesAboutLeerling})`, where: 'TRUE', values: { leerling: leerlingId }, slice: ENTRIES };
  const by = (index: string, where: string, values: Values, slice = LINES): Walk => ({
    from: `change_log INDEXED BY ${index}`,
    where,
    values,
    slice,
  });
  if (userId !== undefined)
    return by('change_log_by_user', 'user_id = :user', { user: userId }, kind === undefined ? LINES : ENTRIES);
  if (kind !== undefined) return by('change_log_by_kind', 'entity = :kind', { kind });
  return by('change_log_by_moment', 'TRUE', {});
}

/** Beyond every moment and line. */
const END: ChangeCursor = { at: '9', seq: Number.MAX_SAFE_INTEGER };

/** Reads the next slice of a walk, before a cursor, latest first. */
function entryReader(db: Connection, filter: ChangeFilter): { slice: number; read: (before: ChangeCursor) => Entry[] } {
  const { from, where, values, slice } = walkFor(filter);
  const first = filter.from === undefined ? '' : startOfDay(filter.from).toISOString();
  const end = filter.to === undefined ? END.at : startOfDay(addDays(filter.to, 1)).toISOString();
  const statement = db.prepare<[Values], Entry>(
    `SELECT seq, at, user_id, entity FROM ${from}
     WHERE ${where} AND at >= :first AND at < :end AND (at, seq) < (:at, :seq) ORDER BY at DESC, seq DESC LIMIT ${slice}`,
  );
  return { slice, read: ({ at, seq }) => statement.all({ ...values, first, end, at, seq }) };
}

/** Fetches the line of an entry, with names; undefined when the words that are looked for do not stand in it. */
function lineReader(db: Connection, { search = '' }: ChangeFilter): (entry: Entry) => ChangeLine | undefined {
  const read = db.prepare<[number], Row>(
    `SELECT l.seq, l.at, l.user_id, l.entity, l.entity_id, l.field, v.old_value, v.new_value, v.salt
     FROM change_log l LEFT JOIN change_value v ON v.seq = l.seq WHERE l.seq = ?`,
  );
  const named = createNaming(db);
  const words = fold(search).split(' ').filter(Boolean);
  return ({ seq }) => {
    const row = read.get(seq);
    if (!row) return undefined;
    const line = named(row);
    const text = words.length === 0 ? '' : fold([line.field, line.old, line.new, line.subject].join(' '));
    return words.every((word) => text.includes(word)) ? line : undefined;
  };
}

/**
 * Walks through the chosen lines of the log, latest first, from before a cursor. Gives them slice by slice, with the cursor that
 * leads on; a slice can be empty. Between two slices others get their turn.
 */
export async function* walkChanges(
  db: Connection,
  filter: ChangeFilter,
  before: ChangeCursor = END,
): AsyncGenerator<{ rows: ChangeLine[]; next?: ChangeCursor }> {
  const { userId, kind } = filter;
  const { slice, read } = entryReader(db, filter);
  const toLine = lineReader(db, filter);
  for (let cursor = before; ;) {
    const entries = read(cursor);
    const rows = entries
      .filter((entry) => (userId ?? entry.user_id) === entry.user_id && (kind ?? entry.entity) === entry.entity)
      .flatMap((entry) => toLine(entry) ?? []);
    const last = entries.length < slice ? undefined : entries.at(-1);
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
    const last = rows[limit - 1];
    if (last && (rows.length > limit || slice.next))
      return { rows: rows.slice(0, limit), next: { at: last.at, seq: last.seq } };
    if (slices === SLICES_A_PAGE && slice.next) return { rows, next: slice.next };
  }
  return { rows };
}
