import type { Migration } from '../migrations.ts';

/**
 * Of whom a registratieoverzicht was asked (PvE 5.6.5): of a vestiging, of so many pupils, of all when neither says anything. Which
 * pupils stands apart, so that it goes with them.
 */
export const overzichtSelection: Migration = {
  version: 25,
  name: 'overzicht-selection',
  up(db) {
    db.exec(`
ALTER TABLE registratieoverzicht ADD COLUMN vestigingsvolgnummer TEXT;
ALTER TABLE registratieoverzicht ADD COLUMN leerlingen INTEGER;

CREATE TABLE registratieoverzicht_leerling (
  bericht_id INTEGER NOT NULL REFERENCES registratieoverzicht (bericht_id),
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  PRIMARY KEY (bericht_id, leerling_id)
) STRICT;
CREATE INDEX registratieoverzicht_leerling_by_leerling ON registratieoverzicht_leerling (leerling_id);
`);
  },
};
