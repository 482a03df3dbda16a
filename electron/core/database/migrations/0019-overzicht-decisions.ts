import type { Migration } from '../migrations.ts';

/** A difference with BRON that a person let stand, and why; it holds as long as the difference is the same. */
export const overzichtDecisions: Migration = {
  version: 19,
  name: 'overzicht decisions',
  up(db) {
    db.exec(`
CREATE TABLE overzicht_decision (
  id INTEGER PRIMARY KEY,
  inschrijving_id INTEGER UNIQUE REFERENCES inschrijving (id) ON DELETE CASCADE,
  unmatched_id INTEGER UNIQUE REFERENCES unmatched_stand (id) ON DELETE CASCADE,
  content_hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  user_id TEXT REFERENCES user_account (id),
  at TEXT NOT NULL,
  CHECK ((inschrijving_id IS NULL) <> (unmatched_id IS NULL))
) STRICT;
CREATE INDEX overzicht_decision_by_user ON overzicht_decision (user_id);
`);
  },
};
