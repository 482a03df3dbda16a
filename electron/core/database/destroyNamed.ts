import type { Connection } from './database.ts';

/** The numbers by which BRON and files know a pupil: those of now and those of before, as the log of changes has them. */
export function numbersOf(db: Connection, leerlingId: number): string[] {
  const found = db
    .prepare<[{ id: number }], string>(
      `SELECT burgerservicenummer FROM main.leerling WHERE id = :id UNION SELECT onderwijsnummer FROM main.leerling WHERE id = :id
       UNION SELECT v.old_value FROM main.change_log l JOIN main.change_value v USING (seq)
         WHERE l.entity = 'leerling' AND l.entity_id = :id AND l.field IN ('burgerservicenummer', 'onderwijsnummer')`,
    )
    .pluck()
    .all({ id: leerlingId });
  // A number that was typed half would be found in everything.
  return found.filter((number) => /^\d{8,9}$/.test(number));
}

/** Rows that name a pupil without being tied to one, by what they hold. `unmatched_stand` goes after what was decided about it. */
const statements = [
  `DELETE FROM main.bundel_body WHERE instr(body, CAST(:number AS BLOB)) > 0
     AND bundel_id IN (SELECT id FROM main.bundel WHERE state = 'verwerkt')`,
  'UPDATE main.terugkoppeling SET content = NULL WHERE inschrijving_id IS NULL AND leerling_id IS NULL AND instr(content, :number) > 0',
  'DELETE FROM main.overzicht_decision WHERE unmatched_id IN (SELECT id FROM main.unmatched_stand WHERE pgn = :number)',
  'DELETE FROM main.unmatched_stand WHERE pgn = :number',
  'DELETE FROM main.import_candidate WHERE instr(content, :number) > 0',
  'DELETE FROM main.gtb_leerling WHERE leerling_id IS NULL AND instr(content, :number) > 0',
  'DELETE FROM main.vergelijkingsoverzicht_row WHERE leerling_id IS NULL AND instr(content, :number) > 0',
];

/**
 * Destroys what names a pupil by one of these numbers and is tied to no pupil: what BRON told of several at once, and what files have.
 * Call it inside a transaction.
 */
export function destroyNamed(db: Connection, numbers: readonly string[]): void {
  for (const sql of statements) {
    const statement = db.prepare(sql);
    for (const number of numbers) statement.run({ number });
  }
}
