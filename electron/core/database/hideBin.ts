import type { Connection } from './database.ts';

/**
 * Hides what lies in the bin from every query of a connection: temporary views take the names of the tables, so that
 * `FROM leerling` means the pupils that are there and no query can forget it. Whoever writes, or means the bin too, says
 * `main.leerling`. Called once a connection's schema is up to date; the views exist in that connection only.
 */
export function hideBin(db: Connection): void {
  db.exec(`
CREATE TEMP VIEW binned_inschrijving AS
  SELECT id FROM main.inschrijving WHERE deleted_at IS NOT NULL
  UNION ALL SELECT i.id FROM main.leerling l JOIN main.inschrijving i ON i.leerling_id = l.id WHERE l.deleted_at IS NOT NULL;
CREATE TEMP VIEW leerling AS SELECT * FROM main.leerling WHERE deleted_at IS NULL;
CREATE TEMP VIEW inschrijving AS
  SELECT * FROM main.inschrijving WHERE id NOT IN (SELECT id FROM temp.binned_inschrijving);
CREATE TEMP VIEW to_deliver AS
  SELECT * FROM main.to_deliver WHERE inschrijving_id NOT IN (SELECT id FROM temp.binned_inschrijving);
CREATE TEMP VIEW bron_state AS
  SELECT * FROM main.bron_state WHERE inschrijving_id NOT IN (SELECT id FROM temp.binned_inschrijving);
`);
}
