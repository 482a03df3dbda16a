import { hash } from 'node:crypto';
import type { Row } from './rows.ts';

/** The columns that count, in one order; a version only says how often a row was saved. */
export const countingColumns = (columns: readonly string[]): string[] =>
  columns.filter((column) => column !== 'version').sort();

/** What is filled in of a row, of its {@link countingColumns}. */
export function filledIn(row: Row, columns: readonly string[], defaults: Row): string {
  const filled: [column: string, value: string | number][] = [];
  for (const column of columns) {
    const value = row[column];
    if (value !== null && value !== undefined && value !== defaults[column]) filled.push([column, value]);
  }
  return JSON.stringify(filled);
}

/** The hash of what is {@link filledIn} of rows, whatever their order. */
export const hashOfFilledIn = (texts: string[]): string => hash('sha256', JSON.stringify(texts.sort()));

/** Rows of one table, and what stands in a column of it that nobody has filled in. */
export interface HashedRows {
  rows: readonly Row[];
  defaults?: Row;
}

/**
 * Equal exactly for rows in which the same is filled in, whatever their order, the order of their columns and the names of their
 * tables. It is kept for as long as a change can be undone, and so outlives upgrades: what a new schema renames or adds does not
 * change it. Another form of it needs a migration that converts what is kept.
 */
export const hashOfRows = (tables: readonly HashedRows[]): string =>
  hashOfFilledIn(
    tables.flatMap(({ rows, defaults = {} }) =>
      rows.map((row) => filledIn(row, countingColumns(Object.keys(row)), defaults)),
    ),
  );
