import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { Note } from '../../../shared/api/notes.ts';
import { today } from '../../../shared/domain/clock.ts';
import type { Administration } from '../context.ts';
import { appendChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { leerlingExists } from '../leerlingen/repository.ts';

interface Row {
  id: number;
  version: number;
  date: string;
  text: string;
  name: string | null;
}

const TABLE = 'leerling_note';

/** The notes about a pupil, newest first. */
export const listNotes = (db: Connection, leerlingId: number): Note[] =>
  db
    .prepare<[number], Row>(
      `SELECT n.id, n.version, n.date, n.text, a.name FROM ${TABLE} n LEFT JOIN user_account a ON a.id = n.written_by
       WHERE n.leerling_id = ? ORDER BY n.date DESC, n.id DESC`,
    )
    .all(leerlingId)
    .map(({ name, ...row }) => ({ ...row, ...(name ? { by: name } : {}) }));

/** @throws LasError not-found, changed-elsewhere */
function storedNote(db: Connection, leerlingId: number, id: number, version: number | undefined): Note {
  const found = listNotes(db, leerlingId).find((note) => note.id === id);
  if (!found) throw new LasError('not-found');
  if (found.version !== version) throw new LasError('changed-elsewhere');
  return found;
}

type Fields = Partial<Pick<Note, 'date' | 'text'>>;

function log({ db, clock, caller }: Administration, entityId: number, before: Fields, after: Fields): void {
  const changes = (['date', 'text'] as const).map((field) => ({
    field,
    old: before[field] ?? null,
    new: after[field] ?? null,
  }));
  appendChange(db, { at: clock.now().toISOString(), userId: caller.userId, entity: TABLE, entityId, changes });
}

/** Writes a note or changes one, and gives its id. Call it inside a transaction. @throws LasError not-found, changed-elsewhere */
export function writeNote(administration: Administration, note: Parsed<'notes.save'>): number {
  const { db, caller } = administration;
  const { leerlingId, id, version, date, text } = note;
  if (id === undefined) {
    if (!leerlingExists(db, leerlingId)) throw new LasError('not-found');
    const { lastInsertRowid } = db
      .prepare(`INSERT INTO ${TABLE} (leerling_id, date, text, written_by) VALUES (?, ?, ?, ?)`)
      .run(leerlingId, date, text, caller.userId);
    log(administration, Number(lastInsertRowid), {}, note);
    return Number(lastInsertRowid);
  }
  const before = storedNote(db, leerlingId, id, version);
  db.prepare(`UPDATE ${TABLE} SET date = ?, text = ?, written_by = ?, version = version + 1 WHERE id = ?`).run(
    date,
    text,
    caller.userId,
    id,
  );
  log(administration, id, before, note);
  return id;
}

/**
 * Writes texts as notes of today, those that the pupil has already not again. Call it inside a transaction.
 * @throws LasError not-found
 */
export function addNotes(administration: Administration, leerlingId: number, texts: readonly string[]): void {
  if (texts.length === 0) return;
  const { db, clock } = administration;
  const known = new Set(listNotes(db, leerlingId).map(({ text }) => text));
  for (const text of new Set(texts))
    if (text !== '' && !known.has(text)) writeNote(administration, { leerlingId, date: today(clock), text });
}

/** Removes a note. Call it inside a transaction. @throws LasError not-found, changed-elsewhere */
export function removeNote(administration: Administration, leerlingId: number, id: number, version: number): void {
  const before = storedNote(administration.db, leerlingId, id, version);
  administration.db.prepare(`DELETE FROM ${TABLE} WHERE id = ?`).run(id);
  log(administration, id, before, {});
}
