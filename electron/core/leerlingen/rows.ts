import { inPeriodOrder } from '../../../shared/pve/berichten/content.ts';
import type { Voorkomen } from '../../../shared/pve/gegevensset/types.ts';
import type { FieldChange } from '../database/changeLog.ts';
import type { Connection } from '../database/database.ts';
import type { Columns, StoredGroup } from './columns.ts';

/** A row as SQLite gives it. */
export type Row = Record<string, string | number | null>;

/** The columns as they stand in a statement. */
export const namesOf = (columns: Columns): string => columns.map(({ column }) => column).join(', ');

/** The gegevens of a row by key; what is not filled is left out. */
export function toTexts(row: Row, columns: Columns): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { key, column } of columns) {
    const value = row[column];
    if (typeof value === 'string' && value !== '') texts[key] = value;
  }
  return texts;
}

/** The text of a gegeven, or null when it is not filled. */
function textOf(source: object, key: string): string | null {
  const value = (source as Record<string, unknown>)[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The gegevens of a document as the values of its columns. */
export const toValues = (source: object, columns: Columns): (string | null)[] =>
  columns.map(({ key }) => textOf(source, key));

const listOf = (source: object, key: string): readonly Voorkomen[] => {
  const value = (source as Record<string, unknown>)[key];
  return Array.isArray(value) ? (value as Voorkomen[]) : [];
};

/** The voorkomens of groups, and of what lies below them, that belong to one row; under the key of each group, by date. */
export function readGroups(
  db: Connection,
  groups: readonly StoredGroup[],
  parentId: number,
): Record<string, Voorkomen[]> {
  return Object.fromEntries(
    groups.map(({ group, columns, groups: below, sql }) => {
      const rows = db.prepare<[number], Row>(sql.select).all(parentId);
      const items = rows.map((row): Voorkomen => ({
        ...toTexts(row, columns),
        ...readGroups(db, below, Number(row.id)),
      }));
      return [group.key, inPeriodOrder(group, items)];
    }),
  );
}

/** Writes the voorkomens of groups that belong to one row that has none yet, by date. Call it inside a transaction. */
export function insertGroups(db: Connection, groups: readonly StoredGroup[], parentId: number, source: object): void {
  for (const { group, columns, groups: below, sql } of groups)
    for (const item of inPeriodOrder(group, listOf(source, group.key))) {
      const { lastInsertRowid } = db.prepare(sql.insert).run(parentId, ...toValues(item, columns));
      insertGroups(db, below, Number(lastInsertRowid), item);
    }
}

/** Overwrites the voorkomens of groups that belong to one row, by date. Call it inside a transaction. */
export function writeGroups(db: Connection, groups: readonly StoredGroup[], parentId: number, source: object): void {
  // What lies below a voorkomen goes with it.
  for (const { sql } of groups) db.prepare(sql.remove).run(parentId);
  insertGroups(db, groups, parentId, source);
}

/** Which gegevens differ, for the log of changes. */
export const fieldChanges = (before: object, after: object, columns: Columns): FieldChange[] =>
  columns
    .map(({ key }) => ({ field: key, old: textOf(before, key), new: textOf(after, key) }))
    .filter((change) => change.old !== change.new);

const listText = (source: object, key: string) => {
  const list = listOf(source, key);
  return list.length > 0 ? JSON.stringify(list) : null;
};

/** Which groups differ, each as a whole, as JSON. */
export const groupChanges = (before: object, after: object, groups: readonly StoredGroup[]): FieldChange[] =>
  [...new Set(groups.map(({ group }) => group.key))]
    .map((key) => ({ field: key, old: listText(before, key), new: listText(after, key) }))
    .filter((change) => change.old !== change.new);
