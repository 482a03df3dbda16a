import type { Migration } from '../migrations.ts';

/** The bytes of a bundle get a row of their own: where they stood, all of them were written again with every change of its state. */
export const bundelBody: Migration = {
  version: 16,
  name: 'bundel body',
  up(db) {
    db.exec(`
CREATE TABLE bundel_body (
  bundel_id INTEGER PRIMARY KEY REFERENCES bundel (id),
  body BLOB NOT NULL
) STRICT;
INSERT INTO bundel_body (bundel_id, body) SELECT id, body FROM bundel WHERE length(body) > 0;
ALTER TABLE bundel DROP COLUMN body;
`);
  },
};
