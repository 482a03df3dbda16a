import type { Migration } from '../migrations.ts';

/** Who works with the administration, how it is set up and which school it is. */
const administration = `
CREATE TABLE user_account (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE school (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  brin TEXT,
  name TEXT,
  soort TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('oefen', 'echt')),
  aanleverpunt TEXT,
  contactpersoon TEXT,
  gemachtigde TEXT
) STRICT;

CREATE TABLE vestiging (
  volgnummer TEXT PRIMARY KEY NOT NULL,
  name TEXT,
  opened TEXT,
  closed TEXT
) STRICT;

CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  pem_certificate TEXT NOT NULL,
  pem_key TEXT NOT NULL,
  pem_chain TEXT,
  holder TEXT,
  issuer TEXT,
  valid_from TEXT,
  valid_to TEXT,
  fingerprint TEXT,
  installed_at TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1))
) STRICT;
`;

/** The gegevens of PvE 4.1, kept as the text they have on the wire: wrong data must be storable, so nothing is required. */
const pupils = `
CREATE TABLE leerling (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  leerlingnummer TEXT,
  roepnaam TEXT,
  achternaam TEXT,
  voorvoegsel TEXT,
  voornamen TEXT,
  burgerservicenummer TEXT,
  onderwijsnummer TEXT,
  geboortedatum TEXT,
  geslacht TEXT,
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
  search_text TEXT NOT NULL,
  note TEXT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX leerling_by_name ON leerling (achternaam COLLATE NOCASE, roepnaam COLLATE NOCASE, id);
CREATE INDEX leerling_by_burgerservicenummer ON leerling (burgerservicenummer) WHERE burgerservicenummer IS NOT NULL;
CREATE INDEX leerling_by_onderwijsnummer ON leerling (onderwijsnummer) WHERE onderwijsnummer IS NOT NULL;

CREATE TABLE inschrijving (
  id INTEGER PRIMARY KEY,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1,
  datum_inschrijving TEXT,
  voorschools_programma TEXT,
  voorschoolse_maanden TEXT,
  datum_uitschrijving TEXT,
  advies_vo TEXT,
  aanduiding_nnca TEXT,
  datum_oorspronkelijke_inschrijving TEXT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX inschrijving_by_leerling ON inschrijving (leerling_id, datum_inschrijving);

CREATE TABLE vestiging_wpo (
  id INTEGER PRIMARY KEY,
  inschrijving_id INTEGER NOT NULL REFERENCES inschrijving (id) ON DELETE CASCADE,
  begindatum TEXT,
  vestigingsvolgnummer TEXT
) STRICT;
CREATE INDEX vestiging_wpo_by_inschrijving ON vestiging_wpo (inschrijving_id, begindatum);

CREATE TABLE indicatie_bekostiging_wpo (
  id INTEGER PRIMARY KEY,
  inschrijving_id INTEGER NOT NULL REFERENCES inschrijving (id) ON DELETE CASCADE,
  begindatum TEXT,
  indicatie_bekostiging TEXT
) STRICT;
CREATE INDEX indicatie_bekostiging_wpo_by_inschrijving ON indicatie_bekostiging_wpo (inschrijving_id, begindatum);

CREATE TABLE leerjaar_groep_wpo (
  id INTEGER PRIMARY KEY,
  inschrijving_id INTEGER NOT NULL REFERENCES inschrijving (id) ON DELETE CASCADE,
  begindatum TEXT,
  leerjaar TEXT,
  groep TEXT
) STRICT;
CREATE INDEX leerjaar_groep_wpo_by_inschrijving ON leerjaar_groep_wpo (inschrijving_id, begindatum);

CREATE TABLE gewicht_wpo (
  id INTEGER PRIMARY KEY,
  inschrijving_id INTEGER NOT NULL REFERENCES inschrijving (id) ON DELETE CASCADE,
  begindatum TEXT,
  code_gewichtenregeling TEXT,
  gewicht TEXT
) STRICT;
CREATE INDEX gewicht_wpo_by_inschrijving ON gewicht_wpo (inschrijving_id, begindatum);
`;

/**
 * What is under way to and from BRON. `bericht.content` and `bron_stand.content` are canonical documents (JSON),
 * `bericht.body` and `bundel.body` the immutable bytes, `bron_stand.delivered` the content BRON accepted, as we sent it.
 */
