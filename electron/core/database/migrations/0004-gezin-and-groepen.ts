import type { Migration } from '../migrations.ts';

/**
 * The persons around a pupil. A verzorger stands once, however many pupils he belongs to; what differs per pupil stands in the
 * link. Who has no address of his own lives where the pupil lives.
 */
const gezin = `
CREATE TABLE verzorger (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  voorletters TEXT,
  voorvoegsel TEXT,
  achternaam TEXT,
  roepnaam TEXT,
  geslacht TEXT,
  geboorteland TEXT,
  opleiding TEXT,
  datum_ouderverklaring TEXT,
  telefoon TEXT,
  telefoon_mobile TEXT,
  telefoon_work TEXT,
  email TEXT,
  postcode TEXT,
  land TEXT,
  straatnaam TEXT,
  huisnummer TEXT,
  huisnummer_toevoeging TEXT,
  locatie_omschrijving TEXT,
  huisnummer_aanduiding TEXT,
  plaatsnaam TEXT,
  adresregel_buitenland_1 TEXT,
  adresregel_buitenland_2 TEXT,
  adresregel_buitenland_3 TEXT,
  note TEXT,
  search_text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX verzorger_by_name ON verzorger (achternaam COLLATE NOCASE, roepnaam COLLATE NOCASE, id);

CREATE TABLE leerling_verzorger (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  verzorger_id INTEGER NOT NULL REFERENCES verzorger (id) ON DELETE CASCADE,
  relatie TEXT,
  gezagsdrager TEXT,
  lives_with_leerling TEXT,
  noodcontact TEXT,
  position INTEGER NOT NULL,
  UNIQUE (leerling_id, verzorger_id)
) STRICT;
CREATE INDEX leerling_verzorger_by_verzorger ON leerling_verzorger (verzorger_id);

CREATE TABLE sibling_decision (
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  siblings INTEGER NOT NULL CHECK (siblings IN (0, 1)),
  decided_by TEXT,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (leerling_id, other_id),
  CHECK (leerling_id < other_id)
) STRICT;
CREATE INDEX sibling_decision_by_other ON sibling_decision (other_id);
`;

/**
 * Groepen per schooljaar (\`2014-2015\`). Which pupils are in a groep is not kept here: their inschrijving says so, by the naam
 * of the groep and the vestiging.
 */
const groepen = `
CREATE TABLE groep (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  schooljaar TEXT NOT NULL,
  vestigingsvolgnummer TEXT NOT NULL,
  naam TEXT NOT NULL,
  leerjaren TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (schooljaar, vestigingsvolgnummer, naam)
) STRICT;

CREATE TABLE groep_leerkracht (
  groep_id INTEGER NOT NULL REFERENCES groep (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
  PRIMARY KEY (groep_id, user_id)
) STRICT;
CREATE INDEX groep_leerkracht_by_user ON groep_leerkracht (user_id);

CREATE INDEX leerjaar_groep_wpo_by_groep ON leerjaar_groep_wpo (groep, begindatum);

CREATE TABLE groep_batch (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('placing', 'rename', 'next year')),
  made_at TEXT NOT NULL,
  made_by TEXT,
  leerlingen INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  undone_at TEXT
) STRICT;
`;

/** First and last school day, and the holidays, of a schooljaar. */
const schoolYears = `
CREATE TABLE school_year (
  schooljaar TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  first_day TEXT,
  last_day TEXT
) STRICT;

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  schooljaar TEXT NOT NULL REFERENCES school_year (schooljaar) ON DELETE CASCADE,
  naam TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL
) STRICT;
CREATE INDEX holiday_by_schooljaar ON holiday (schooljaar, first_day);
`;

/** Verzorgers and families, groepen per schooljaar, school years with their holidays. */
export const gezinAndGroepen: Migration = {
  version: 4,
  name: 'gezin and groepen',
  up(db) {
    db.exec(gezin + groepen + schoolYears);
  },
};
