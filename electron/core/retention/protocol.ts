import { existsSync } from 'node:fs';
import type { Destruction, DestructionPlace } from '../../../shared/api/retention.ts';
import { dateInNetherlands } from '../../../shared/domain/clock.ts';
import { destroyedBy } from '../../../shared/domain/keepingPeriod.ts';
import type { Connection } from '../database/database.ts';

interface PlaceRow {
  place: DestructionPlace['place'];
  folder: string;
  done_at: string | null;
  rewritten: number;
  removed: number;
}

const toPlace = ({ place, folder, done_at: doneAt, rewritten, removed }: PlaceRow): DestructionPlace => ({
  place,
  folder,
  there: place === 'database' || existsSync(folder),
  rewritten,
  removed,
  ...(doneAt === null ? {} : { doneAt }),
});

const years = (first: number, last: number) => (first === last ? String(first) : `${first}-${last}`);

/** The protocol of what was destroyed, the latest decision first. */
export function readProtocol(db: Connection): Destruction[] {
  const places = db.prepare<[number], PlaceRow>(
    'SELECT place, folder, done_at, rewritten, removed FROM destruction_place WHERE destruction_id = ? ORDER BY place, folder',
  );
  return db
    .prepare<[], { id: number; at: string; by: string | null; count: number; first: number; last: number }>(
      `SELECT d.id, d.decided_at AS at, u.name AS by, count(*) AS count, min(r.left_in) AS first, max(r.left_in) AS last
       FROM destruction d JOIN destruction_record r ON r.destruction_id = d.id LEFT JOIN user_account u ON u.id = d.user_id
       GROUP BY d.id ORDER BY d.id DESC`,
    )
    .all()
    .map(({ id, at, by, count, first, last }) => ({
      id,
      decidedAt: at,
      leerlingen: count,
      leftIn: years(first, last),
      before: destroyedBy(dateInNetherlands(new Date(at))),
      places: places.all(id).map(toPlace),
      ...(by === null ? {} : { decidedBy: by }),
    }));
}
