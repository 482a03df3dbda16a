import type { Migration } from '../migrations.ts';

/** A table of which each row belongs to one of the table above. */
const below = (table: string, above: string, parent: string, columns: readonly string[]) => `
CREATE TABLE ${table} (
  id INTEGER PRIMARY KEY,
  ${parent} INTEGER NOT NULL REFERENCES ${above} (id) ON DELETE CASCADE,
  ${columns.map((column) => `${column} TEXT`).join(',\n  ')}
) STRICT;
CREATE INDEX ${table}_by_${parent.replace(/_id$/, '')} ON ${table} (${parent});
`;

/** The verplichte eindtoets that goes along with an inschrijving of either kind (PvE 4.1.5 of 2015-11). */
export const verplichteEindtoets: Migration = {
  version: 18,
  name: 'verplichte eindtoets',
  up(db) {
    db.exec(
      [
        below('inschrijving_verplichte_eindtoets', 'inschrijving', 'inschrijving_id', [
          'code_verplichte_eindtoets',
          'niveau_eindtoets',
          'datum_afname',
          'score',
          'reden_ontheffing',
          'reden_niet_deelname',
        ]),
        below('inschrijving_toetsonderdeel', 'inschrijving_verplichte_eindtoets', 'verplichte_eindtoets_id', [
          'code_toetsonderdeel',
          'referentieniveau_toetsonderdeel',
        ]),
        below('inschrijving_toetsdomein', 'inschrijving_toetsonderdeel', 'toetsonderdeel_id', [
          'code_toetsdomein',
          'referentieniveau_toetsdomein',
        ]),
      ].join(''),
    );
  },
};
