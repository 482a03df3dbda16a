import type { KeptGtb, KeptOverview } from '../../../shared/api/mijnBron.ts';
import type { Vergelijkingsoverzicht } from '../../../shared/mijnBron/comparison.ts';
import type { Gtb } from '../../../shared/mijnBron/gtb.ts';
import type { Administration } from '../context.ts';
import type { Connection } from '../database/database.ts';
import { hashOf } from '../exchange/content.ts';

/** How something of Mijn BRON came in. */
export type Source = 'mijnBron' | 'file';
type Where = Pick<Administration, 'db' | 'clock'>;

/** What Mijn BRON is asked for. */
export type FetchSubject =
  'gtb' | 'vergelijkingsoverzicht' | 'contactgegevens' | 'aantallen' | 'voortgang' | 'documenten';

/** Notes that Mijn BRON was asked for something, and whether it had it. */
export const noteFetch = ({ db, clock }: Where, subject: FetchSubject, found = true): void => {
  db.prepare(
    'INSERT INTO mijn_bron_fetch (subject, at, found) VALUES (?, ?, ?) ON CONFLICT (subject) DO UPDATE SET at = excluded.at, found = excluded.found',
  ).run(subject, clock.now().toISOString(), found ? 1 : 0);
};

/** When Mijn BRON was last asked for something, and whether it had it; undefined: never. */
export function lastFetch(db: Connection, subject: FetchSubject): { at: string; found: boolean } | undefined {
  const row = db
    .prepare<[FetchSubject], { at: string; found: 0 | 1 }>('SELECT at, found FROM mijn_bron_fetch WHERE subject = ?')
    .get(subject);
  return row && { at: row.at, found: row.found === 1 };
}

/** Whether a document is here already. */
const isKept = (db: Connection, table: 'gtb' | 'vergelijkingsoverzicht', kenmerk: string): boolean =>
  db.prepare(`SELECT 1 FROM ${table} WHERE kenmerk = ?`).get(kenmerk) !== undefined;

/** Finds the pupil here that a document names by its PGN. */
function pupilFinder(db: Connection): (named: { pgn?: string | undefined }) => number | null {
  const find = db
    .prepare<[string, string], number>(
      'SELECT id FROM main.leerling WHERE burgerservicenummer = ? OR onderwijsnummer = ? LIMIT 1',
    )
    .pluck();
  return ({ pgn }) => (pgn === undefined ? null : (find.get(pgn, pgn) ?? null));
}

const hasNewer = (db: Connection, { vestigingsvolgnummer, peildatum, madeOn }: Gtb): boolean =>
  db
    .prepare('SELECT 1 FROM gtb WHERE vestigingsvolgnummer = ? AND peildatum = ? AND made_on > ?')
    .get(vestigingsvolgnummer, peildatum, madeOn) !== undefined;

/** Whether a GTB is here, and says of no later delivery that it is in it. */
export const isGtbCurrent = (
  db: Connection,
  { kenmerk, processedUntil }: Pick<Gtb, 'kenmerk' | 'processedUntil'>,
): boolean =>
  db
    .prepare("SELECT 1 FROM gtb WHERE kenmerk = ? AND content ->> '$.processedUntil' >= ?")
    .get(kenmerk, processedUntil) !== undefined;

/**
 * Keeps a GTB. Of one with the same kenmerk that is here already only the day changes up to which deliveries are in it: that moves on as
 * long as no number changes. Call it inside a transaction.
 */
export function keepGtb({ db, clock }: Where, gtb: Gtb, source: Source): KeptGtb {
  const { kenmerk, vestigingsvolgnummer, peildatum, madeOn, notCounted, attention, ...rest } = gtb;
  const known = isKept(db, 'gtb', kenmerk);
  if (!known) {
    const { lastInsertRowid: id } = db
      .prepare(
        'INSERT INTO gtb (kenmerk, vestigingsvolgnummer, peildatum, made_on, content, source, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        ...[kenmerk, vestigingsvolgnummer, peildatum, madeOn],
        ...[JSON.stringify(rest), source, clock.now().toISOString()],
      );
    const insert = db.prepare('INSERT INTO gtb_leerling (gtb_id, leerling_id, counted, content) VALUES (?, ?, ?, ?)');
    const pupilOf = pupilFinder(db);
    for (const named of notCounted) insert.run(id, pupilOf(named), 0, JSON.stringify(named));
    for (const named of attention) insert.run(id, pupilOf(named), 1, JSON.stringify(named));
  } else if (!isGtbCurrent(db, gtb))
    db.prepare("UPDATE gtb SET content = json_set(content, '$.processedUntil', ?) WHERE kenmerk = ?").run(
      gtb.processedUntil,
      kenmerk,
    );
  return { kenmerk, vestigingsvolgnummer, peildatum, madeOn, known, outdated: hasNewer(db, gtb) };
}

interface Marked {
  conscious: 0 | 1;
  note: string | null;
  user_id: string | null;
  marked_at: string | null;
}

/** What a person thought of the same row of an earlier overview. */
const markBefore = (db: Connection, hash: string): Marked | undefined =>
  db
    .prepare<[string], Marked>(
      'SELECT conscious, note, user_id, marked_at FROM vergelijkingsoverzicht_row WHERE content_hash = ? ORDER BY id DESC LIMIT 1',
    )
    .get(hash);

/**
 * Keeps a vergelijkingsoverzicht; one with the same kenmerk that is here already stays as it is. What a person thought of a row holds for
 * the same row of the new one. Call it inside a transaction.
 */
export function keepOverview({ db, clock }: Where, overview: Vergelijkingsoverzicht, source: Source): KeptOverview {
  const { kenmerk, madeOn, rows } = overview;
  const known = isKept(db, 'vergelijkingsoverzicht', kenmerk);
  if (!known) {
    const { lastInsertRowid: id } = db
      .prepare('INSERT INTO vergelijkingsoverzicht (kenmerk, made_on, source, received_at) VALUES (?, ?, ?, ?)')
      .run(kenmerk, madeOn, source, clock.now().toISOString());
    const insert = db.prepare(
      `INSERT INTO vergelijkingsoverzicht_row (vergelijkingsoverzicht_id, leerling_id, content, content_hash, conscious, note, user_id, marked_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const pupilOf = pupilFinder(db);
    for (const row of rows) {
      const hash = hashOf(row);
      const { conscious = 0, note = null, user_id = null, marked_at = null } = markBefore(db, hash) ?? {};
      insert.run(id, pupilOf(row), JSON.stringify(row), hash, conscious, note, user_id, marked_at);
    }
  }
  const newer = db.prepare('SELECT 1 FROM vergelijkingsoverzicht WHERE made_on > ?').get(madeOn) !== undefined;
  return { kenmerk, madeOn, rows: rows.length, known, outdated: newer };
}
