import type { Migration } from '../migrations.ts';

/** What a school keeps of coming and leaving besides what it delivers, and since when a record lies in the bin, put there by whom. */
export const enrolmentAndBin: Migration = {
  version: 8,
  name: 'enrolment and bin',
  up(db) {
    db.exec(`
ALTER TABLE leerling ADD COLUMN deleted_at TEXT;
ALTER TABLE leerling ADD COLUMN deleted_by TEXT;
ALTER TABLE inschrijving ADD COLUMN deleted_at TEXT;
ALTER TABLE inschrijving ADD COLUMN deleted_by TEXT;
ALTER TABLE inschrijving ADD COLUMN previous_school TEXT;
ALTER TABLE inschrijving ADD COLUMN proof TEXT;
ALTER TABLE inschrijving ADD COLUMN proof_date TEXT;
ALTER TABLE inschrijving ADD COLUMN leaving_reason TEXT;
ALTER TABLE inschrijving ADD COLUMN destination TEXT;
CREATE INDEX leerling_in_bin ON leerling (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX inschrijving_in_bin ON inschrijving (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX leerling_by_geboortedatum ON leerling (geboortedatum);
`);
  },
};
