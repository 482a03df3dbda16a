import { createHash, type Hash } from 'node:crypto';
import { LasError } from '../../../shared/api/errors.ts';
import {
  exportLine,
  FORMAT_VERSION,
  headerLine,
  type EndLine,
  type HeaderLine,
  type RowLine,
} from '../../../shared/domain/export/everything.ts';
import { piecesOf } from '../files/chosenFile.ts';

const LINE_FEED = 0x0a;
/** A message of BRON of many megabytes is one line; what is longer is none of ours. */
const LONGEST_LINE = 256 * 1024 * 1024;

const damaged = (detail: string) => new LasError('everything-damaged', { detail });

/** The lines of a file with their bytes, the line feed included; the last one may lack it. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of piecesOf(path, 256 * 1024)) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, at + 1)]);
      begun = [];
      length = 0;
      from = at + 1;
    }
    begun.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST_LINE) throw damaged('een regel is te lang');
  }
  if (length > 0) yield Buffer.concat(begun);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads the first line. @throws LasError everything-not-ours, everything-newer */
function readHeader(bytes: Buffer): HeaderLine {
  const value = parseJson(bytes);
  const ours = headerLine.pick({ kind: true, format: true, version: true }).loose().safeParse(value);
  if (!ours.success) throw new LasError('everything-not-ours');
  if (ours.data.version > FORMAT_VERSION) throw new LasError('everything-newer');
  const header = headerLine.safeParse(value);
  if (!header.success) throw damaged('regel 1');
  return header.data;
}

/** What stands in a JSON export, line by line. */
export interface ExportReader {
  /** The first line, which comes before any row. */
  header(header: HeaderLine): void;
  /** `line`: its number in the file. */
  row(row: RowLine, line: number): void;
  /** After each slice of rows: the place to let other work go first. */
  pause(lines: number): Promise<void>;
}

/** Lines between two pauses: some milliseconds of work. */
const SLICE = 200;

function checkEnd(end: EndLine, hash: Hash, counts: Map<string, number>): void {
  if (end.sha256 !== hash.digest('hex')) throw damaged('de inhoud is gewijzigd');
  const told = new Map(Object.entries(end.counts).filter(([, count]) => count > 0));
  const same = told.size === counts.size && [...told].every(([table, count]) => counts.get(table) === count);
  if (!same) throw damaged('de aantallen kloppen niet');
}

/**
 * Reads a JSON export from the first line to the last and proves that it is whole: header, rows and end, counts and SHA-256.
 * Gives the number of rows per table. @throws LasError everything-not-ours, everything-newer, everything-damaged
 */
export async function readExport(path: string, reader: ExportReader): Promise<Map<string, number>> {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  let number = 0;
  let ended = false;
  for await (const bytes of linesOf(path)) {
    number += 1;
    if (ended) throw damaged('er staat iets na de laatste regel');
    if (number === 1) {
      reader.header(readHeader(bytes));
      hash.update(bytes);
      continue;
    }
    const parsed = exportLine.safeParse(parseJson(bytes));
    if (!parsed.success || parsed.data.kind === 'header') throw damaged(`regel ${number}`);
    const line = parsed.data;
    if (line.kind === 'end') {
      checkEnd(line, hash, counts);
      ended = true;
      continue;
    }
    hash.update(bytes);
    reader.row(line, number);
    counts.set(line.table, (counts.get(line.table) ?? 0) + 1);
    if (number % SLICE === 0) await reader.pause(number);
  }
  if (number === 0) throw new LasError('everything-not-ours');
  if (!ended) throw damaged('het einde ontbreekt');
  return counts;
}
