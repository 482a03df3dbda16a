import type { CsvPreview } from '../../../../shared/api/csv.ts';
import { LasError } from '../../../../shared/api/errors.ts';
import { emptyFacts, observe, type ColumnFacts } from '../../../../shared/domain/import/csv/columns.ts';
import type { CsvRow } from '../../../../shared/domain/import/csv/candidate.ts';
import { slices } from '../slices.ts';
import { csvRows, type CsvFormat } from './rows.ts';

const SHOWN_ROWS = 10;
const SHOWN_LENGTH = 100;
const MOST_COLUMNS = 300;

/** What a CSV file looks like, read from the first row to the last. */
export type CsvShape = Pick<CsvPreview, 'headers' | 'rows' | 'rowCount' | 'mixedRows' | 'columns'>;

/** @throws LasError import-empty, csv-columns, csv-quote, import-stopped, file-unreadable */
export async function inspectCsv(path: string, format: CsvFormat, stopped: () => boolean): Promise<CsvShape> {
  let headers: readonly string[] | undefined;
  let columns: ColumnFacts[] = [];
  const first: CsvRow[] = [];
  let [rowCount, mixedRows] = [0, 0];
  const next = slices(stopped);
  for await (const row of csvRows(path, format)) {
    if (!headers) {
      headers = row.cells.map((cell) => cell.trim());
      if (headers.length > MOST_COLUMNS) throw new LasError('csv-columns', { count: headers.length });
      columns = headers.map(emptyFacts);
      continue;
    }
    rowCount += 1;
    if (row.sentence !== undefined) mixedRows += 1;
    if (first.length < SHOWN_ROWS) first.push(row);
    columns.forEach((facts, index) => observe(facts, row.cells[index] ?? ''));
    await next();
  }
  if (!headers || rowCount === 0) throw new LasError('import-empty');
  const width = headers.length;
  return {
    headers: headers.map((header) => header.slice(0, SHOWN_LENGTH)),
    rows: first.map(({ number, cells }) => ({
      number,
      cells: cells.slice(0, width).map((cell) => cell.slice(0, SHOWN_LENGTH)),
    })),
    rowCount,
    mixedRows,
    columns,
  };
}
