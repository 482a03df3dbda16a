import {
  comparing,
  overzichtGroups,
  type ComparedRow,
  type OverzichtGroup,
} from '../../../shared/domain/registratieoverzicht/compare.ts';
import type { Connection } from '../database/database.ts';
import { wholeSql } from '../exchange/selection.ts';
import { giveWay } from '../giveWay.ts';
import { allAtBron, allHere } from './sides.ts';

const PAIRS_PER_SLICE = 50;

/** The newest registratieoverzicht of all pupils that came in. */
export interface Overview {
  peildatum: string;
  receivedAt: string;
  /** When the newest one of some pupils came in since. */
  refreshedAt?: string;
}

/** What the comparison gives: every row, in the order of the groups and of the names. */
export interface Compared {
  overview: Overview | undefined;
  rows: readonly ComparedRow[];
}

function newestOverview(db: Connection): Overview | undefined {
  const newest = db
    .prepare<[], { id: number; peildatum: string; receivedAt: string }>(
      `SELECT r.bericht_id AS id, r.peildatum, r.received_at AS receivedAt FROM registratieoverzicht r
       WHERE r.received_at IS NOT NULL AND ${wholeSql} ORDER BY r.bericht_id DESC LIMIT 1`,
    )
    .get();
  if (!newest) return undefined;
  const { id, peildatum, receivedAt } = newest;
  const refreshedAt = db
    .prepare<[number], string | null>('SELECT max(received_at) FROM registratieoverzicht WHERE bericht_id > ?')
    .pluck()
    .get(id);
  return { peildatum, receivedAt, ...(refreshedAt ? { refreshedAt } : {}) };
}

/** Changes with every change of the data, by whatever connection. */
const stampOf = (db: Connection): string =>
  `${String(db.prepare<[], number>('SELECT total_changes()').pluck().get())} ${String(db.pragma('data_version', { simple: true }))}`;

const nameOf = ({ here, bron }: ComparedRow): string => {
  const name = (here ?? bron)?.persoon['achternaam'];
  return typeof name === 'string' ? name : '';
};
const place = new Map<OverzichtGroup, number>(overzichtGroups.map((group, index) => [group, index]));
const byGroup = (a: ComparedRow, b: ComparedRow): number =>
  (place.get(a.group) ?? 0) - (place.get(b.group) ?? 0) || nameOf(a).localeCompare(nameOf(b), 'nl');

/** Compares the administration with what BRON is known to have, in slices. Without a registratieoverzicht there is nothing to compare. */
export async function compareWithBron(db: Connection): Promise<Compared> {
  const overview = newestOverview(db);
  if (!overview) return { overview, rows: [] };
  const [here, bron] = [await allHere(db), await allAtBron(db)];
  const rows: ComparedRow[] = [];
  let done = 0;
  for (const row of comparing(here, bron, overview.peildatum)) {
    if (row) rows.push(row);
    done += 1;
    if (done % PAIRS_PER_SLICE === 0) await giveWay();
  }
  return { overview, rows: rows.sort(byGroup) };
}

/** Keeps the last comparison as long as nothing has changed: a person pages through it. */
export class Comparison {
  readonly #db: Connection;
  #kept: { stamp: string; compared: Promise<Compared> } | undefined;

  constructor(db: Connection) {
    this.#db = db;
  }

  current(): Promise<Compared> {
    const stamp = stampOf(this.#db);
    if (this.#kept?.stamp !== stamp) {
      const compared = compareWithBron(this.#db);
      this.#kept = { stamp, compared };
      compared.catch(() => (this.#kept = undefined));
    }
    return this.#kept.compared;
  }
}
