import type { Parsed } from '../../../shared/api/contract.ts';
import { LasError } from '../../../shared/api/errors.ts';
import type { GroepRow } from '../../../shared/api/groepen.ts';
import type { Role } from '../../../shared/api/roles.ts';
import type { Administration } from '../context.ts';
import { appendChange, type FieldChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import { readSchool } from '../school/settings.ts';

/** A groep as it is kept. */
export interface Groep {
  id: number;
  version: number;
  schooljaar: string;
  vestigingsvolgnummer: string;
  naam: string;
  leerjaren: string[];
  leerkrachten: { userId: string; naam: string }[];
}

interface Row {
  id: number;
  version: number;
  schooljaar: string;
  vestigingsvolgnummer: string;
  naam: string;
  leerjaren: string;
}

const toGroep = (db: Connection, { id, version, schooljaar, vestigingsvolgnummer, naam, leerjaren }: Row): Groep => ({
  id,
  version,
  schooljaar,
  vestigingsvolgnummer,
  naam,
  leerjaren: leerjaren.split(','),
  leerkrachten: db
    .prepare<[number], { userId: string; naam: string }>(
      `SELECT u.id AS userId, u.name AS naam FROM groep_leerkracht k JOIN user_account u ON u.id = k.user_id
       WHERE k.groep_id = ? ORDER BY u.name COLLATE NOCASE, u.id`,
    )
    .all(id),
});

/** A groep. @throws LasError not-found */
export function readGroep(db: Connection, id: number): Groep {
  const row = db.prepare<[number], Row>('SELECT * FROM groep WHERE id = ?').get(id);
  if (!row) throw new LasError('not-found');
  return toGroep(db, row);
}

/** The groepen of a school year in the order of the school. */
export const readGroepen = (db: Connection, schooljaar: string): Groep[] =>
  db
    .prepare<[string], Row>('SELECT * FROM groep WHERE schooljaar = ? ORDER BY position, id')
    .all(schooljaar)
    .map((row) => toGroep(db, row));

/** The groepen with the number of pupils that `counts` has of each. */
export const withCounts = (groepen: readonly Groep[], counts: ReadonlyMap<number | null, number>): GroepRow[] =>
  groepen.map((groep) => ({ ...groep, leerlingen: counts.get(groep.id) ?? 0 }));

/** Everybody who works with this administration: who can have a groep. */
export const readUsers = (db: Connection): { userId: string; naam: string; role: Role }[] =>
  db
    .prepare<[], { userId: string; naam: string; role: Role }>(
      'SELECT id AS userId, name AS naam, role FROM user_account WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE, id',
    )
    .all();

/** What the log of changes keeps of a groep. */
const fields = (groep: Omit<Groep, 'id' | 'version' | 'leerkrachten'> & { leerkrachten: readonly string[] }) => ({
  schooljaar: groep.schooljaar,
  vestigingsvolgnummer: groep.vestigingsvolgnummer,
  naam: groep.naam,
  leerjaren: groep.leerjaren.join(','),
  leerkrachten: groep.leerkrachten.length > 0 ? [...groep.leerkrachten].sort().join(',') : null,
});
type Fields = ReturnType<typeof fields>;
const fieldsOf = (groep: Groep): Fields =>
  fields({ ...groep, leerkrachten: groep.leerkrachten.map(({ userId }) => userId) });

function log(
  { db, clock, caller }: Administration,
  id: number,
  old: Fields | undefined,
  now: Fields | undefined,
): void {
  const keys = Object.keys(old ?? now ?? {}) as (keyof Fields)[];
  const changes: FieldChange[] = keys.map((field) => ({ field, old: old?.[field] ?? null, new: now?.[field] ?? null }));
  appendChange(db, { at: clock.now().toISOString(), userId: caller.userId, entity: 'groep', entityId: id, changes });
}

const nextPosition = (db: Connection, schooljaar: string): number =>
  db
    .prepare<[string], { n: number }>('SELECT coalesce(max(position), 0) + 1 AS n FROM groep WHERE schooljaar = ?')
    .get(schooljaar)?.n ?? 1;

function checkUnique(db: Connection, input: Parsed<'groepen.save'>): void {
  const { schooljaar, vestigingsvolgnummer, naam, id = 0 } = input;
  const same = db
    .prepare<[string, string, string, number], { id: number }>(
      'SELECT id FROM groep WHERE schooljaar = ? AND vestigingsvolgnummer = ? AND naam = ? COLLATE NOCASE AND id <> ?',
    )
    .get(schooljaar, vestigingsvolgnummer, naam, id);
  if (same) throw new LasError('groep-exists', {}, 'naam');
}

function writeLeerkrachten(db: Connection, groepId: number, userIds: readonly string[]): void {
  db.prepare('DELETE FROM groep_leerkracht WHERE groep_id = ?').run(groepId);
  const insert = db.prepare(
    'INSERT INTO groep_leerkracht (groep_id, user_id) SELECT ?, id FROM user_account WHERE id = ? AND removed_at IS NULL ON CONFLICT DO NOTHING',
  );
  for (const userId of userIds) insert.run(groepId, userId);
}

/**
 * Makes a groep (without id) or overwrites it. Call it inside a transaction.
 * @throws LasError groep-exists, changed-elsewhere, not-found (the groep, or the vestiging at `vestigingsvolgnummer`)
 */
export function writeGroep(administration: Administration, input: Parsed<'groepen.save'>): Groep {
  const { db } = administration;
  const { id, version, schooljaar, vestigingsvolgnummer, naam } = input;
  if (!readSchool(db).vestigingen.some(({ volgnummer }) => volgnummer === vestigingsvolgnummer))
    throw new LasError('not-found', {}, 'vestigingsvolgnummer');
  checkUnique(db, input);
  const leerjaren = [...new Set(input.leerjaren)].sort().join(',');
  if (id === undefined) {
    const { lastInsertRowid } = db
      .prepare('INSERT INTO groep (schooljaar, vestigingsvolgnummer, naam, leerjaren, position) VALUES (?, ?, ?, ?, ?)')
      .run(schooljaar, vestigingsvolgnummer, naam, leerjaren, nextPosition(db, schooljaar));
    writeLeerkrachten(db, Number(lastInsertRowid), input.leerkrachten);
    const made = readGroep(db, Number(lastInsertRowid));
    log(administration, made.id, undefined, fieldsOf(made));
    return made;
  }
  const before = readGroep(db, id);
  if (before.schooljaar !== schooljaar) throw new LasError('not-found');
  if (before.version !== version) throw new LasError('changed-elsewhere');
  db.prepare(
    'UPDATE groep SET vestigingsvolgnummer = ?, naam = ?, leerjaren = ?, version = version + 1 WHERE id = ?',
  ).run(vestigingsvolgnummer, naam, leerjaren, id);
  writeLeerkrachten(db, id, input.leerkrachten);
  const after = readGroep(db, id);
  log(administration, id, fieldsOf(before), fieldsOf(after));
  return after;
}

/** Takes a groep out of the list. Call it inside a transaction. @throws LasError changed-elsewhere, not-found */
export function deleteGroep(administration: Administration, id: number, version: number): void {
  const before = readGroep(administration.db, id);
  if (before.version !== version) throw new LasError('changed-elsewhere');
  administration.db.prepare('DELETE FROM groep WHERE id = ?').run(id);
  log(administration, id, fieldsOf(before), undefined);
}

/** Puts the groepen of a school year in an order; one that is not named keeps its place among the last. */
export function orderGroepen(db: Connection, schooljaar: string, ids: readonly number[]): void {
  const rest = readGroepen(db, schooljaar)
    .map(({ id }) => id)
    .filter((id) => !ids.includes(id));
  const move = db.prepare('UPDATE groep SET position = ? WHERE id = ? AND schooljaar = ?');
  [...ids, ...rest].forEach((id, index) => move.run(index + 1, id, schooljaar));
}
