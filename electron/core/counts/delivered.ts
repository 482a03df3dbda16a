import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import type { Connection } from '../database/database.ts';

/** The day on which something of a pupil last went to BRON, `yyyy-mm-dd`; undefined: never. */
export function lastDeliveryDay(db: Connection): string | undefined {
  const at = db
    .prepare<[], string | null>(
      "SELECT max(sent_at) FROM bericht WHERE nr IN (2, 3, 4) AND state NOT IN ('opgesteld', 'tegengehouden', 'geweigerd')",
    )
    .pluck()
    .get();
  return at ? dateInNetherlands(new Date(at)) : undefined;
}
