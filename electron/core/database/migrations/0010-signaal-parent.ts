import type { Migration } from '../migrations.ts';

/** Of a signaal on a nested gegevensgroep: in which voorkomen of the outer group it is (ambulante begeleiding in a LGF-indicatie). */
export const signaalParent: Migration = {
  version: 10,
  name: 'signaal parent',
  up(db) {
    db.exec('ALTER TABLE signaal ADD COLUMN parent INTEGER');
  },
};
