import type { Migration } from '../migrations.ts';

/** What was asked with bericht 5 and came with bericht 12 (PvE 5.6.5, 5.6.12), and what of it matches no inschrijving here. */
export const registratieoverzicht: Migration = {
  version: 7,
  name: 'registratieoverzicht',
  up(db) {
    db.exec(`
CREATE TABLE registratieoverzicht (
  bericht_id INTEGER PRIMARY KEY REFERENCES bericht (id),
  peildatum TEXT NOT NULL,
  received_at TEXT,
  matched INTEGER,
  unmatched INTEGER,
  missing INTEGER
) STRICT;

CREATE TABLE unmatched_stand (
  id INTEGER PRIMARY KEY,
  bericht_id INTEGER NOT NULL REFERENCES registratieoverzicht (bericht_id),
  pgn TEXT NOT NULL,
  datum_inschrijving TEXT NOT NULL,
  datum_uitschrijving TEXT,
  content TEXT NOT NULL,
  UNIQUE (pgn, datum_inschrijving)
) STRICT;
CREATE INDEX unmatched_stand_by_bericht ON unmatched_stand (bericht_id);
`);
  },
};
