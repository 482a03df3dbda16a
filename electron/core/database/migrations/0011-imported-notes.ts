import type { Connection } from '../database.ts';
import type { Migration } from '../migrations.ts';

interface Row {
  id: number;
  note: string;
  date: string;
}

function moveLines(db: Connection): void {
  const rows = db
    .prepare<[], Row>('SELECT id, note, substr(changed_at, 1, 10) AS date FROM leerling WHERE note IS NOT NULL')
    .all();
  const insert = db.prepare('INSERT INTO leerling_note (leerling_id, date, text) VALUES (?, ?, ?)');
  for (const { id, note, date } of rows)
    for (const line of new Set(note.split('\n').filter(Boolean))) insert.run(id, date, line);
  db.exec('UPDATE leerling SET note = NULL WHERE note IS NOT NULL');
}

/**
 * What imports had written with a pupil, where no screen showed it, becomes notes. The emptied column stays: what is kept to
 * undo former imports names it.
 */
export const importedNotes: Migration = { version: 11, name: 'imported notes', up: moveLines };
