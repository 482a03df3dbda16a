import { isAscii, isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { csvDelimiters, type CsvDelimiter, type CsvEncoding } from '../../../../shared/api/csv.ts';
import { startOf } from '../../files/chosenFile.ts';
import type { CsvFormat } from './rows.ts';

const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_ROWS = 50;

const starts = (bytes: Buffer, ...start: number[]) => start.every((byte, index) => bytes[index] === byte);

/** How many of the bytes at odd or even places are zero: text in UTF-16 of our letters has them in every other place. */
function zeros(bytes: Buffer, from: 0 | 1): number {
  let count = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count / Math.max(1, bytes.length / 2);
}

/** The encoding that most lines with accents are in; others are told row by row. */
function encodingOfLines(bytes: Buffer): CsvEncoding {
  let balance = 0;
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (!isAscii(line)) balance += isUtf8(line) ? 1 : -1;
    // A sample that ends inside a line is none the worse for it.
    if (end < 0) break;
    from = end + 1;
  }
  return balance >= 0 ? 'utf-8' : 'windows-1252';
}

function encodingOf(bytes: Buffer): CsvEncoding {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (starts(bytes, 0xff, 0xfe) || zeros(bytes, 1) > 0.5) return 'utf-16le';
  if (starts(bytes, 0xfe, 0xff) || zeros(bytes, 0) > 0.5) return 'utf-16be';
  return encodingOfLines(bytes);
}

/** How well a separator cuts the sample: the number of columns, if that is what nearly all rows have. */
function score(text: string, delimiter: CsvDelimiter): number {
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: SAMPLE_ROWS,
    });
    const columns = rows[0]?.length ?? 0;
    const alike = rows.filter((row) => row.length === columns).length / Math.max(1, rows.length);
    return columns > 1 && alike > 0.8 ? columns * alike : 0;
  } catch {
    return 0;
  }
}

/** What encoding and separator a file most probably has, from its first part. @throws LasError file-unreadable */
export async function detectFormat(path: string): Promise<CsvFormat> {
  const bytes = await startOf(path, SAMPLE_BYTES);
  const encoding = encodingOf(bytes);
  const decoded = new TextDecoder(encoding).decode(bytes);
  // The last line of a sample may have been cut off.
  const text = bytes.length < SAMPLE_BYTES ? decoded : decoded.slice(0, decoded.lastIndexOf('\n') + 1);
  const [best] = csvDelimiters
    .map((delimiter) => ({ delimiter, score: score(text, delimiter) }))
    .sort((a, b) => b.score - a.score);
  return { encoding, delimiter: best && best.score > 0 ? best.delimiter : ';' };
}
