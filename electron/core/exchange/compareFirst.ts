import type { Connection } from '../database/database.ts';
import { readSetting, writeSetting } from '../school/settings.ts';
import { hadParameters, hadSql, readHold, type Hold } from './hold.ts';

const COMPARE_FIRST = 'exchange.compareFirst';

/** Keys of rows of the comparison: `i` and the number of an inschrijving here, `b` and that of what BRON has and nobody here. */
type Keys = readonly string[];

const keep = (db: Connection, keys: Keys): void =>
  writeSetting(db, COMPARE_FIRST, keys.length > 0 ? [...new Set(keys)] : undefined);

/** Those that a person has not settled: they still differ, and were not let stand. */
function unsettled(db: Connection): string[] {
  const kept = readSetting<Keys>(db, COMPARE_FIRST);
  if (!kept) return [];
  return db
    .prepare<[string], string>(
      `SELECT k.value FROM json_each(?) k
       WHERE k.value IN (SELECT 'i' || d.inschrijving_id FROM to_deliver d
           WHERE NOT EXISTS (SELECT 1 FROM overzicht_decision o WHERE o.inschrijving_id = d.inschrijving_id)
         UNION ALL SELECT 'b' || u.id FROM unmatched_stand u
           WHERE NOT EXISTS (SELECT 1 FROM overzicht_decision o WHERE o.unmatched_id = u.id))`,
    )
    .pluck()
    .all(JSON.stringify(kept));
}

/**
 * After a restore: of how many inschrijvingen a person must still compare what BRON has with what was put back. BRON may have something
 * newer, and sending replaces it; so until a person has settled them all, or sends, the program does not deliver by itself.
 */
export const toCompare = (db: Connection): number => unsettled(db).length;

/**
 * Has a person compare, now that it is known what BRON has: what is to be delivered of which BRON has something that came of a message
 * that is not here, what it had and has no more, and what only BRON has. Call it in the transaction that ends the hold.
 */
export function compareFirst(db: Connection, hold: Hold): void {
  const keys = db
    .prepare<[Record<string, string | number>], string>(
      `SELECT 'i' || d.inschrijving_id FROM to_deliver d LEFT JOIN bron_stand s ON s.inschrijving_id = d.inschrijving_id
       WHERE CASE WHEN s.inschrijving_id IS NULL THEN ${hadSql('d.inschrijving_id')}
         ELSE NOT EXISTS (SELECT 1 FROM bericht b WHERE b.berichtidentificatie = s.berichtidentificatie AND b.id <= :lastBericht) END
       UNION ALL SELECT 'b' || id FROM unmatched_stand WHERE bericht_id > :lastBericht`,
    )
    .pluck()
    .all(hadParameters(hold));
  keep(db, keys);
  endCompared(db);
}

/**
 * The same when BRON tells of an inschrijving what came of a message that is not here, after sending was freed; nothing when it is as it
 * is here, or while sending is held. Call it in the transaction that learns it.
 */
export function compareToo(db: Connection, inschrijvingId: number): void {
  const differs = db.prepare('SELECT 1 FROM to_deliver WHERE inschrijving_id = ?').get(inschrijvingId) !== undefined;
  if (differs && !readHold(db)) keep(db, [...unsettled(db), `i${String(inschrijvingId)}`]);
}

/** Forgets what a person has settled, also by having it delivered again: a change that is made later is an ordinary one. */
export function endCompared(db: Connection, delivered?: string): void {
  if (!readSetting<Keys>(db, COMPARE_FIRST)) return;
  keep(
    db,
    unsettled(db).filter((key) => key !== delivered),
  );
}

/** A person sends: from here on the program delivers by itself again. */
export function endComparing(db: Connection): void {
  if (readSetting<Keys>(db, COMPARE_FIRST)) keep(db, []);
}
