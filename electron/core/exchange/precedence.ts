import type { Connection } from '../database/database.ts';
import { gegevenSql } from './content.ts';

const knownStart = gegevenSql('s.content', 'datumInschrijving');
const knownEnd = gegevenSql('s.content', 'datumUitschrijving');

/** In SQL: a row `s` with the content of another inschrijving `o` as BRON has it, or will have it once it answers. */
const sources = [
  'JOIN bron_stand s ON s.inschrijving_id = o.id',
  "JOIN bericht s ON s.inschrijving_id = o.id AND s.nr = 3 AND s.state IN ('verzonden', 'onzeker', 'in behandeling')",
] as const;

const awaitedSql = (source: string): string =>
  `SELECT ${knownStart} FROM inschrijving i
     JOIN inschrijving o ON o.leerling_id = i.leerling_id AND o.id <> i.id
     ${source}
     JOIN to_deliver d ON d.inschrijving_id = o.id
   WHERE i.id = ? AND NOT EXISTS (SELECT 1 FROM bron_stand b WHERE b.inschrijving_id = i.id)
     AND ${knownStart} <= coalesce(i.datum_uitschrijving, '9999-12-31') AND coalesce(${knownEnd}, '9999-12-31') >= i.datum_inschrijving
     AND (o.datum_uitschrijving < i.datum_inschrijving OR o.datum_inschrijving > i.datum_uitschrijving
       OR EXISTS (SELECT 1 FROM verwijdering v WHERE v.inschrijving_id = o.id))
   LIMIT 1`;
const statements = sources.map(awaitedSql);

/**
 * The datum inschrijving of another inschrijving of the pupil that BRON must have as it is here before this one can be registered:
 * BRON has it on the same days (311), or will have by what is under way, and what was changed here ends that. Undefined when there is
 * none, or BRON has this one already.
 */
export function awaitedStart(db: Connection, inschrijvingId: number): string | undefined {
  for (const sql of statements) {
    const start = db.prepare<[number], string>(sql).pluck().get(inschrijvingId);
    if (start !== undefined) return start;
  }
  return undefined;
}
