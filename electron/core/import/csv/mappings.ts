import { hash } from 'node:crypto';
import type { CsvMapping } from '../../../../shared/domain/import/csv/targets.ts';
import type { Repairs } from '../../../../shared/domain/import/csv/repairs.ts';
import type { Connection } from '../../database/database.ts';
import { readSetting, writeSetting } from '../../school/settings.ts';

const SETTING = 'csvMappings';
const MOST = 50;

interface Remembered {
  /** Which header row it is for. */
  headers: string;
  mapping: CsvMapping;
  repairs: Repairs;
}

const keyOf = (headers: readonly string[]) =>
  hash('sha256', JSON.stringify(headers.map((header) => header.trim().toLowerCase())));

const read = (db: Connection) => readSetting<Remembered[]>(db, SETTING) ?? [];

/** What was chosen for a file with the same header row. */
export function recallMapping(
  db: Connection,
  headers: readonly string[],
): Pick<Remembered, 'mapping' | 'repairs'> | undefined {
  const key = keyOf(headers);
  return read(db).find((item) => item.headers === key && item.mapping.length === headers.length);
}

/** Keeps what was chosen for the header row; the oldest are forgotten. */
export function rememberMapping(
  db: Connection,
  headers: readonly string[],
  mapping: CsvMapping,
  repairs: Repairs,
): void {
  const key = keyOf(headers);
  const others = read(db).filter((item) => item.headers !== key);
  writeSetting(db, SETTING, [{ headers: key, mapping, repairs }, ...others].slice(0, MOST));
}
