/** A table with personal data and how its rows are found for one person. */
export interface PersonalTable {
  table: string;
  about: 'leerling' | 'medewerker';
  /** The column that leads to the person: the person's own id, or a reference to a table that leads on. Absent: to be searched. */
  link?: string;
}

/**
 * Every table with personal data, the referring ones before those they refer to. Destruction of a leerling's gegevens walks
 * this list; a table that is neither here nor in `impersonalTables` fails a test.
 */
export const personalTables: readonly PersonalTable[] = [
  { table: 'change_value', about: 'leerling', link: 'seq' },
  // What an import did, and the one that is open: their rows hold a pupil as he was, or as a file has him.
  { table: 'import_pupil', about: 'leerling', link: 'leerling_id' },
  { table: 'import_candidate', about: 'leerling' },
  { table: 'import_fact', about: 'leerling', link: 'leerling_id' },
  { table: 'gtb_leerling', about: 'leerling', link: 'leerling_id' },
  { table: 'vergelijkingsoverzicht_row', about: 'leerling', link: 'leerling_id' },
  { table: 'gegeven_mark', about: 'leerling', link: 'leerling_id' },
  { table: 'signaal', about: 'leerling', link: 'leerling_id' },
  { table: 'proposal', about: 'leerling', link: 'leerling_id' },
  { table: 'overzicht_decision', about: 'leerling', link: 'inschrijving_id' },
  { table: 'unmatched_stand', about: 'leerling' },
  { table: 'registratieoverzicht_leerling', about: 'leerling', link: 'leerling_id' },
  { table: 'terugkoppeling', about: 'leerling', link: 'inschrijving_id' },
  { table: 'bundel_body', about: 'leerling' },
  { table: 'bundel', about: 'leerling' },
  { table: 'verwijdering', about: 'leerling', link: 'inschrijving_id' },
  { table: 'bron_stand', about: 'leerling', link: 'inschrijving_id' },
  { table: 'to_deliver', about: 'leerling', link: 'inschrijving_id' },
  { table: 'bron_state', about: 'leerling', link: 'inschrijving_id' },
  { table: 'bericht', about: 'leerling', link: 'inschrijving_id' },
  { table: 'ontwikkelingsperspectief_wpo', about: 'leerling', link: 'inschrijving_id' },
  { table: 'ambulante_begeleiding_wpo', about: 'leerling', link: 'lgf_indicatie_id' },
  { table: 'lgf_indicatie_wpo', about: 'leerling', link: 'inschrijving_id' },
  { table: 'eindtoets_wpo', about: 'leerling', link: 'inschrijving_id' },
  { table: 'vroegschools_programma_wpo', about: 'leerling', link: 'inschrijving_id' },
  { table: 'gewicht_wpo', about: 'leerling', link: 'inschrijving_id' },
  { table: 'ambulante_begeleiding_wec', about: 'leerling', link: 'indicatiestelling_id' },
  { table: 'indicatiestelling_wec', about: 'leerling', link: 'inschrijving_id' },
  { table: 'soort_onderwijs_wec', about: 'leerling', link: 'inschrijving_id' },
  { table: 'schoolsoort_wec', about: 'leerling', link: 'inschrijving_id' },
  { table: 'soort_verblijf_wec', about: 'leerling', link: 'inschrijving_id' },
  { table: 'toelaatbaarheidsverklaring_wec', about: 'leerling', link: 'inschrijving_id' },
  { table: 'uitstroomprofiel_wec', about: 'leerling', link: 'inschrijving_id' },
  { table: 'arrangement_wec', about: 'leerling', link: 'inschrijving_id' },
  { table: 'inschrijving_toetsdomein', about: 'leerling', link: 'toetsonderdeel_id' },
  { table: 'inschrijving_toetsonderdeel', about: 'leerling', link: 'verplichte_eindtoets_id' },
  { table: 'inschrijving_verplichte_eindtoets', about: 'leerling', link: 'inschrijving_id' },
  { table: 'inschrijving_leerjaar_groep', about: 'leerling', link: 'inschrijving_id' },
  { table: 'inschrijving_indicatie_bekostiging', about: 'leerling', link: 'inschrijving_id' },
  { table: 'inschrijving_vestiging', about: 'leerling', link: 'inschrijving_id' },
  { table: 'leerling_row', about: 'leerling', link: 'leerling_id' },
  { table: 'leerling_word', about: 'leerling', link: 'leerling_id' },
  { table: 'inschrijving', about: 'leerling', link: 'leerling_id' },
  { table: 'leerling_phone', about: 'leerling', link: 'leerling_id' },
  { table: 'leerling_email', about: 'leerling', link: 'leerling_id' },
  { table: 'leerling_former_adres', about: 'leerling', link: 'leerling_id' },
  { table: 'leerling_note', about: 'leerling', link: 'leerling_id' },
  { table: 'leerling_undo', about: 'leerling', link: 'leerling_id' },
  { table: 'draft', about: 'leerling', link: 'leerling_id' },
  { table: 'retention_keep', about: 'leerling', link: 'leerling_id' },
  { table: 'sibling_decision', about: 'leerling', link: 'leerling_id' },
  { table: 'leerling_verzorger', about: 'leerling', link: 'leerling_id' },
  { table: 'verzorger', about: 'leerling' },
  { table: 'leerling', about: 'leerling', link: 'id' },
  { table: 'groep_leerkracht', about: 'medewerker', link: 'user_id' },
  { table: 'aansluiting_document', about: 'medewerker', link: 'noted_by' },
  { table: 'aansluiting_part', about: 'medewerker', link: 'done_by' },
  { table: 'aansluiting_aantallen', about: 'medewerker', link: 'noted_by' },
  { table: 'aansluiting_contact', about: 'medewerker' },
  { table: 'school', about: 'medewerker' },
  { table: 'certificate', about: 'medewerker' },
  // Names the gemachtigde who gave it.
  { table: 'reactie', about: 'medewerker', link: 'user_id' },
  // Names the file and who imported it.
  { table: 'import_batch', about: 'medewerker', link: 'user_id' },
  // Name who said that a place is gone, and who decided.
  { table: 'destruction_place', about: 'medewerker', link: 'gone_by' },
  { table: 'destruction', about: 'medewerker', link: 'user_id' },
  { table: 'user_account', about: 'medewerker', link: 'id' },
];

/** The tables without personal data. The log of changes holds record ids and salted commitments; its values stand in change_value. */
export const impersonalTables: readonly string[] = [
  'aansluiting_voortgang',
  'aansluiting_week',
  'certificate_download',
  'change_log',
  'destruction_record',
  'groep',
  'groep_batch',
  'gtb',
  'holiday',
  'mijn_bron_fetch',
  'registratieoverzicht',
  'school_year',
  'sequence',
  'setting',
  'vergelijkingsoverzicht',
  'vestiging',
];
