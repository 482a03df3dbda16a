import type { Migration } from '../migrations.ts';

/** The datum inschrijving that an inschrijving gets once BRON has removed it; without one it goes to the bin. */
export const startCorrection: Migration = {
  version: 24,
  name: 'start-correction',
  up(db) {
    db.exec('ALTER TABLE verwijdering ADD COLUMN new_start TEXT;');
  },
};
