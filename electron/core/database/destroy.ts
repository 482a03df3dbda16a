import type { Connection } from './database.ts';
import { destroyNamed, numbersOf } from './destroyNamed.ts';
import { personalTables } from './personalData.ts';

interface ForeignKey {
  table: string;
  from: string;
}

/** The ids that a query gives for a JSON list. */
const idsOf = (db: Connection, sql: string, list: string): number[] =>
  db.prepare<[string], number>(sql).pluck().all(list);

const foreignKeys = (db: Connection, table: string) => db.pragma(`main.foreign_key_list("${table}")`) as ForeignKey[];

/** Rows by table, as SQLite's own row ids. */
export type Found = Map<string, number[]>;

/** Follows the references between `personalTables` from one record down: which rows are about it. */
export function rowsBelow(db: Connection, root: string, id: number): Found {
  const found: Found = new Map([[root, [id]]]);
  // The list has referring tables first; downwards those come last.
  for (const { table, link } of [...personalTables].reverse()) {
    if (link === undefined || found.has(table)) continue;
    const rows = foreignKeys(db, table).flatMap(({ from, table: above }) => {
      const column = `SELECT rowid FROM main."${table}" WHERE "${from}" IN (SELECT value FROM json_each(?))`;
      return idsOf(db, column, JSON.stringify(found.get(above) ?? []));
    });
    found.set(table, [...new Set(rows)]);
  }
  return found;
}

/**
 * The verzorgers who belonged to nobody else: those of the links that go, and those who were taken from the pupil before and are
 * only in the log of changes any more.
 */
function verzorgersAlone(db: Connection, found: Found): { there: number[]; linksGone: number[]; gone: number[] } {
  const links = JSON.stringify(found.get('leerling_verzorger') ?? []);
  const leerlingen = JSON.stringify((found.get('leerling') ?? []).map(String));
  const there = idsOf(
    db,
    `SELECT verzorger_id FROM main.leerling_verzorger GROUP BY verzorger_id
       HAVING min(id IN (SELECT value FROM json_each(?))) = 1`,
    links,
  );
  const linksGone = idsOf(
    db,
    `SELECT DISTINCT l.entity_id FROM main.change_log l JOIN main.change_value v USING (seq) WHERE l.entity = 'leerling_verzorger'
       AND l.field = 'leerlingId' AND coalesce(v.old_value, v.new_value) IN (SELECT value FROM json_each(?))
       AND l.entity_id NOT IN (SELECT id FROM main.leerling_verzorger)`,
    leerlingen,
  );
  const gone = idsOf(
    db,
    `SELECT DISTINCT CAST(coalesce(v.old_value, v.new_value) AS INTEGER) FROM main.change_log l JOIN main.change_value v USING (seq)
       WHERE l.entity = 'leerling_verzorger' AND l.field = 'verzorgerId' AND l.entity_id IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM main.verzorger x WHERE x.id = coalesce(v.old_value, v.new_value))`,
    JSON.stringify(linksGone),
  );
  return { there, linksGone, gone };
}

/** The lines of the log of changes about these rows. */
const linesAbout = (db: Connection, found: Found): number[] =>
  [...found].flatMap(([table, ids]) =>
    db
      .prepare<[string, string], number>(
        'SELECT seq FROM main.change_log WHERE entity = ? AND entity_id IN (SELECT value FROM json_each(?))',
      )
      .pluck()
      .all(table, JSON.stringify(ids)),
  );

/** Of bundles that brought something about these rows no bytes stay. What they brought of others stands in `terugkoppeling`. */
function emptyBundles(db: Connection, terugkoppelingen: readonly number[]): void {
  db.prepare(
    `DELETE FROM main.bundel_body WHERE bundel_id IN (SELECT bundel_id FROM main.terugkoppeling WHERE id IN (SELECT value FROM json_each(?)))
       AND bundel_id IN (SELECT id FROM main.bundel WHERE state = 'verwerkt')`,
  ).run(JSON.stringify(terugkoppelingen));
}

/**
 * A verzoek registratieoverzicht that named a pupil names nobody any more: what BRON answers to it says nothing of whom it leaves out. One
 * that was not answered is not offered again.
 */
function emptyVerzoeken(db: Connection, named: readonly number[]): void {
  const berichten = JSON.stringify(
    idsOf(
      db,
      'SELECT bericht_id FROM main.registratieoverzicht_leerling WHERE rowid IN (SELECT value FROM json_each(?))',
      JSON.stringify(named),
    ),
  );
  db.prepare(
    `UPDATE main.bericht SET content = json_remove(content, '$.selectiegegevens[0].persoon'), content_hash = NULL, body = NULL,
       state = iif(state IN ('opgesteld', 'verzonden', 'onzeker', 'in behandeling'), 'vervallen', state), next_attempt_at = NULL
     WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(berichten);
  const about = 'bericht_id IN (SELECT value FROM json_each(?))';
  emptyBundles(db, idsOf(db, `SELECT id FROM main.terugkoppeling WHERE ${about}`, berichten));
  db.prepare(`UPDATE main.terugkoppeling SET content = NULL WHERE ${about}`).run(berichten);
}

/**
 * Destroys a leerling or inschrijving with everything about it, by the walk of `personalTables`, and the values in the log of
 * changes; the lines of the log stay, so that its chain still verifies. Call it inside a transaction.
 */
export function destroyRecord(db: Connection, table: 'leerling' | 'inschrijving', id: number): void {
  const found = rowsBelow(db, table, id);
  if (table === 'leerling') destroyNamed(db, numbersOf(db, id));
  emptyBundles(db, found.get('terugkoppeling') ?? []);
  emptyVerzoeken(db, found.get('registratieoverzicht_leerling') ?? []);
  const { there, linksGone, gone } = verzorgersAlone(db, found);
  found.set('verzorger', there);
  const inLog: Found = new Map([...found, ['verzorger', [...there, ...gone]]]);
  inLog.set('leerling_verzorger', [...(found.get('leerling_verzorger') ?? []), ...linksGone]);
  found.set('change_value', linesAbout(db, inLog));
  for (const { table: next } of personalTables) {
    const rows = found.get(next);
    if (!rows?.length) continue;
    db.prepare(`DELETE FROM main."${next}" WHERE rowid IN (SELECT value FROM json_each(?))`).run(JSON.stringify(rows));
  }
}
