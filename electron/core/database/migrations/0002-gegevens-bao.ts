import type { Migration } from '../migrations.ts';

/** The rest of what a BAO delivers (PvE 4.1.2, 4.1.3), and what a school keeps of a person besides. */
export const gegevensBao: Migration = {
  version: 2,
  name: 'gegevens bao',
  up(db) {
    db.exec(`
ALTER TABLE leerling ADD COLUMN geboorteland TEXT;
ALTER TABLE leerling ADD COLUMN nationaliteit_1 TEXT;
ALTER TABLE leerling ADD COLUMN nationaliteit_2 TEXT;
ALTER TABLE leerling ADD COLUMN geheim TEXT;
ALTER TABLE inschrijving ADD COLUMN herzien_advies_vo TEXT;

CREATE TABLE vroegschools_programma_wpo (
  id INTEGER PRIMARY KEY,
  inschrijving_id INTEGER NOT NULL REFERENCES inschrijving (id) ON DELETE CASCADE,
  begindatum TEXT,
  einddatum TEXT,
  vroegschools_programma TEXT
) STRICT;
CREATE INDEX vroegschools_programma_wpo_by_inschrijving ON vroegschools_programma_wpo (inschrijving_id, begindatum);

CREATE TABLE eindtoets_wpo (
  id INTEGER PRIMARY KEY,
  inschrijving_id INTEGER NOT NULL REFERENCES inschrijving (id) ON DELETE CASCADE,
  datum_eindtoets TEXT,
  code_eindtoets TEXT,
  uitslag_eindtoets TEXT
) STRICT;
CREATE INDEX eindtoets_wpo_by_inschrijving ON eindtoets_wpo (inschrijving_id, datum_eindtoets);

CREATE TABLE lgf_indicatie_wpo (
  id INTEGER PRIMARY KEY,
  inschrijving_id INTEGER NOT NULL REFERENCES inschrijving (id) ON DELETE CASCADE,
  begindatum TEXT,
  onderwijssoort_indicatie TEXT,
  brinnummer_rec TEXT,
  cvi_nummer TEXT
) STRICT;
CREATE INDEX lgf_indicatie_wpo_by_inschrijving ON lgf_indicatie_wpo (inschrijving_id, begindatum);

CREATE TABLE ambulante_begeleiding_wpo (
  id INTEGER PRIMARY KEY,
  lgf_indicatie_id INTEGER NOT NULL REFERENCES lgf_indicatie_wpo (id) ON DELETE CASCADE,
  begindatum TEXT,
  brinnummer TEXT
) STRICT;
CREATE INDEX ambulante_begeleiding_wpo_by_lgf_indicatie ON ambulante_begeleiding_wpo (lgf_indicatie_id, begindatum);
`);
  },
};
