import type { Migration } from '../migrations.ts';

const UNDER_WAY = "('opgesteld', 'tegengehouden', 'verzonden', 'onzeker', 'in behandeling')";

/** Berichten about a pupil instead of an inschrijving (1, 2), what BRON tells of one (8, 9, 15, 16), and inschrijvingen to be removed at BRON. */
export const proposals: Migration = {
  version: 20,
  name: 'proposals',
  up(db) {
    db.exec(`
ALTER TABLE bericht ADD COLUMN leerling_id INTEGER REFERENCES leerling (id);
CREATE UNIQUE INDEX bericht_under_way_of_leerling ON bericht (leerling_id)
  WHERE leerling_id IS NOT NULL AND state IN ${UNDER_WAY};
CREATE INDEX bericht_by_leerling ON bericht (leerling_id, id) WHERE leerling_id IS NOT NULL;

ALTER TABLE terugkoppeling ADD COLUMN leerling_id INTEGER REFERENCES leerling (id);
CREATE INDEX terugkoppeling_by_leerling ON terugkoppeling (leerling_id, id) WHERE leerling_id IS NOT NULL;

CREATE TABLE verwijdering (
  inschrijving_id INTEGER PRIMARY KEY REFERENCES inschrijving (id),
  reason TEXT NOT NULL,
  requested_by TEXT,
  requested_at TEXT NOT NULL
) STRICT;

CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id),
  terugkoppeling_id INTEGER NOT NULL REFERENCES terugkoppeling (id),
  nr INTEGER NOT NULL,
  said TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'applied', 'declined', 'superseded')),
  received_at TEXT NOT NULL,
  note TEXT,
  decided_by TEXT,
  decided_at TEXT
) STRICT;
CREATE INDEX proposal_by_leerling ON proposal (leerling_id, nr, id);
CREATE INDEX proposal_by_state ON proposal (state, id);
CREATE INDEX proposal_by_terugkoppeling ON proposal (terugkoppeling_id);
`);
  },
};
