import type { Migration } from '../migrations.ts';

/** After a restore many terugkoppelingen can be to meldingen that are not known here: each asks whether it came before. */
export const terugkoppelingIndex: Migration = {
  version: 13,
  name: 'terugkoppeling index',
  up(db) {
    db.exec('CREATE INDEX terugkoppeling_by_berichtidentificatie ON terugkoppeling (berichtidentificatie, nr);');
  },
};