const exchange = `
CREATE TABLE sequence (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE bericht (
  id INTEGER PRIMARY KEY,
  nr INTEGER NOT NULL,
  berichtidentificatie TEXT NOT NULL UNIQUE,
  inschrijving_id INTEGER REFERENCES inschrijving (id),
  state TEXT NOT NULL,
  content TEXT,
  content_hash TEXT,
  body BLOB,
  findings TEXT,
  override_reason TEXT,
  created_at TEXT NOT NULL,
  sent_at TEXT,
  answered_at TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  last_error TEXT,
  round INTEGER
) STRICT;
CREATE UNIQUE INDEX bericht_under_way ON bericht (inschrijving_id)
  WHERE inschrijving_id IS NOT NULL AND state IN ('opgesteld', 'tegengehouden', 'verzonden', 'onzeker', 'in behandeling');
CREATE INDEX bericht_by_state ON bericht (state, next_attempt_at);
CREATE INDEX bericht_by_inschrijving ON bericht (inschrijving_id, id);

CREATE TABLE bundel (
  id INTEGER PRIMARY KEY,
  berichtidentificatie TEXT NOT NULL,
  received_at TEXT NOT NULL,
  datum_terugkoppeling TEXT,
  body BLOB NOT NULL,
  item_count INTEGER,
  state TEXT NOT NULL CHECK (state IN ('ontvangen', 'verwerkt')),
  processed_at TEXT
) STRICT;
CREATE INDEX bundel_by_state ON bundel (state, id);

CREATE TABLE terugkoppeling (
  id INTEGER PRIMARY KEY,
  bundel_id INTEGER NOT NULL REFERENCES bundel (id),
  position INTEGER NOT NULL,
  nr INTEGER NOT NULL,
  berichtidentificatie TEXT NOT NULL,
  bericht_id INTEGER REFERENCES bericht (id),
  inschrijving_id INTEGER REFERENCES inschrijving (id) ON DELETE SET NULL,
  content TEXT,
  matched INTEGER NOT NULL CHECK (matched IN (0, 1)),
  UNIQUE (bundel_id, position)
) STRICT;
CREATE INDEX terugkoppeling_by_bericht ON terugkoppeling (bericht_id);
CREATE INDEX terugkoppeling_by_inschrijving ON terugkoppeling (inschrijving_id, id);

CREATE TABLE signaal (
  id INTEGER PRIMARY KEY,
  terugkoppeling_id INTEGER REFERENCES terugkoppeling (id),
  bericht_id INTEGER REFERENCES bericht (id),
  inschrijving_id INTEGER REFERENCES inschrijving (id) ON DELETE SET NULL,
  leerling_id INTEGER REFERENCES leerling (id) ON DELETE SET NULL,
  code TEXT,
  omschrijving TEXT,
  ernst TEXT,
  gegevensgroep TEXT,
  element TEXT,
  voorkomen INTEGER,
  las_value TEXT,
  bron_value TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'afgevinkt', 'vervallen')),
  note TEXT,
  decided_by TEXT,
  decided_at TEXT,
  created_at TEXT
) STRICT;
CREATE INDEX signaal_by_leerling ON signaal (leerling_id, state);
CREATE INDEX signaal_by_inschrijving ON signaal (inschrijving_id, state);
CREATE INDEX signaal_by_state ON signaal (state, id);
CREATE INDEX signaal_by_terugkoppeling ON signaal (terugkoppeling_id);
CREATE INDEX signaal_by_bericht ON signaal (bericht_id);

CREATE TABLE bron_stand (
  inschrijving_id INTEGER PRIMARY KEY REFERENCES inschrijving (id),
  content TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  delivered TEXT NOT NULL,
  berichtidentificatie TEXT,
  registered_at TEXT
) STRICT;

CREATE TABLE to_deliver (
  inschrijving_id INTEGER PRIMARY KEY REFERENCES inschrijving (id) ON DELETE CASCADE,
  since TEXT NOT NULL,
  content_hash TEXT NOT NULL
) STRICT;
CREATE INDEX to_deliver_by_since ON to_deliver (since);

CREATE TABLE bron_state (
  inschrijving_id INTEGER PRIMARY KEY REFERENCES inschrijving (id) ON DELETE CASCADE,
  state TEXT NOT NULL,
  open_signalen INTEGER NOT NULL
) STRICT;
CREATE INDEX bron_state_by_state ON bron_state (state);
`;

/** The log of changes: append-only, gapless; see changeLog.ts. */
const changes = `
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  user_id TEXT,
  entity TEXT NOT NULL,
  entity_id INTEGER,
  field TEXT,
  old_commitment TEXT NOT NULL,
  new_commitment TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX change_log_by_entity ON change_log (entity, entity_id, seq);

CREATE TABLE change_value (
  seq INTEGER PRIMARY KEY REFERENCES change_log (seq),
  old_value TEXT,
  new_value TEXT,
  salt TEXT NOT NULL
) STRICT;

CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log
BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log
BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
CREATE TRIGGER change_log_in_order BEFORE INSERT ON change_log
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM change_log)
BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
`;

/** Step 1: school, leerlingen, certificate and the exchange of messages. */
export const initialSchema: Migration = {
  version: 1,
  name: 'initial schema',
  up(db) {
    db.exec(administration + pupils + exchange + changes);
  },
};
