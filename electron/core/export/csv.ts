import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../../../shared/domain/export/formula.ts';
import { cellText } from './cells.ts';
import type { ListWriter, Table } from './table.ts';
import { notAsWritten } from './verifiedFile.ts';

const DELIMITER = ';';

const toCsv = (rows: string[][]): string =>
  stringify(
    rows.map((row) => row.map(guardFormula)),
    { delimiter: DELIMITER, record_delimiter: '\r\n' },
  );

async function write(file: FileHandle, { columns, dates, pages }: Table): Promise<number> {
  // With a byte order mark Excel reads UTF-8, and a semicolon is what it expects on a Dutch computer.
  await file.write(`\uFEFF${toCsv([columns.map(({ label }) => label)])}`);
  let count = 0;
  for await (const page of pages) {
    const texts = page.map((row) =>
      columns.map((column, index) => {
        const value = row[index];
        return value ? cellText(column, value, dates) : '';
      }),
    );
    await file.write(toCsv(texts));
    count += page.length;
  }
  return count;
}

async function verify(path: string, { columns }: Table, count: number): Promise<void> {
  let found = -1;
  const records = createReadStream(path).pipe(parse({ delimiter: DELIMITER, bom: true, relax_column_count: true }));
  for await (const record of records as AsyncIterable<string[]>) {
    if (record.length !== columns.length) throw notAsWritten();
    found += 1;
  }
  if (found !== count) throw notAsWritten();
}

/** CSV for Dutch Excel: UTF-8 with byte order mark, semicolons, CRLF, formulas guarded. */
export const csvWriter: ListWriter = { write, verify };
