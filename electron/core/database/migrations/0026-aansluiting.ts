import type { Migration } from '../migrations.ts';

/**
 * The school on the path of the Stappenplan: what it received, who does what and when (the plan van aanpak) with what a person ticked,
 * the contactgegevens that are not in `school`, and the aantallen that it reported. Of a wachtwoordbrief the user name is kept, never the
 * password.
 */
export const aansluiting: Migration = {
  version: 26,
  name: 'aansluiting',
  up(db) {
    db.exec(`
CREATE TABLE aansluiting_document (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  received_on TEXT NOT NULL,
  start TEXT,
  gebruikersnaam TEXT,
  ending TEXT CHECK (ending IN ('gekwalificeerd', 'aangesloten', 'closed')),
  noted_on TEXT NOT NULL,
  noted_by TEXT REFERENCES user_account (id)
) STRICT;
CREATE INDEX aansluiting_document_by_user ON aansluiting_document (noted_by);

CREATE TABLE aansluiting_part (
  part TEXT PRIMARY KEY,
  owner TEXT,
  due TEXT,
  done_on TEXT,
  done_by TEXT REFERENCES user_account (id),
  noted_on TEXT NOT NULL
) STRICT;
CREATE INDEX aansluiting_part_by_user ON aansluiting_part (done_by);

CREATE TABLE aansluiting_contact (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  content TEXT NOT NULL,
  noted_on TEXT NOT NULL
) STRICT;

CREATE TABLE aansluiting_aantallen (
  id INTEGER PRIMARY KEY,
  reported_on TEXT NOT NULL,
  leerlingen INTEGER NOT NULL,
  ambulant INTEGER NOT NULL,
  noted_on TEXT NOT NULL,
  noted_by TEXT REFERENCES user_account (id)
) STRICT;
CREATE INDEX aansluiting_aantallen_by_user ON aansluiting_aantallen (noted_by);
`);
  },
};
