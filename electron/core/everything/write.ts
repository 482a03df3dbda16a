import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import {
  FORMAT_VERSION,
  type Cell,
  type EndLine,
  type HeaderLine,
  type RowLine,
} from '../../../shared/domain/export/everything.ts';
import type { Connection } from '../database/database.ts';
import { schemaVersion } from '../database/migrations.ts';
import type { ExportContext } from '../export/job.ts';
import { notAsWritten, writeVerified } from '../export/verifiedFile.ts';
import { readSchool } from '../school/settings.ts';
import { readExport } from './lines.ts';
import { countSql, exportTables, selectSql, type ExportTable } from './tables.ts';

/** Rows that are fetched and written in one go: a few milliseconds of work. */
const SLICE = 200;

type Stored = Record<string, string | number | Buffer | null>;

/** A row without what is not filled. */
function toLine(table: string, stored: Stored): RowLine {
  const row: Record<string, Cell> = {};
  for (const [column, value] of Object.entries(stored)) {
    if (value !== null) row[column] = Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value;
  }
  return { kind: 'row', table, row };
}

function headerOf(db: Connection, program: string, exportedAt: string): HeaderLine {
  const { kind, brinnummer, aanleverpunt, naam } = readSchool(db);
  return {
    kind: 'header',
    format: 'bronwijs',
    version: FORMAT_VERSION,
    schema: schemaVersion(db),
    program,
    exportedAt,
    administration: { kind, brinnummer, aanleverpunt, naam },
  };
}

/** The text of the rows of all tables, a slice at a time. */
function* slicesOf(
  db: Connection,
  tables: readonly ExportTable[],
): Generator<{ text: string; rows: number; table: string }> {
  for (const exported of tables) {
    let lines: string[] = [];
    const slice = () => ({
      text: lines.map((line) => `${line}\n`).join(''),
      rows: lines.length,
      table: exported.table,
    });
    for (const stored of db.prepare<[], Stored>(selectSql(exported)).iterate()) {
      lines.push(JSON.stringify(toLine(exported.table, stored)));
      if (lines.length < SLICE) continue;
      yield slice();
      lines = [];
    }
    if (lines.length > 0) yield slice();
  }
}

/** Writes the whole administration as JSON lines to `path` and reads it back. */
export async function exportEverything(
  { clock, snapshot, job, logged }: ExportContext,
  program: string,
  path: string,
): Promise<{ count: number; bytes: number }> {
  const tables = exportTables(snapshot);
  const total = tables.reduce(
    (sum, table) => sum + (snapshot.prepare<[], number>(countSql(table)).pluck().get() ?? 0),
    0,
  );

  const write = async (file: FileHandle): Promise<number> => {
    const hash = createHash('sha256');
    const counts: Record<string, number> = {};
    let done = 0;
    const append = async (text: string) => {
      hash.update(text);
      await file.write(text);
    };
    await append(`${JSON.stringify(headerOf(snapshot, program, clock.now().toISOString()))}\n`);
    for (const { text, rows, table } of slicesOf(snapshot, tables)) {
      await append(text);
      counts[table] = (counts[table] ?? 0) + rows;
      done += rows;
      await job.pause(done, total);
    }
    const end: EndLine = { kind: 'end', counts, sha256: hash.digest('hex') };
    await file.write(`${JSON.stringify(end)}\n`);
    return done;
  };

  const verify = async (written: string, count: number): Promise<void> => {
    const counts = await readExport(written, {
      header: () => undefined,
      row: () => undefined,
      pause: () => job.pause(total, total),
    });
    const found = [...counts.values()].reduce((sum, rows) => sum + rows, 0);
    if (found !== count || count !== total) throw notAsWritten();
    logged('alles', `JSON, ${count} rijen`);
  };

  const { written, bytes } = await writeVerified(path, { write, verify });
  return { count: written, bytes };
}
