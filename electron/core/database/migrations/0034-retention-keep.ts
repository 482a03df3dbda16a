import type { Migration } from '../migrations.ts';

/** Pupils of whom the retention period is over and whose gegevens are kept on purpose, up to and including a day. */
export const retentionKeep: Migration = {
  version: 34,
  name: 'retention-keep',
  up(db) {
    db.exec(`
CREATE TABLE retention_keep (
  leerling_id INTEGER PRIMARY KEY REFERENCES leerling (id) ON DELETE CASCADE,
  keep_until TEXT NOT NULL
) STRICT;
`);
  },
};
