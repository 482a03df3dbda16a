import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { mijnBronTableNames, mijnBronTables } from '../mijnBron/tables.ts';

export type Register = Database.Database;

const schema = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS letters (
  gebruikersnaam TEXT PRIMARY KEY, wachtwoord TEXT NOT NULL, brinnummer TEXT NOT NULL, aanleverpunt TEXT NOT NULL,
  written_at TEXT NOT NULL, downloaded_at TEXT, lapsed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS certificates (
  serial TEXT PRIMARY KEY, brinnummer TEXT NOT NULL, aanleverpunt TEXT NOT NULL,
  issued_at TEXT NOT NULL, not_after TEXT NOT NULL, revoked_at TEXT
) STRICT;
-- Accepted messages. UNIQUE is the series of berichtidentificaties of berichten 1 to 5 (PvE 4.2.2).
CREATE TABLE IF NOT EXISTS messages (
  seq INTEGER PRIMARY KEY, brinnummer TEXT NOT NULL, aanleverpunt TEXT NOT NULL, nr INTEGER NOT NULL,
  berichtidentificatie TEXT NOT NULL, content TEXT NOT NULL, delivered_at TEXT NOT NULL, due_at TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'aangenomen', processed_at TEXT,
  UNIQUE (brinnummer, berichtidentificatie)
) STRICT;
CREATE INDEX IF NOT EXISTS messages_due ON messages (due_at, seq) WHERE status = 'aangenomen';
CREATE TABLE IF NOT EXISTS persons (
  id INTEGER PRIMARY KEY, burgerservicenummer TEXT UNIQUE, onderwijsnummer TEXT UNIQUE,
  geboortedatum TEXT NOT NULL, geslacht TEXT NOT NULL, achternaam TEXT, voorvoegsel TEXT, voornamen TEXT,
  follows_on INTEGER NOT NULL DEFAULT 0
) STRICT;
-- Who has no PGN yet is sought by birth date.
CREATE INDEX IF NOT EXISTS persons_birth ON persons (geboortedatum) WHERE onderwijsnummer IS NOT NULL;
-- Postcode or land volgens instelling: kept per pupil and school, with the day from which it holds.
CREATE TABLE IF NOT EXISTS addresses (
  person INTEGER NOT NULL REFERENCES persons (id), brinnummer TEXT NOT NULL, since TEXT NOT NULL, postcode TEXT, land TEXT,
  PRIMARY KEY (person, brinnummer, since)
) STRICT;
CREATE TABLE IF NOT EXISTS inschrijvingen (
  id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES persons (id), brinnummer TEXT NOT NULL,
  datum_inschrijving TEXT NOT NULL, aanleverpunt TEXT NOT NULL, leerlingnummer TEXT, kind TEXT NOT NULL,
  content TEXT NOT NULL, version INTEGER NOT NULL, message INTEGER NOT NULL REFERENCES messages (seq),
  advies_delivered_on TEXT, deleted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (person, brinnummer, datum_inschrijving)
) STRICT;
CREATE TABLE IF NOT EXISTS versions (
  inschrijving INTEGER NOT NULL REFERENCES inschrijvingen (id), version INTEGER NOT NULL, content TEXT NOT NULL,
  message INTEGER NOT NULL REFERENCES messages (seq), registered_at TEXT NOT NULL,
  PRIMARY KEY (inschrijving, version)
) STRICT;
-- The terugkoppelvoorraad: bundle is the berichtidentificatie of the bericht 6 it was handed out with.
CREATE TABLE IF NOT EXISTS terugkoppelingen (
  seq INTEGER PRIMARY KEY, brinnummer TEXT NOT NULL, aanleverpunt TEXT NOT NULL, nr INTEGER NOT NULL,
  berichtidentificatie TEXT NOT NULL, xml TEXT NOT NULL, made_at TEXT NOT NULL, bundle TEXT, confirmed_at TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS terugkoppelingen_stock ON terugkoppelingen (brinnummer, aanleverpunt, seq)
  WHERE confirmed_at IS NULL;
CREATE TABLE IF NOT EXISTS polls (
  brinnummer TEXT NOT NULL, aanleverpunt TEXT NOT NULL, berichtidentificatie TEXT NOT NULL, empty_at TEXT,
  misuse INTEGER NOT NULL DEFAULT 0, polls INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (brinnummer, aanleverpunt)
) STRICT;
CREATE TABLE IF NOT EXISTS brp_edits (bsn TEXT PRIMARY KEY, person TEXT) STRICT;
-- The last bericht 16 to a school about a pupil, so that one control is not told twice.
CREATE TABLE IF NOT EXISTS reported_doubles (
  person INTEGER NOT NULL, brinnummer TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (person, brinnummer)
) STRICT;
CREATE TABLE IF NOT EXISTS log (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, direction TEXT NOT NULL, holder TEXT, brinnummer TEXT, aanleverpunt TEXT,
  nr INTEGER, berichtidentificatie TEXT, status INTEGER, signaal TEXT, note TEXT, xml TEXT NOT NULL
) STRICT;
${mijnBronTables}`;

const SCHEMA_VERSION = 5;

/** Version 1 kept only the newest address. */
const FROM_VERSION_1 = `
ALTER TABLE addresses RENAME TO addresses_1;
${schema}
INSERT INTO addresses SELECT person, brinnummer, '', postcode, land FROM addresses_1;
DROP TABLE addresses_1;
`;

/** Columns that a table got later, with the version that has them: revocation, and who follows vervolgonderwijs. */
const ADDED_COLUMNS: readonly [since: number, sql: string][] = [
  [3, 'ALTER TABLE certificates ADD COLUMN revoked_at TEXT'],
  [4, 'ALTER TABLE persons ADD COLUMN follows_on INTEGER NOT NULL DEFAULT 0'],
];

/** Opens (or makes) the register of the data folder. @throws when a newer mock made it */
export function openRegister(folder: string): Register {
  mkdirSync(folder, { recursive: true });
  const database = new Database(join(folder, 'register.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > SCHEMA_VERSION) {
    database.close();
    throw new Error('the register in this data folder was made by a newer mock BRON');
  }
  database.exec(version === 1 ? FROM_VERSION_1 : schema);
  for (const [since, sql] of ADDED_COLUMNS) if (version > 0 && version < since) database.exec(sql);
  database.pragma(`user_version = ${SCHEMA_VERSION}`);
  return database;
}

/** Empties the register; clock, CA and certificates stay. */
export function resetRegister(register: Register): void {
  register.transaction(() => {
    for (const table of [
      'versions',
      'inschrijvingen',
      'addresses',
      'persons',
      'messages',
      'terugkoppelingen',
      'polls',
      'reported_doubles',
      'log',
      'letters',
      ...mijnBronTableNames,
    ]) {
      register.exec(`DELETE FROM ${table}`);
    }
  })();
}
