import type { FileHandle } from 'node:fs/promises';
import type { ExportColumn } from '../../../shared/domain/export/columns.ts';
import type { DateStyle } from './cells.ts';

/** A row as stored, in the order of the columns; null and empty are "not filled". */
export type Row = readonly (string | null)[];

/** A list on its way to a file, some hundred rows at a time. */
export interface Table {
  title: string;
  columns: readonly ExportColumn[];
  dates: DateStyle;
  pages: AsyncIterable<readonly Row[]>;
}

/** How a list is written in one format, and read back. */
export interface ListWriter {
  /** Writes the header and all rows; gives the number of rows. */
  write(file: FileHandle, table: Table): Promise<number>;
  /** @throws LasError export-not-verified when the file does not hold `count` rows below its header */
  verify(path: string, table: Table, count: number): Promise<void>;
}
