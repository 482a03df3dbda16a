import type { Migration } from '../migrations.ts';

/**
 * What Mijn BRON says of the counts (Stappenplan step 12): GTBs, vergelijkingsoverzichten with what a person thinks of their rows, the
 * reacties given, and when Mijn BRON was last asked. Whom a document names stands apart, so that it goes with the pupil.
 */
export const counts: Migration = {
  version: 27,
  name: 'counts',
  up(db) {
    db.exec(`
CREATE TABLE gtb (
  id INTEGER PRIMARY KEY,
  kenmerk TEXT NOT NULL UNIQUE,
  vestigingsvolgnummer TEXT NOT NULL,
  peildatum TEXT NOT NULL,
  made_on TEXT NOT NULL,
  content TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('mijnBron', 'file')),
  received_at TEXT NOT NULL
) STRICT;
CREATE INDEX gtb_by_peildatum ON gtb (peildatum, vestigingsvolgnummer, made_on);

CREATE TABLE gtb_leerling (
  id INTEGER PRIMARY KEY,
  gtb_id INTEGER NOT NULL REFERENCES gtb (id) ON DELETE CASCADE,
  leerling_id INTEGER REFERENCES leerling (id) ON DELETE CASCADE,
  counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
  content TEXT NOT NULL
) STRICT;
CREATE INDEX gtb_leerling_by_gtb ON gtb_leerling (gtb_id);
CREATE INDEX gtb_leerling_by_leerling ON gtb_leerling (leerling_id) WHERE leerling_id IS NOT NULL;

CREATE TABLE vergelijkingsoverzicht (
  id INTEGER PRIMARY KEY,
  kenmerk TEXT NOT NULL UNIQUE,
  made_on TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('mijnBron', 'file')),
  received_at TEXT NOT NULL
) STRICT;

CREATE TABLE vergelijkingsoverzicht_row (
  id INTEGER PRIMARY KEY,
  vergelijkingsoverzicht_id INTEGER NOT NULL REFERENCES vergelijkingsoverzicht (id) ON DELETE CASCADE,
  leerling_id INTEGER REFERENCES leerling (id) ON DELETE CASCADE,
  content TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  conscious INTEGER NOT NULL DEFAULT 0 CHECK (conscious IN (0, 1)),
  note TEXT,
  user_id TEXT REFERENCES user_account (id),
  marked_at TEXT
) STRICT;
CREATE INDEX vergelijkingsoverzicht_row_by_overzicht ON vergelijkingsoverzicht_row (vergelijkingsoverzicht_id);
CREATE INDEX vergelijkingsoverzicht_row_by_leerling ON vergelijkingsoverzicht_row (leerling_id) WHERE leerling_id IS NOT NULL;
CREATE INDEX vergelijkingsoverzicht_row_by_user ON vergelijkingsoverzicht_row (user_id);

CREATE TABLE reactie (
  id INTEGER PRIMARY KEY,
  choice TEXT NOT NULL,
  by_name TEXT NOT NULL,
  gtbs TEXT NOT NULL,
  vergelijkingsoverzicht TEXT,
  received_on TEXT NOT NULL,
  user_id TEXT REFERENCES user_account (id),
  given_at TEXT NOT NULL
) STRICT;
CREATE INDEX reactie_by_user ON reactie (user_id);

CREATE TABLE mijn_bron_fetch (
  subject TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  found INTEGER NOT NULL CHECK (found IN (0, 1))
) STRICT;
`);
  },
};
