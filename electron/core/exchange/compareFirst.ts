import type { Connection } from '../database/database.ts';
import { readSetting, writeSetting } from '../school/settings.ts';
import { everLeftSql } from './known.ts';

const COMPARE_FIRST = 'exchange.compareFirst';

/**
 * After a restore: of how many inschrijvingen BRON has something else than what was put back, or nothing any more though it may have had
 * it. That may be newer than what stands here, and sending replaces it; so until a person sends, the program does not do so by itself. 0
 * when there are none, or when a person has sent since.
 */
export function toCompare(db: Connection): number {
  const lastBericht = readSetting<number>(db, COMPARE_FIRST);
  return lastBericht === undefined ? 0 : differing(db, lastBericht);
}

const differing = (db: Connection, lastBericht: number): number =>
  db
    .prepare<[number], { n: number }>(
      `SELECT count(*) AS n FROM to_deliver d
       WHERE EXISTS (SELECT 1 FROM bron_stand s WHERE s.inschrijving_id = d.inschrijving_id)
         OR EXISTS (SELECT 1 FROM bericht WHERE inschrijving_id = d.inschrijving_id AND nr = 3 AND id <= ? AND ${everLeftSql})`,
    )
    .get(lastBericht)?.n ?? 0;

/** Lets a person compare first when something differs now that it is known what BRON has; `lastBericht`: the last message from before the restore. */
export function compareFirst(db: Connection, lastBericht: number): void {
  if (differing(db, lastBericht) > 0) writeSetting(db, COMPARE_FIRST, lastBericht);
}

/** A person sends, or nothing differs any more: from here on the program delivers by itself again. */
export function endComparing(db: Connection): void {
  if (readSetting<number>(db, COMPARE_FIRST) !== undefined) writeSetting(db, COMPARE_FIRST, undefined);
}
