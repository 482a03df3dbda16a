import type { Migration } from '../migrations.ts';

/**
 * The protocol of what was destroyed after its retention period: when, by whom and how many pupils, and of each which one, by its record
 * number, the year it left and the first line of the log about it, from which nothing of the person can be told. By that line it is known
 * which backups can hold a pupil. And where they still have to go: the database file and the places for backups, which may be away.
 */
export const trust: Migration = {
  version: 32,
  name: 'trust',
  up(db) {
    db.exec(`
CREATE TABLE destruction (
  id INTEGER PRIMARY KEY,
  decided_at TEXT NOT NULL,
  user_id TEXT REFERENCES user_account (id)
) STRICT;
CREATE INDEX destruction_by_user ON destruction (user_id);

CREATE TABLE destruction_record (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id),
  leerling_id INTEGER NOT NULL,
  left_in INTEGER NOT NULL,
  first_seq INTEGER,
  PRIMARY KEY (destruction_id, leerling_id)
) STRICT;

CREATE TABLE destruction_place (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id),
  place TEXT NOT NULL CHECK (place IN ('database', 'first', 'second')),
  folder TEXT NOT NULL,
  done_at TEXT,
  rewritten INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (destruction_id, place, folder)
) STRICT;
`);
  },
};
