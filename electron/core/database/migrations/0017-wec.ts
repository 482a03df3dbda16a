import type { Connection } from '../database.ts';
import type { Migration } from '../migrations.ts';

/** What every kind of inschrijving has: tables that were those of WPO, and the column by which their voorkomens are ordered. */
const shared = ['vestiging', 'indicatie_bekostiging', 'leerjaar_groep'] as const;

const renamed = (name: string) => `
DROP INDEX ${name}_wpo_by_inschrijving;
ALTER TABLE ${name}_wpo RENAME TO inschrijving_${name};
CREATE INDEX inschrijving_${name}_by_inschrijving ON inschrijving_${name} (inschrijving_id, begindatum);
`;

/** A group of an inschrijving WEC, each voorkomen from its begindatum on. */
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

/** What can be undone is kept as the rows of tables, by their names. */
function renameInSnapshots(db: Connection): void {
  for (const table of ['leerling_undo', 'import_pupil']) {
    const names = shared.reduce(
      (sql, name) => `replace(${sql}, '"${name}_wpo":', '"inschrijving_${name}":')`,
      'before',
    );
    db.exec(`UPDATE ${table} SET before = ${names} WHERE before IS NOT NULL`);
  }
}

/** Marks every inschrijving in a document of a form as one of WPO: until now there were no others. */
function withKind(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKind);
  if (typeof value !== 'object' || value === null) return value;
  const document = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withKind(item)]));
  return 'leerjaarGroep' in document ? { kind: 'WPO', ...document } : document;
}

function markDrafts(db: Connection): void {
  const drafts = db
    .prepare<[], { id: number; content: string }>("SELECT id, content FROM draft WHERE form <> 'note'")
    .all();
  const update = db.prepare('UPDATE draft SET content = ? WHERE id = ?');
  for (const { id, content } of drafts) update.run(JSON.stringify(withKind(JSON.parse(content))), id);
}

/** An inschrijving is of a kind, WPO or WEC, with the groups of WEC (PvE 4.1.4); the groups that both have become those of any inschrijving. */
export const wec: Migration = {
  version: 17,
  name: 'wec',
  up(db) {
    db.exec(`
ALTER TABLE inschrijving ADD COLUMN kind TEXT NOT NULL DEFAULT 'WPO' CHECK (kind IN ('WPO', 'WEC'));
ALTER TABLE inschrijving ADD COLUMN brinnummer_teruggeplaatst TEXT;
${shared.map(renamed).join('')}
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
`);
    renameInSnapshots(db);
    markDrafts(db);
  },
};
