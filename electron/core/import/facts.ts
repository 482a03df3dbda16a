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
