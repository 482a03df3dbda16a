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
  gone_as: 'destroyed' | 'lost' | null;
  gone_at: string;
  gone_by: string | null;
}

function toPlace(row: PlaceRow): DestructionPlace {
  const { place, folder, done_at: doneAt, rewritten, removed, gone_as: as, gone_at: at, gone_by: by } = row;
  return {
    place,
    folder,
    there: place === 'database' || existsSync(folder),
    rewritten,
    removed,
    ...(doneAt === null ? {} : { doneAt }),
    ...(as === null ? {} : { gone: { as, at, ...(by === null ? {} : { by }) } }),
  };
}

interface DestructionRow {
  id: number;
  at: string;
  by: string | null;
  reason: Destruction['reason'];
  leerlingen: number;
  inschrijvingen: number;
  first: number | null;
  last: number | null;
}

const years = (first: number, last: number) => (first === last ? String(first) : `${first}-${last}`);
const dayOf = (at: string) => dateInNetherlands(new Date(at));

/** The protocol of what was destroyed, the latest decision first. */
export function readProtocol(db: Connection): Destruction[] {
  const places = db.prepare<[number], PlaceRow>(
    `SELECT p.place, p.folder, p.done_at, p.rewritten, p.removed, p.gone_as, p.gone_at, u.name AS gone_by
     FROM destruction_place p LEFT JOIN user_account u ON u.id = p.gone_by WHERE p.destruction_id = ? ORDER BY p.place, p.folder`,
  );
  return db
    .prepare<[], DestructionRow>(
      `SELECT d.id, d.decided_at AS at, u.name AS by, d.reason, count(*) FILTER (WHERE r.entity = 'leerling') AS leerlingen,
         count(*) FILTER (WHERE r.entity = 'inschrijving') AS inschrijvingen, min(r.left_in) AS first, max(r.left_in) AS last
       FROM destruction d JOIN destruction_record r ON r.destruction_id = d.id LEFT JOIN user_account u ON u.id = d.user_id
       GROUP BY d.id ORDER BY d.id DESC`,
    )
    .all()
    .map(({ id, at, by, reason, leerlingen, inschrijvingen, first, last }) => ({
      id,
      decidedAt: at,
      reason,
      leerlingen,
      inschrijvingen,
      before: destroyedBy(dayOf(at)),
      places: places.all(id).map(toPlace),
      ...(first === null || last === null ? {} : { leftIn: years(first, last) }),
      ...(by === null ? {} : { decidedBy: by }),
    }));
}

/** The day by which what was decided first and is not done yet has to be done everywhere; undefined: nothing waits. */
export function nextTerm(db: Connection): string | undefined {
  const at = db
    .prepare<[], string | null>(
      `SELECT min(decided_at) FROM destruction WHERE id IN
         (SELECT destruction_id FROM destruction_place WHERE done_at IS NULL AND gone_as IS NULL)`,
    )
    .pluck()
    .get();
  return at ? destroyedBy(dayOf(at)) : undefined;
}
