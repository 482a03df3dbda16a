import type { Migration } from '../migrations.ts';

/** What BRON says of a pupil rather than of an inschrijving (berichten 8, 9, 15, 16, the signalen of 11, and 13 to 1 and 2), and the messages that ask for it. */
export const proposals: Migration = {
  version: 22,
  name: 'proposals',
  up(db) {
    db.exec(`
ALTER TABLE bericht ADD COLUMN leerling_id INTEGER REFERENCES leerling (id);
CREATE UNIQUE INDEX bericht_of_leerling_under_way ON bericht (leerling_id)
  WHERE leerling_id IS NOT NULL AND state IN ('opgesteld', 'tegengehouden', 'verzonden', 'onzeker', 'in behandeling');
CREATE INDEX bericht_by_leerling ON bericht (leerling_id, id) WHERE leerling_id IS NOT NULL;

ALTER TABLE terugkoppeling ADD COLUMN leerling_id INTEGER REFERENCES leerling (id) ON DELETE SET NULL;
CREATE INDEX terugkoppeling_by_leerling ON terugkoppeling (leerling_id) WHERE leerling_id IS NOT NULL;

CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  nr INTEGER NOT NULL CHECK (nr IN (8, 9, 11, 13, 15, 16)),
  bericht_id INTEGER REFERENCES bericht (id),
  terugkoppeling_id INTEGER REFERENCES terugkoppeling (id),
  content TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'applied', 'declined', 'superseded')),
  reason TEXT,
  decided_by TEXT REFERENCES user_account (id),
  decided_at TEXT,
  received_at TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_by_leerling ON proposal (leerling_id, nr, id);
CREATE INDEX proposal_by_state ON proposal (state, id);
CREATE INDEX proposal_by_user ON proposal (decided_by);
CREATE INDEX proposal_by_bericht ON proposal (bericht_id);
CREATE INDEX proposal_by_terugkoppeling ON proposal (terugkoppeling_id);
`);
  },
};
