import type { Migration } from '../migrations.ts';

/**
 * The protocol also tells of what was destroyed from the bin, inschrijvingen by themselves included. A place that is gone for good can be
 * ticked off; it stays to be done all the same, should it come back.
 */
export const destruction: Migration = {
  version: 33,
  name: 'destruction',
  up(db) {
    db.exec(`
ALTER TABLE destruction ADD COLUMN reason TEXT NOT NULL DEFAULT 'retention' CHECK (reason IN ('retention', 'bin'));

CREATE TABLE destruction_record_new (
  destruction_id INTEGER NOT NULL REFERENCES destruction (id),
  entity TEXT NOT NULL CHECK (entity IN ('leerling', 'inschrijving')),
  record_id INTEGER NOT NULL,
  left_in INTEGER,
  first_seq INTEGER,
  PRIMARY KEY (destruction_id, entity, record_id)
) STRICT;
INSERT INTO destruction_record_new
  SELECT destruction_id, 'leerling', leerling_id, left_in, first_seq FROM destruction_record;
DROP TABLE destruction_record;
ALTER TABLE destruction_record_new RENAME TO destruction_record;

ALTER TABLE destruction_place ADD COLUMN gone_as TEXT CHECK (gone_as IN ('destroyed', 'lost'));
ALTER TABLE destruction_place ADD COLUMN gone_at TEXT;
ALTER TABLE destruction_place ADD COLUMN gone_by TEXT REFERENCES user_account (id);
CREATE INDEX destruction_place_by_user ON destruction_place (gone_by);
`);
  },
};
