import type { Clock } from '../../../shared/domain/clock.ts';
import type { Administration } from '../context.ts';
import { appendChange, type FieldChange } from '../database/changeLog.ts';

/** What an event is about: its kind (a table, or one of the events named in `changeKinds`) and the number of the record. */
interface About {
  entity: string;
  entityId?: number;
}

export type Noting = Pick<Administration, 'db' | 'caller'> & { clock: Clock };

/** Writes lines about something that the user at work did. Call it in the transaction that does it. */
export function noteChanges({ db, clock, caller }: Noting, about: About, changes: readonly FieldChange[]): void {
  appendChange(db, {
    at: clock.now().toISOString(),
    userId: caller.userId,
    entity: about.entity,
    entityId: about.entityId ?? null,
    changes,
  });
}

/** Writes one line about an event, with what there is to say about it. */
export const noteEvent = (administration: Noting, about: About, field: string, value: string): void =>
  noteChanges(administration, about, [{ field, old: null, new: value }]);

/** Two looks at the number of one pupil by one user within this time are one line. */
const LOOK_MS = 15 * 60_000;

/** Notes that the user at work was shown the BSN or onderwijsnummer of a pupil (`which`); one line per user and pupil in fifteen minutes. */
export function noteNumberShown(administration: Noting, leerlingId: number, which: string): void {
  const { db, clock, caller } = administration;
  if (db.readonly) return;
  const since = new Date(clock.now().getTime() - LOOK_MS).toISOString();
  const noted = db
    .prepare<[number, string, string]>(
      `SELECT 1 FROM change_log WHERE entity = 'view' AND entity_id = ? AND user_id = ? AND at > ? LIMIT 1`,
    )
    .get(leerlingId, caller.userId, since);
  if (noted === undefined) noteEvent(administration, { entity: 'view', entityId: leerlingId }, 'shown', which);
}

/** Notes that data left the administration: what (`logboek`), in which form, and how many lines or pupils. */
export const noteExport = (administration: Noting, what: string, description: string): void =>
  noteEvent(administration, { entity: 'export' }, what, description);
