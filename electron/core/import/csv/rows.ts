import { isAscii, isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { parse, type CsvError, type Info } from 'csv-parse';
import type { CsvEncoding, CsvDelimiter } from '../../../../shared/api/csv.ts';
import { LasError } from '../../../../shared/api/errors.ts';
import type { CsvRow } from '../../../../shared/domain/import/csv/candidate.ts';
import { piecesOf } from '../../files/chosenFile.ts';

/** A quote that is not closed would make one record of the rest of the file. */
const LONGEST_RECORD = 256 * 1024;

const latin = new TextDecoder('windows-1252');
const utf8 = new TextDecoder('utf-8');

/** How a file is to be read. */
export interface CsvFormat {
  encoding: CsvEncoding;
  delimiter: CsvDelimiter;
}

/** The bytes of a file as UTF-8 or Windows-1252, without a byte order mark; `onRead` hears how many were read. */
async function* bytesOf(path: string, encoding: CsvEncoding, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be' ? new TextDecoder(encoding) : undefined;
  let first = true;
  let read = 0;
  for await (const chunk of piecesOf(path)) {
    read += chunk.length;
    onRead(read);
    const bytes = wide ? Buffer.from(wide.decode(chunk, { stream: true }), 'utf8') : chunk;
    const marked = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    first = false;
    yield marked ? bytes.subarray(3) : bytes;
  }
  if (wide) yield Buffer.from(wide.decode(), 'utf8');
}

const mixed = {
  'utf-8':
    'Deze rij is niet in UTF-8 maar in Windows-1252 geschreven, anders dan de rest. Controleer letters met accenten.',
  'windows-1252': 'Deze rij is in UTF-8 geschreven, anders dan de rest. Controleer letters met accenten.',
} as const;

/** The cells of one row as text; a row that is in another encoding than the file is read in its own, and told. */
function textsOf(cells: readonly Buffer[], encoding: CsvEncoding): Pick<CsvRow, 'cells' | 'sentence'> {
  if (cells.every((cell) => isAscii(cell))) return { cells: cells.map((cell) => cell.toString('latin1')) };
  const isText = cells.every((cell) => isUtf8(cell));
  const decoder = isText ? utf8 : latin;
  const texts = cells.map((cell) => decoder.decode(cell));
  if (encoding === 'windows-1252') return { cells: texts, ...(isText ? { sentence: mixed[encoding] } : {}) };
  return { cells: texts, ...(isText ? {} : { sentence: mixed['utf-8'] }) };
}

/** A row with what the parser counted up to it. */
interface Parsed {
  info: Pick<Info, 'records' | 'empty_lines'>;
  record: Buffer[];
}

const brokenBy = (error: CsvError & Partial<Parsed['info']>) =>
  error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
    ? new LasError('csv-quote', { row: (error.records ?? 0) + (error.empty_lines ?? 0) + 1 })
    : error;

/**
 * The rows of a CSV file one by one, the header first. Numbers are those of a spreadsheet: empty rows count and do not come.
 * @throws LasError csv-quote when a quote is not closed, file-unreadable
 */
export async function* csvRows(
  path: string,
  { encoding, delimiter }: CsvFormat,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter,
    // Bytes come through as they are: which encoding they are in is judged row by row.
    encoding: null,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    // The parser takes ever longer over each empty row that it gives: a few megabytes of them kept the program busy for hours.
    skip_empty_lines: true,
    info: true,
  });
  const source = Readable.from(bytesOf(path, encoding, onRead));
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { info, record: cells } of source.pipe(parser) as AsyncIterable<Parsed>) {
      const number = info.records + info.empty_lines;
      if (cells.some((cell) => cell.length > 0)) yield { number, ...textsOf(cells, encoding) };
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error ? brokenBy(error as CsvError) : error;
  } finally {
    source.destroy();
  }
}
