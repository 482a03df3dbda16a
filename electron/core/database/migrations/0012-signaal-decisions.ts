import type { Migration } from '../migrations.ts';

/**
 * A decision about a signaal belongs to what BRON said: `said` is equal for signalen that say the same. One that came in as decided
 * already has `decided_before`; one that was opened again keeps its decision, with who took it back and when. What was received
 * before this has no `said`, so it counts as never said.
 */
export const signaalDecisions: Migration = {
  version: 12,
  name: 'signaal decisions',
  up(db) {
    db.exec(`
ALTER TABLE signaal ADD COLUMN said TEXT;
ALTER TABLE signaal ADD COLUMN decided_before INTEGER NOT NULL DEFAULT 0 CHECK (decided_before IN (0, 1));
ALTER TABLE signaal ADD COLUMN reopened_by TEXT;
ALTER TABLE signaal ADD COLUMN reopened_at TEXT;
CREATE INDEX signaal_by_said ON signaal (inschrijving_id, said);
`);
  },
};
