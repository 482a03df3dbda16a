import { hash } from 'node:crypto';
import type { Row } from './rows.ts';

/** What is filled in of a row, in one order; a version only counts how often it was saved. */
const filledIn = (row: Row, defaults: Row): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([column, value]) => value !== null && column !== 'version' && value !== defaults[column])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

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
  hash(
    'sha256',
    JSON.stringify(tables.flatMap(({ rows, defaults = {} }) => rows.map((row) => filledIn(row, defaults))).sort()),
  );
