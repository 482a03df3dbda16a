import type { Connection } from '../database/database.ts';

/** A line of the log of changes as it is stored, with its values; `salt` is null when these were destroyed. */
export interface Row {
  seq: number;
  at: string;
  user_id: string | null;
  entity: string;
  entity_id: number | null;
  field: string | null;
  old_value: string | null;
  new_value: string | null;
  salt: string | null;
}

/** How a kind of record leads to the pupil it is about, in SQL. Parameter `:id`, and `:leerling` the other way. */
interface Path {
  /** The pupil of record `:id`. */
  leerling: string;
  /** The records of pupil `:leerling`. */
  records: string;
}

const itself: Path = { leerling: 'SELECT :id', records: 'SELECT :leerling' };
const through = (table: string): Path => ({
  leerling: `SELECT leerling_id FROM ${table} WHERE id = :id`,
  records: `SELECT id FROM ${table} WHERE leerling_id = :leerling`,
});

/** Every kind of line in the log of changes that is about a pupil. A new kind that is not here is found by everything but the pupil. */
const paths: Readonly<Record<string, Path>> = {
  leerling: itself,
  view: itself,
  inschrijving: through('inschrijving'),
  signaal: through('signaal'),
  leerling_verzorger: through('leerling_verzorger'),
  leerling_note: through('leerling_note'),
  bericht: {
    leerling: 'SELECT i.leerling_id FROM bericht b JOIN inschrijving i ON i.id = b.inschrijving_id WHERE b.id = :id',
    records:
      'SELECT b.id FROM bericht b JOIN inschrijving i ON i.id = b.inschrijving_id WHERE i.leerling_id = :leerling',
  },
};

/** The lines about pupil `:leerling`, as a table. */
export const linesAboutLeerling = Object.entries(paths)
  .map(
    ([kind, { records }]) =>
      `SELECT seq, at, user_id, entity FROM change_log INDEXED BY change_log_by_entity WHERE entity = '${kind}' AND entity_id IN (${records})`,
  )
  .join(' UNION ALL ');

/** The pupil that a record is about; undefined when it is about none, or no longer there. */
export function leerlingOf(db: Connection, kind: string, id: number): number | undefined {
  const path = paths[kind];
  if (!path) return undefined;
  return db.prepare<[{ id: number }], number>(path.leerling).pluck().get({ id }) ?? undefined;
}
