/** What the kinds of lines in the log of changes are called: tables, and the events that are no change of a record. */
export const changeKinds: Readonly<Record<string, string>> = {
  leerling: 'Leerling',
  inschrijving: 'Inschrijving',
  verzorger: 'Verzorger',
  leerling_verzorger: 'Verzorger bij een leerling',
  leerling_note: 'Notitie bij een leerling',
  groep: 'Groep',
  school_year: 'Schooljaar',
  signaal: 'Signaal van BRON',
  bericht: 'Melding aan BRON',
  registratieoverzicht: 'Registratieoverzicht',
  vergelijkingsoverzicht_row: 'Verschil op het vergelijkingsoverzicht',
  reactie: 'Reactie aan BRON',
  certificate: 'Certificaat',
  setting: 'Instelling',
  aansluiting: 'Aansluiting op BRON',
  user_account: 'Gebruiker',
  key: 'Sleutel en herstelcode',
  view: 'Inzage in BSN of onderwijsnummer',
  export: 'Export',
  import: 'Import',
  login: 'Aanmelding',
  log: 'Logboek',
};

/** The Dutch name of a kind; of one without a name, the kind itself. */
export const changeKindName = (kind: string): string => changeKinds[kind] ?? kind.replaceAll('_', ' ');
