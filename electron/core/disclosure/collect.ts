import type { Disclosure } from '../../../shared/api/disclosure.ts';
import type { Connection } from '../database/database.ts';
import { rowsBelow } from '../database/destroy.ts';
import { personalTables } from '../database/personalData.ts';

type Line = Disclosure['parts'][number]['records'][number][number];
type Stored = Record<string, string | number | Buffer | null>;

/** Tables that only repeat what others have, are shown as the history, or say what the program still has to do. */
const repeating: ReadonlySet<string> = new Set([
  ...['leerling_row', 'leerling_word', 'leerling_undo', 'change_value'],
  ...['to_deliver', 'bron_state'],
]);

/** Columns by which the program finds its way, which say nothing of a person, or only what others say. */
const isTechnical = (column: string): boolean =>
  /^(id|version|position|matched|attempts|round|search_text)$|_id$|_hash$|_by$/.test(column);

const camelCase = (column: string): string =>
  column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The values within JSON, each with the way to it. */
function within(key: string, value: unknown): Line[] {
  if (value === null || value === undefined || value === '') return [];
  if (Array.isArray(value))
    return value.flatMap((one, index) => within(value.length > 1 ? `${key} ${index + 1}` : key, one));
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, one]) => within(key === '' ? name : `${key}, ${name}`, one));
  return [{ key, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}

function lineOf(column: string, value: string | number | Buffer | null): Line[] {
  // What was sent and came as XML stands beside it as content.
  if (value === null || value === '' || Buffer.isBuffer(value) || isTechnical(column)) return [];
  if (typeof value === 'string' && /^[[{]/.test(value)) {
    try {
      return within(column === 'content' ? '' : camelCase(column), JSON.parse(value));
    } catch {
      // A text that only looks like it.
    }
  }
  return [{ key: camelCase(column), value: String(value) }];
}

const recordsOf = (db: Connection, table: string, rows: readonly number[]): Line[][] =>
  db
    .prepare<[string], Stored>(
      `SELECT * FROM main."${table}" WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
    )
    .all(JSON.stringify(rows))
    .map((row) => Object.entries(row).flatMap(([column, value]) => lineOf(column, value)))
    .filter((lines) => lines.length > 0);

/** What is kept of a pupil, by the same walk as destruction takes: the pupil first, then what refers to it, with the verzorgers. */
export function collectParts(db: Connection, leerlingId: number): Disclosure['parts'] {
  const found = rowsBelow(db, 'leerling', leerlingId);
  const verzorgers = db
    .prepare<[number], number>('SELECT verzorger_id FROM main.leerling_verzorger WHERE leerling_id = ?')
    .pluck()
    .all(leerlingId);
  found.set('verzorger', verzorgers);
  return [...personalTables]
    .reverse()
    .filter(({ table, about }) => about === 'leerling' && !repeating.has(table))
    .map(({ table }) => ({ kind: table, records: recordsOf(db, table, found.get(table) ?? []) }))
    .filter(({ records }) => records.length > 0);
}

interface HistoryRow {
  at: string;
  by: string | null;
  kind: string;
  key: string | null;
  old: string | null;
  new: string | null;
}

/** The lines of the log of changes about the pupil and its inschrijvingen, and who saw its numbers, latest first. */
export function collectHistory(db: Connection, leerlingId: number): Disclosure['history'] {
  return db
    .prepare<[{ id: number }], HistoryRow>(
      `SELECT l.at, u.name AS by, l.entity AS kind, l.field AS key, v.old_value AS old, v.new_value AS new
       FROM change_log l LEFT JOIN change_value v USING (seq) LEFT JOIN user_account u ON u.id = l.user_id
       WHERE (l.entity IN ('leerling', 'view') AND l.entity_id = :id)
          OR (l.entity = 'inschrijving' AND l.entity_id IN (SELECT id FROM main.inschrijving WHERE leerling_id = :id))
       ORDER BY l.seq DESC`,
    )
    .all({ id: leerlingId })
    .map(({ at, by, kind, key, old, new: next }) => ({
      at,
      kind,
      key: key ?? '',
      ...(by === null ? {} : { by }),
      ...(old === null ? {} : { old }),
      ...(next === null ? {} : { new: next }),
    }));
}
