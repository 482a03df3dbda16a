import type { Migration } from '../migrations.ts';

/**
 * What the list of pupils is searched and sorted by: a row per pupil, and a row per word he is found by. Both are derived;
 * leerlingen/listIndex.ts fills them when the administration is opened.
 */
export const searchIndex: Migration = {
  version: 9,
  name: 'search index',
  up(db) {
    db.exec(`
ALTER TABLE leerling DROP COLUMN search_text;
DROP INDEX leerling_by_name;

CREATE TABLE leerling_row (
  leerling_id INTEGER PRIMARY KEY REFERENCES leerling (id) ON DELETE CASCADE,
  sort_name TEXT NOT NULL,
  last_day TEXT NOT NULL,
  state_rank INTEGER NOT NULL,
  open_signalen INTEGER NOT NULL
) STRICT;
CREATE INDEX leerling_row_by_name ON leerling_row (sort_name, leerling_id, last_day, state_rank);

CREATE TABLE leerling_word (
  word TEXT NOT NULL,
  leerling_id INTEGER NOT NULL REFERENCES leerling (id) ON DELETE CASCADE,
  is_number INTEGER NOT NULL CHECK (is_number IN (0, 1)),
  UNIQUE (word, leerling_id, is_number)
) STRICT;
CREATE INDEX leerling_word_by_leerling ON leerling_word (leerling_id);
`);
  },
};
