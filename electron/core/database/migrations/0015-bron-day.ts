import type { Migration } from '../migrations.ts';

/** By which day, in BRON's own dates, a message has come in when it has: the clock of this computer can be wrong. */
export const bronDay: Migration = {
  version: 15,
  name: 'bron day',
  up(db) {
    db.exec('ALTER TABLE bericht ADD COLUMN bron_day TEXT;');
  },
};
