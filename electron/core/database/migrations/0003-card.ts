import type { Migration } from '../migrations.ts';

/** What a school keeps of a pupil to reach those at home, and for an emergency. */
const contact = `
ALTER TABLE leerling ADD COLUMN doctor TEXT;
ALTER TABLE leerling ADD COLUMN doctor_phone TEXT;
ALTER TABLE leerling ADD COLUMN allergies TEXT;
ALTER TABLE leerling ADD COLUMN medication TEXT;
ALTER TABLE leerling ADD COLUMN emergency_remarks TEXT;

CREATE TABLE leerling_phone (
  id INTEGER PRIMARY KEY,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  label TEXT,
  number TEXT,
  emergency TEXT
) STRICT;
CREATE INDEX leerling_phone_by_leerling ON leerling_phone (leerling_id);

CREATE TABLE leerling_email (
  id INTEGER PRIMARY KEY,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  label TEXT,
  address TEXT
) STRICT;
CREATE INDEX leerling_email_by_leerling ON leerling_email (leerling_id);

CREATE TABLE leerling_former_adres (
  id INTEGER PRIMARY KEY,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  begindatum TEXT,
  einddatum TEXT,
  straatnaam TEXT,
  huisnummer TEXT,
  huisnummer_toevoeging TEXT,
  locatie_omschrijving TEXT,
  huisnummer_aanduiding TEXT,
  plaatsnaam TEXT,
  postcode TEXT,
  land TEXT,
  adresregel_buitenland_1 TEXT,
  adresregel_buitenland_2 TEXT,
  adresregel_buitenland_3 TEXT
) STRICT;
CREATE INDEX leerling_former_adres_by_leerling ON leerling_former_adres (leerling_id, einddatum);

CREATE TABLE leerling_note (
  id INTEGER PRIMARY KEY,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1,
  date TEXT NOT NULL,
  text TEXT NOT NULL,
  written_by TEXT
) STRICT;
CREATE INDEX leerling_note_by_leerling ON leerling_note (leerling_id, date);
`;

/**
 * The last change of each pupil: what was registered before it (JSON) and a hash of what was afterwards. \`draft\`: work of a
 * user that has not been saved, as its form wrote it down.
 */
const work = `
CREATE TABLE leerling_undo (
  leerling_id INTEGER PRIMARY KEY REFERENCES leerling (id) ON DELETE CASCADE,
  change_seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  user_id TEXT,
  before TEXT NOT NULL,
  after_hash TEXT NOT NULL
) STRICT;

CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
  form TEXT NOT NULL,
  subject TEXT NOT NULL,
  leerling_id INTEGER REFERENCES leerling (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX draft_by_user ON draft (user_id, form, subject);
CREATE INDEX draft_by_leerling ON draft (leerling_id);
`;

/** Contact and emergency data, former addresses, notes; unsaved work; undo of the last change. */
export const card: Migration = {
  version: 3,
  name: 'card',
  up(db) {
    db.exec(contact + work);
  },
};
