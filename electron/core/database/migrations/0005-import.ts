import type { Migration } from '../migrations.ts';

/**
 * Imports: the one that is open (`import_candidate`), what each did to a pupil (`import_pupil`: the rows before it as JSON, null for
 * a new pupil, and a hash of those after it), facts of a file that have no other place, and fields that nobody has confirmed.
 */
export const imports: Migration = {
  version: 5,
  name: 'import',
  up(db) {
    db.exec(`
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'applied', 'undone')),
  file_name TEXT NOT NULL,
  header TEXT NOT NULL,
  answers TEXT NOT NULL,
  remarks TEXT NOT NULL,
  questions TEXT NOT NULL,
  outcome TEXT,
  last_bericht INTEGER,
  user_id TEXT,
  opened_at TEXT NOT NULL,
  applied_at TEXT,
  undone_at TEXT
) STRICT;
CREATE UNIQUE INDEX import_batch_open ON import_batch (state) WHERE state = 'open';

CREATE TABLE import_candidate (
  batch_id INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  naam TEXT NOT NULL,
  key TEXT,
  geboortedatum TEXT,
  groep TEXT,
  action TEXT NOT NULL,
  match_id INTEGER,
  match_by TEXT,
  match_version INTEGER,
  lacking TEXT NOT NULL,
  replaces INTEGER NOT NULL,
  fills INTEGER NOT NULL,
  problems INTEGER NOT NULL,
  fictional TEXT,
  content TEXT NOT NULL,
  PRIMARY KEY (batch_id, number)
) STRICT;
CREATE INDEX import_candidate_by_action ON import_candidate (batch_id, action, replaces, problems, lacking);

CREATE TABLE import_pupil (
  batch_id INTEGER NOT NULL REFERENCES import_batch (id),
  leerling_id INTEGER NOT NULL,
  before TEXT,
  after_hash TEXT NOT NULL,
  PRIMARY KEY (batch_id, leerling_id)
) STRICT;

CREATE TABLE import_fact (
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (leerling_id, field)
) STRICT;

CREATE INDEX import_fact_by_key ON import_fact (value) WHERE field = 'key';

CREATE TABLE gegeven_mark (
  id INTEGER PRIMARY KEY,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  inschrijving_id INTEGER REFERENCES inschrijving (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('aangenomen', 'fictief')),
  gegevensgroep TEXT NOT NULL,
  element TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX gegeven_mark_by_leerling ON gegeven_mark (leerling_id);
CREATE INDEX gegeven_mark_by_inschrijving ON gegeven_mark (inschrijving_id) WHERE inschrijving_id IS NOT NULL;
CREATE INDEX gegeven_mark_by_element ON gegeven_mark (kind, gegevensgroep, element, id);

CREATE INDEX leerling_by_leerlingnummer ON leerling (leerlingnummer) WHERE leerlingnummer IS NOT NULL;
`);
  },
};
