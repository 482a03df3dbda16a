import type { Connection } from '../database/database.ts';

/** What files said of a pupil and the administration has no place for, by the name in the file. */
export function readFacts(db: Connection, leerlingId: number): Record<string, string> {
  const rows = db
    .prepare<[number], { field: string; value: string }>(
      'SELECT field, value FROM import_fact WHERE leerling_id = ? ORDER BY field',
    )
    .all(leerlingId);
  return Object.fromEntries(rows.map(({ field, value }) => [field, value]));
}

/** Keeps such facts; those that are not named stay. */
export function writeFacts(db: Connection, leerlingId: number, facts: Record<string, string>): void {
  const write = db.prepare(
    `INSERT INTO import_fact (leerling_id, field, value) VALUES (?, ?, ?)
     ON CONFLICT (leerling_id, field) DO UPDATE SET value = excluded.value`,
  );
  for (const [field, value] of Object.entries(facts)) write.run(leerlingId, field, value);
}

/** Adds sentences to the note of a pupil, each on a line of its own; what is there already is not repeated. */
export function addNotes(db: Connection, leerlingId: number, notes: readonly string[]): void {
  if (notes.length === 0) return;
  const before =
    db.prepare<[number], { note: string | null }>('SELECT note FROM leerling WHERE id = ?').get(leerlingId)?.note ?? '';
  const lines = before.split('\n').filter(Boolean);
  const added = [...new Set([...lines, ...notes])];
  if (added.length > lines.length)
    db.prepare('UPDATE main.leerling SET note = ? WHERE id = ?').run(added.join('\n'), leerlingId);
}
