import type { Migration } from '../migrations.ts';

/** Inschrijvingen that BRON is to remove. */
export const removal: Migration = {
  version: 20,
  name: 'removal',
  up(db) {
    db.exec(`
CREATE TABLE verwijdering (
  inschrijving_id INTEGER PRIMARY KEY REFERENCES inschrijving (id),
  reason TEXT NOT NULL,
  requested_by TEXT,
  requested_at TEXT NOT NULL
) STRICT;
`);
  },
};
