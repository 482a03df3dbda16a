import type { Migration } from '../migrations.ts';

/**
 * What the steps of the Stappenplan keep: a certificate file that was downloaded and is not installed yet, because it can be downloaded
 * once (step 9), and the progress that Mijn BRON told, with the normaantallen as they were for each week (step 11).
 */
export const stepPanels: Migration = {
  version: 30,
  name: 'step panels',
  up(db) {
    db.exec(`
CREATE TABLE certificate_download (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  content BLOB NOT NULL,
  received_at TEXT NOT NULL
) STRICT;

CREATE TABLE aansluiting_voortgang (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  content TEXT NOT NULL,
  made_on TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('mijnBron', 'file')),
  received_at TEXT NOT NULL
) STRICT;

CREATE TABLE aansluiting_week (
  week INTEGER PRIMARY KEY,
  until TEXT NOT NULL,
  leerlingen INTEGER NOT NULL,
  ambulant INTEGER NOT NULL,
  norm_leerlingen INTEGER,
  norm_ambulant INTEGER
) STRICT;
`);
  },
};
