import type { Vergelijkingsoverzicht } from '../../../shared/mijnBron/comparison.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { lastFetch } from '../mijnBron/keep.ts';

/** A vergelijkingsoverzicht that is kept. */
export interface StoredOverview {
  id: number;
  kenmerk: string;
  madeOn: string;
  receivedAt: string;
}

/** The vergelijkingsoverzicht that was made last; undefined: none came in yet. */
export const lastOverview = (db: Connection): StoredOverview | undefined =>
  db
    .prepare<[], StoredOverview>(
      `SELECT id, kenmerk, made_on AS madeOn, received_at AS receivedAt FROM vergelijkingsoverzicht
       ORDER BY made_on DESC, id DESC LIMIT 1`,
    )
    .get();

/** The vergelijkingsoverzicht that holds: the last one, unless Mijn BRON said since that there is none any more. */
export function newestOverview({ db }: Pick<Administration, 'db'>): StoredOverview | undefined {
  const last = lastOverview(db);
  const fetched = lastFetch(db, 'vergelijkingsoverzicht');
  const gone = last && fetched && !fetched.found && fetched.at > last.receivedAt;
  return gone ? undefined : last;
}

interface RowOfOverview {
  id: number;
  leerling_id: number | null;
  content: string;
  conscious: 0 | 1;
  note: string | null;
  name: string | null;
  marked_at: string | null;
}

/** A difference on a vergelijkingsoverzicht, who it is here, and what a person thinks of it. */
export interface StoredOverviewRow {
  id: number;
  leerlingId: number | undefined;
  row: Vergelijkingsoverzicht['rows'][number];
  conscious: boolean;
  note?: string;
  by?: string;
  markedAt?: string;
}

/** The differences on a vergelijkingsoverzicht. */
export const rowsOf = (db: Connection, overviewId: number): StoredOverviewRow[] =>
  db
    .prepare<[number], RowOfOverview>(
      `SELECT r.id, r.leerling_id, r.content, r.conscious, r.note, a.name, r.marked_at
       FROM vergelijkingsoverzicht_row r LEFT JOIN user_account a ON a.id = r.user_id
       WHERE r.vergelijkingsoverzicht_id = ? ORDER BY r.id`,
    )
    .all(overviewId)
    .map(({ id, leerling_id, content, conscious, note, name, marked_at }) => ({
      id,
      leerlingId: leerling_id ?? undefined,
      row: JSON.parse(content) as Vergelijkingsoverzicht['rows'][number],
      conscious: conscious === 1,
      ...(note === null ? {} : { note }),
      ...(name === null ? {} : { by: name }),
      ...(marked_at === null ? {} : { markedAt: marked_at }),
    }));
