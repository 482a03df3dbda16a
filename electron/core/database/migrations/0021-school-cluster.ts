import type { Migration } from '../migrations.ts';

/** Of a WEC-school: its cluster, and whether it is one of the two for pupils with epilepsy. What they are is not known until somebody says so. */
export const schoolCluster: Migration = {
  version: 21,
  name: 'school-cluster',
  up(db) {
    db.exec(`
ALTER TABLE school ADD COLUMN cluster TEXT;
ALTER TABLE school ADD COLUMN epilepsy TEXT NOT NULL DEFAULT 'false' CHECK (epilepsy IN ('true', 'false'));
`);
  },
};
