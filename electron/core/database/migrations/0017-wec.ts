import type { Migration } from '../migrations.ts';
import { markDrafts } from './0017-drafts.ts';
import { keepUndoable } from './0017-undo.ts';

/** What every kind of inschrijving has, in tables that were those of WPO. */
const shared = ['vestiging', 'indicatie_bekostiging', 'leerjaar_groep'] as const;

const renamed = (name: string) => `
DROP INDEX ${name}_wpo_by_inschrijving;
ALTER TABLE ${name}_wpo RENAME TO inschrijving_${name};
CREATE INDEX inschrijving_${name}_by_inschrijving ON inschrijving_${name} (inschrijving_id, begindatum);
`;

/** A group of an inschrijving, each voorkomen from its begindatum on. */
const group = (table: string, above: string, parent: string, columns: readonly string[]) => `
CREATE TABLE ${table} (
  id INTEGER PRIMARY KEY,
  ${parent} INTEGER NOT NULL REFERENCES ${above} (id) ON DELETE CASCADE,
  begindatum TEXT,
  ${columns.map((column) => `${column} TEXT`).join(',\n  ')}
) STRICT;
CREATE INDEX ${table}_by_${parent.replace(/_id$/, '')} ON ${table} (${parent}, begindatum);
`;

const ofInschrijving = (table: string, ...columns: readonly string[]) =>
  group(table, 'inschrijving', 'inschrijving_id', columns);

/** What BRON has and is not known here: a pupil may have an inschrijving of either kind on the same day. */
const unmatchedByKind = `
CREATE TABLE unmatched_stand_new (
  id INTEGER PRIMARY KEY,
  bericht_id INTEGER NOT NULL REFERENCES registratieoverzicht (bericht_id),
  pgn TEXT NOT NULL,
  kind TEXT NOT NULL,
  datum_inschrijving TEXT NOT NULL,
  datum_uitschrijving TEXT,
  content TEXT NOT NULL,
  UNIQUE (pgn, kind, datum_inschrijving)
) STRICT;
INSERT INTO unmatched_stand_new (id, bericht_id, pgn, kind, datum_inschrijving, datum_uitschrijving, content)
  SELECT id, bericht_id, pgn,
    CASE
      WHEN NOT json_valid(content) THEN ''
      WHEN json_type(content, '$.inschrijvingWpo[0]') IS NOT NULL THEN 'WPO'
      WHEN json_type(content, '$.inschrijvingWec[0]') IS NOT NULL THEN 'WEC'
      ELSE ''
    END,
    datum_inschrijving, datum_uitschrijving, content
  FROM unmatched_stand;
DROP TABLE unmatched_stand;
ALTER TABLE unmatched_stand_new RENAME TO unmatched_stand;
CREATE INDEX unmatched_stand_by_bericht ON unmatched_stand (bericht_id);
`;

/**
 * An inschrijving is of a kind, WPO or WEC, with the groups of WEC (PvE 4.1.4); the groups that both have become those of any
 * inschrijving. And the groups that came with the edition of 2015-11.
 */
export const wec: Migration = {
  version: 17,
  name: 'wec',
  up(db) {
    keepUndoable(db, new Map(shared.map((name) => [`${name}_wpo`, `inschrijving_${name}`])));
    db.exec(`
ALTER TABLE inschrijving ADD COLUMN kind TEXT NOT NULL DEFAULT 'WPO' CHECK (kind IN ('WPO', 'WEC'));
ALTER TABLE inschrijving ADD COLUMN brinnummer_teruggeplaatst TEXT;
${shared.map(renamed).join('')}
DROP INDEX leerjaar_groep_wpo_by_groep;
CREATE INDEX inschrijving_leerjaar_groep_by_groep ON inschrijving_leerjaar_groep (groep, begindatum);
${unmatchedByKind}
${ofInschrijving('soort_onderwijs_wec', 'soort_onderwijs')}
${ofInschrijving('schoolsoort_wec', 'schoolsoort')}
${ofInschrijving('soort_verblijf_wec', 'soort_verblijf')}
${ofInschrijving('indicatiestelling_wec', 'onderwijssoort_indicatie', 'brinnummer_rec', 'cvi_nummer')}
${group('ambulante_begeleiding_wec', 'indicatiestelling_wec', 'indicatiestelling_id', ['brinnummer'])}
${ofInschrijving(
  'toelaatbaarheidsverklaring_wec',
  'samenwerkingsverband_nummer',
  'bekostigingscategorie',
  'beschikkingsnummer_tlv',
  'einddatum',
)}
${ofInschrijving('uitstroomprofiel_wec', 'uitstroomprofiel', 'elementcode', 'leerjaar_uitstroomprofiel')}
${ofInschrijving('arrangement_wec', 'brinnummer', 'vestigingsvolgnummer')}
${ofInschrijving('ontwikkelingsperspectief_wpo', 'einddatum')}
`);
    markDrafts(db);
  },
};
