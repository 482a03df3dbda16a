import type { ExportColumn } from '../../../shared/domain/export/columns.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';
import { workList } from '../exchange/work.ts';
import type { Row } from './table.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;

/** The work list "nog niet correct" as rows. */
export function workRows(db: Connection, clock: Clock, columns: readonly ExportColumn[]): Row[] {
  const { rows } = workList(
    { db, clock },
    { show: 'open', grouping: 'none', order: 'naam', offset: 0, limit: LARGEST },
  );
  return rows.map((row) =>
    columns.map(({ key }) => {
      const value: unknown = row[key.slice(key.indexOf('.') + 1) as keyof typeof row];
      return typeof value === 'string' ? value : null;
    }),
  );
}
