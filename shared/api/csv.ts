import { z } from 'zod';
import { dateMarks, repairKinds } from '../domain/import/csv/repairs.ts';
import { csvTargets } from '../domain/import/csv/targets.ts';
import { openImport } from './import.ts';
import { operation } from './operation.ts';
import { nothing } from './session.ts';

export const csvEncodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];
export const csvDelimiters = [';', ',', '\t', '|'] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

const format = { encoding: z.enum(csvEncodings), delimiter: z.enum(csvDelimiters) };

const targetKeys = csvTargets.map(({ key }) => key);
const mapping = z.array(z.union([z.enum(targetKeys), z.null()])).max(300);
const repairs = z.record(z.enum(repairKinds), z.boolean());

const columnFacts = z.strictObject({
  damage: z.record(z.enum(repairKinds), z.number()),
  orders: z.record(z.enum(dateMarks), z.strictObject({ dutch: z.number(), american: z.number() })),
});

export const csvPreview = z.strictObject({
  /** By which it is read again or opened, within half an hour. */
  draft: z.string(),
  fileName: z.string(),
  ...format,
  headers: z.array(z.string()),
  /** The first rows, with their number in the file. */
  rows: z.array(z.strictObject({ number: z.number(), cells: z.array(z.string()) })),
  /** Rows below the header in which something stands. */
  rowCount: z.number(),
  /** Rows in another encoding than the file. */
  mixedRows: z.number(),
  columns: z.array(columnFacts),
  /** What each column is: as chosen for the same headers before, else by its header. */
  mapping,
  repairs,
  /** The mapping was chosen before. */
  remembered: z.boolean(),
});
export type CsvPreview = z.infer<typeof csvPreview>;

export const csvOperations = {
  'csv.inspect': operation({
    summary:
      'Reads a CSV file: encoding, separator, headers, first rows, and what a spreadsheet damaged. Imports nothing.',
    access: 'transfer',
    input: z.strictObject({ token: z.string().max(200), fileName: z.string().max(300) }),
    output: csvPreview,
  }),
  'csv.reread': operation({
    summary: 'Reads the inspected file again with another encoding or separator.',
    access: 'transfer',
    input: z.strictObject({ draft: z.string().max(100), ...format }),
    output: csvPreview,
  }),
  'csv.open': operation({
    summary: 'Makes the open import of the inspected file, with the columns as mapped; the mapping is remembered.',
    access: 'transfer',
    input: z.strictObject({ draft: z.string().max(100), ...format, mapping, repairs }),
    output: openImport,
  }),
  'csv.discard': operation({
    summary: 'Forgets the inspected file.',
    access: 'transfer',
    input: nothing,
    output: nothing,
  }),
} as const;
