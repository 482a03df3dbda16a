import { bronState, type BronState, type Persoonsgegevens } from '../../../shared/api/leerlingen.ts';
import type { Connection } from '../database/database.ts';
import { rowInserter } from '../database/insertRows.ts';
import { withoutNulls } from '../database/withoutNulls.ts';
import { searchWords, sortName, type SearchWord } from './search.ts';

/** BRON states from the one that needs most attention to the one that needs none; a pupil shows the first of its inschrijvingen. */
export const bronStateOrder: readonly BronState[] = bronState.options;

/** Later than any datum uitschrijving: the last day of a pupil who has not left. */
export const NOT_LEFT = '9999-12-31';

const NO_INSCHRIJVING = bronStateOrder.indexOf('geen inschrijving');

/** The place of a BRON state in the order of attention, in SQL. */
const rankSql = `CASE s.state ${bronStateOrder.map((state, rank) => `WHEN '${state}' THEN ${rank}`).join(' ')} END`;

/** What the inschrijvingen of pupil `:id` make of his BRON state, in SQL. */
const stateSql = `SELECT coalesce(min(${rankSql}), ${NO_INSCHRIJVING}) AS state_rank, coalesce(sum(s.open_signalen), 0) AS open_signalen
  FROM bron_state s JOIN inschrijving i ON i.id = s.inschrijving_id WHERE i.leerling_id = :id`;

/** The day until which pupil `:id` is here, in SQL. */
const lastDaySql = `SELECT max(coalesce(i.datum_uitschrijving, '${NOT_LEFT}')) FROM inschrijving i WHERE i.leerling_id = :id`;

// Whole texts, so that they need not be built again for every pupil.
const sourceSql = `SELECT l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, l.leerlingnummer, l.burgerservicenummer, l.onderwijsnummer,
    (${lastDaySql}) AS last_day, b.state_rank, b.open_signalen
  FROM leerling l, (${stateSql}) b WHERE l.id = :id`;
const refreshSql = `UPDATE leerling_row SET last_day = coalesce((${lastDaySql}), '${NOT_LEFT}'), (state_rank, open_signalen) = (${stateSql})
  WHERE leerling_id = :id`;

interface Source {
  roepnaam: string | null;
  voornamen: string | null;
  voorvoegsel: string | null;
  achternaam: string | null;
  leerlingnummer: string | null;
  burgerservicenummer: string | null;
  onderwijsnummer: string | null;
  last_day: string | null;
  state_rank: number;
  open_signalen: number;
}

const insertWords = rowInserter('leerling_word', ['word', 'leerling_id', 'is_number']);

const addWords = (db: Connection, id: number, words: readonly SearchWord[]): void =>
  insertWords(
    db,
    words.map(({ word, isNumber }) => [word, id, Number(isNumber)]),
  );

function indexWords(db: Connection, id: number, texts: Record<string, string | undefined>): void {
  const wanted = new Map(searchWords(texts).map((found) => [`${Number(found.isNumber)}${found.word}`, found]));
  const known = db
    .prepare<[number], { word: string; is_number: number }>(
      'SELECT word, is_number FROM leerling_word WHERE leerling_id = ?',
    )
    .all(id);
  const remove = db.prepare('DELETE FROM leerling_word WHERE word = ? AND leerling_id = ? AND is_number = ?');
  for (const { word, is_number: isNumber } of known)
    if (!wanted.delete(`${isNumber}${word}`)) remove.run(word, id, isNumber);
  addWords(db, id, [...wanted.values()]);
}

/**
 * Computes anew by what the list finds and sorts a pupil. Call it in the transaction of every change of a pupil, its
 * inschrijvingen or their BRON state. One that lies in the bin is not found.
 */
export function indexLeerling(db: Connection, id: number): void {
  const source = db.prepare<{ id: number }, Source>(sourceSql).get({ id });
  if (!source) {
    for (const table of ['leerling_row', 'leerling_word'])
      db.prepare(`DELETE FROM ${table} WHERE leerling_id = ?`).run(id);
    return;
  }
  const { last_day: lastDay, state_rank: stateRank, open_signalen: openSignalen, ...named } = source;
  const texts = withoutNulls(named);
  db.prepare(
    `INSERT INTO leerling_row (leerling_id, sort_name, last_day, state_rank, open_signalen) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (leerling_id) DO UPDATE SET sort_name = excluded.sort_name, last_day = excluded.last_day,
       state_rank = excluded.state_rank, open_signalen = excluded.open_signalen`,
  ).run(id, sortName(texts), lastDay ?? NOT_LEFT, stateRank, openSignalen);
  indexWords(db, id, texts);
}

/** The same of a pupil that was made just now with these persoonsgegevens: it has no inschrijving yet, and nothing need be read. */
export function indexNewLeerling(db: Connection, id: number, persoon: Persoonsgegevens): void {
  // What is empty is stored as not filled in.
  const texts: Persoonsgegevens = Object.fromEntries(Object.entries(persoon).filter(([, text]) => text !== ''));
  db.prepare(
    'INSERT INTO leerling_row (leerling_id, sort_name, last_day, state_rank, open_signalen) VALUES (?, ?, ?, ?, 0)',
  ).run(id, sortName(texts), NOT_LEFT, NO_INSCHRIJVING);
  addWords(db, id, searchWords(texts));
}

/** The same when no more than the inschrijvingen of this pupil or their BRON state changed, and what it is called did not. */
export const indexInschrijvingen = (db: Connection, id: number) => db.prepare(refreshSql).run({ id });

/** The same of a pupil who got the first of its inschrijvingen. */
export const indexFirstInschrijving = (db: Connection, id: number, lastDay: string | undefined, state: BronState) =>
  db
    .prepare('UPDATE leerling_row SET last_day = ?, state_rank = ? WHERE leerling_id = ?')
    .run(lastDay || NOT_LEFT, bronStateOrder.indexOf(state), id);

/** Indexes every pupil when the index is not there yet: after a migration that emptied or made it. */
export function ensureListIndex(db: Connection): void {
  const { missing } = db
    .prepare<[], { missing: number }>(
      'SELECT (SELECT count(*) FROM leerling) - (SELECT count(*) FROM leerling_row) AS missing',
    )
    .get() ?? { missing: 0 };
  if (missing === 0) return;
  const ids = db.prepare<[], { id: number }>('SELECT id FROM leerling').all();
  db.transaction(() => {
    for (const { id } of ids) indexLeerling(db, id);
  }).immediate();
}
