import { LasError } from '../../../shared/api/errors.ts';
import type { ContactGegevens } from '../../../shared/api/contact.ts';
import type { InschrijvingGegevens } from '../../../shared/api/inschrijving.ts';
import type { Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { InschrijvingKind } from '../../../shared/pve/berichten/kinds.ts';
import type { Administration } from '../context.ts';
import { appendChange, type FieldChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import {
  contactColumns,
  contactGroups,
  inschrijvingColumns,
  everyStoredGroup,
  leerlingColumns,
  storedGroups,
  type Columns,
} from './columns.ts';
import { indexLeerling, indexNewLeerling } from './listIndex.ts';
import { settleInschrijvingMarks, settlePersoonMarks } from './marks.ts';
import { refuseLostNumber } from './pgn.ts';
import {
  fieldChanges,
  groupChanges,
  insertGroups,
  namesOf,
  readGroups,
  toTexts,
  toValues,
  writeGroups,
  type Row,
} from './rows.ts';

/** A stored record with the version that an editor must name when saving. */
export interface Stored<T> {
  id: number;
  version: number;
  gegevens: T;
}

function leerlingRow(db: Connection, id: number, columns: Columns, pupils = 'leerling'): Row {
  const row = db.prepare<[number], Row>(`SELECT id, version, ${namesOf(columns)} FROM ${pupils} WHERE id = ?`).get(id);
  if (!row) throw new LasError('not-found');
  return row;
}

/** Whether a pupil is there, and not in the bin. */
export const leerlingExists = (db: Connection, id: number): boolean =>
  db.prepare('SELECT 1 FROM leerling WHERE id = ?').get(id) !== undefined;

/** The persoonsgegevens of a pupil, from the table or what a caller may see of it (`Sight`). @throws LasError not-found */
export function readLeerling(db: Connection, id: number, pupils = 'leerling'): Stored<Persoonsgegevens> {
  const row = leerlingRow(db, id, leerlingColumns, pupils);
  return { id, version: Number(row.version), gegevens: toTexts(row, leerlingColumns) };
}

/** The contact and emergency data of a pupil, and its former addresses. @throws LasError not-found */
export const readContact = (db: Connection, id: number): ContactGegevens =>
  ({
    ...toTexts(leerlingRow(db, id, contactColumns), contactColumns),
    ...readGroups(db, contactGroups, id),
  }) as ContactGegevens;

// A whole text, so that it need not be built again for every pupil.
const readInschrijvingSql = `SELECT id, version, leerling_id, ${namesOf(inschrijvingColumns)} FROM inschrijving WHERE id = ?`;

/** An inschrijving with all its groups, and whose it is. @throws LasError not-found */
export function readInschrijving(db: Connection, id: number): Stored<InschrijvingGegevens> & { leerlingId: number } {
  const row = db.prepare<[number], Row>(readInschrijvingSql).get(id);
  if (!row) throw new LasError('not-found');
  const groups = readGroups(db, storedGroups[row.kind as InschrijvingKind], id);
  const gegevens = { ...toTexts(row, inschrijvingColumns), ...groups } as unknown as InschrijvingGegevens;
  return { id, version: Number(row.version), leerlingId: Number(row.leerling_id), gegevens };
}

/** The ids of a pupil's inschrijvingen, newest first. */
export const inschrijvingIds = (db: Connection, leerlingId: number): number[] =>
  db
    .prepare<[number], { id: number }>(
      'SELECT id FROM inschrijving WHERE leerling_id = ? ORDER BY datum_inschrijving DESC, id DESC',
    )
    .all(leerlingId)
    .map(({ id }) => id);

function log(administration: Administration, entity: string, entityId: number, changes: FieldChange[]): void {
  if (changes.length === 0) return;
  const { db, clock, caller } = administration;
  appendChange(db, { at: clock.now().toISOString(), userId: caller.userId, entity, entityId, changes });
}

/** The number of a new record. None is given twice, not even after a removal: the log of changes speaks of it for ever. */
export const nextId = (
  db: Connection,
  entity: 'leerling' | 'inschrijving' | 'verzorger' | 'leerling_verzorger',
): number =>
  db
    .prepare<[string], { id: number }>(
      `SELECT max(coalesce((SELECT max(id) FROM main.${entity}), 0),
         coalesce((SELECT max(entity_id) FROM change_log WHERE entity = ?), 0)) + 1 AS id`,
    )
    .get(entity)?.id ?? 1;

/** Refuses to overwrite what another editor saved meanwhile. @throws LasError changed-elsewhere */
function expectVersion(stored: number, expected: number | undefined): void {
  if (stored !== expected) throw new LasError('changed-elsewhere');
}

/** The statements that make and overwrite a row; `onlyNew`: columns that only making it fills, after the others. */
function statementsOf(table: string, kept: Columns, onlyNew: readonly string[]): { insert: string; update: string } {
  const columns = [...kept.map(({ column }) => column), 'changed_at'];
  const all = [...columns, ...onlyNew];
  return {
    insert: `INSERT INTO main.${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
    update: `UPDATE main.${table} SET ${columns.map((column) => `${column} = ?`).join(', ')}, version = version + 1 WHERE id = ?`,
  };
}

const withContactColumns: Columns = [...leerlingColumns, ...contactColumns];
const leerlingSql = statementsOf('leerling', leerlingColumns, ['created_at', 'id']);
const withContactSql = statementsOf('leerling', withContactColumns, ['created_at', 'id']);
const inschrijvingSql = statementsOf('inschrijving', inschrijvingColumns, ['leerling_id', 'created_at', 'id']);

/**
 * Makes or overwrites a pupil and gives its id and new version; contact data that are not given stay as they are. Call it inside a
 * transaction. @throws LasError not-found, changed-elsewhere, number-known
 */
export function writeLeerling(
  administration: Administration,
  persoon: Persoonsgegevens,
  id?: number,
  version?: number,
  contact?: ContactGegevens,
): { id: number; version: number } {
  const { db, clock } = administration;
  const now = clock.now().toISOString();
  const sql = contact ? withContactSql : leerlingSql;
  const values = contact
    ? toValues({ ...persoon, ...contact }, withContactColumns)
    : toValues(persoon, leerlingColumns);
  const before = id === undefined ? undefined : readLeerling(db, id);
  const contactBefore = contact && before ? readContact(db, before.id) : {};
  const leerlingId = before?.id ?? nextId(db, 'leerling');
  if (before) {
    expectVersion(before.version, version);
    refuseLostNumber(db, leerlingId, before.gegevens, persoon);
    db.prepare(sql.update).run(...values, now, leerlingId);
    settlePersoonMarks(db, leerlingId, persoon);
  } else {
    db.prepare(sql.insert).run(...values, now, now, leerlingId);
  }
  const changes = fieldChanges(before?.gegevens ?? {}, persoon, leerlingColumns);
  if (contact) {
    writeGroups(db, contactGroups, leerlingId, contact);
    changes.push(
      ...fieldChanges(contactBefore, contact, contactColumns),
      ...groupChanges(contactBefore, contact, contactGroups),
    );
  }
  log(administration, 'leerling', leerlingId, changes);
  if (before) indexLeerling(db, leerlingId);
  else indexNewLeerling(db, leerlingId, persoon);
  return { id: leerlingId, version: (before?.version ?? 0) + 1 };
}

/** Makes or overwrites an inschrijving with all its groups. Call it inside a transaction. @throws LasError not-found, changed-elsewhere */
export function writeInschrijving(
  administration: Administration,
  leerlingId: number,
  gegevens: InschrijvingGegevens,
  id?: number,
  version?: number,
): { id: number; version: number } {
  const { db, clock } = administration;
  const now = clock.now().toISOString();
  const values = toValues(gegevens, inschrijvingColumns);
  const before = id === undefined ? undefined : readInschrijving(db, id);
  const inschrijvingId = before?.id ?? nextId(db, 'inschrijving');
  if (before) {
    if (before.leerlingId !== leerlingId) throw new LasError('not-found');
    expectVersion(before.version, version);
    db.prepare(inschrijvingSql.update).run(...values, now, inschrijvingId);
    // Of another kind than before: nothing of the groups that it has no longer may stay.
    if (before.gegevens.kind !== gegevens.kind) writeGroups(db, storedGroups[before.gegevens.kind], inschrijvingId, {});
    writeGroups(db, storedGroups[gegevens.kind], inschrijvingId, gegevens);
    settleInschrijvingMarks(db, inschrijvingId, gegevens);
  } else {
    if (!leerlingExists(db, leerlingId)) throw new LasError('not-found');
    db.prepare(inschrijvingSql.insert).run(...values, now, leerlingId, now, inschrijvingId);
    insertGroups(db, storedGroups[gegevens.kind], inschrijvingId, gegevens);
  }
  const was = before?.gegevens ?? {};
  log(administration, 'inschrijving', inschrijvingId, [
    ...fieldChanges(was, gegevens, inschrijvingColumns),
    ...groupChanges(was, gegevens, everyStoredGroup),
  ]);
  return { id: inschrijvingId, version: (before?.version ?? 0) + 1 };
}
