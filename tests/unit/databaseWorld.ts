import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { LasError } from '../../shared/api/errors.ts';
import type { Connection } from '../../electron/core/database/database.ts';
import { closeDatabase, openDatabase } from '../../electron/core/database/database.ts';
import { migrate } from '../../electron/core/database/migrations.ts';

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bronwijs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new administration with the whole schema, closed after the test. */
export function temporaryDatabase(): { db: Connection; file: string; key: Buffer; folder: string } {
  const folder = temporaryFolder();
  const file = join(folder, 'administratie.db');
  const key = randomBytes(32);
  const db = openDatabase(file, key, { create: true });
  onTestFinished(() => closeDatabase(db));
  migrate(db);
  return { db, file, key, folder };
}

/** The code of the LasError that `work` throws; 'none' when it throws nothing. */
export function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof LasError) return error.failure.code;
    throw error;
  }
}

/** The code of the LasError with which `work` is refused; 'none' when it is not. */
export async function codeOfPromise(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof LasError) return error.failure.code;
    throw error;
  }
}

/** Adds a leerling and gives the id. */
export function addLeerling(db: Connection, achternaam: string): number {
  const at = '2009-11-02T08:00:00.000Z';
  const { lastInsertRowid } = db
    .prepare('INSERT INTO leerling (achternaam, created_at, changed_at) VALUES (?, ?, ?)')
    .run(achternaam, at, at);
  return Number(lastInsertRowid);
}
