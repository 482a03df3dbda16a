/** What Mijn BRON keeps, in the register of the mock. Dates are `yyyy-mm-dd`; JSON has the shapes of `shared/mijnBron`. */
export const mijnBronTables = `
CREATE TABLE IF NOT EXISTS aansluitingen (
  brinnummer TEXT PRIMARY KEY, planned_week TEXT NOT NULL, start TEXT NOT NULL, vakantieregio TEXT NOT NULL,
  announced_on TEXT NOT NULL, akkoord_on TEXT, akkoord_received_on TEXT, letter_on TEXT, able_on TEXT,
  closing_on TEXT, closing_into TEXT, ended_on TEXT, ending TEXT
) STRICT;
-- One log-in of the gemachtigde (no aanleverpunt) and one for each aanleverpunt.
CREATE TABLE IF NOT EXISTS log_ins (
  gebruikersnaam TEXT PRIMARY KEY, wachtwoord TEXT NOT NULL, brinnummer TEXT NOT NULL, aanleverpunt TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS contactgegevens (brinnummer TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS aantallen (
  seq INTEGER PRIMARY KEY, brinnummer TEXT NOT NULL, reported_on TEXT NOT NULL, leerlingen INTEGER NOT NULL, ambulant INTEGER NOT NULL
) STRICT;
-- What was sent. event says what it was for, so that nothing is sent twice; delivered: it lies in the folder or went by SMTP.
CREATE TABLE IF NOT EXISTS documents (
  id INTEGER PRIMARY KEY, brinnummer TEXT NOT NULL, event TEXT NOT NULL, aanleverpunt TEXT, line TEXT NOT NULL, content TEXT NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  UNIQUE (brinnummer, event)
) STRICT;
CREATE INDEX IF NOT EXISTS documents_waiting ON documents (id) WHERE delivered = 0;
-- The instant up to which what was registered is in the GTBs and the vergelijkingsoverzicht.
CREATE TABLE IF NOT EXISTS countings (brinnummer TEXT PRIMARY KEY, until TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS gtbs (
  kenmerk TEXT PRIMARY KEY, brinnummer TEXT NOT NULL, vestigingsvolgnummer TEXT NOT NULL, peildatum TEXT NOT NULL,
  number INTEGER NOT NULL, content TEXT NOT NULL,
  UNIQUE (brinnummer, vestigingsvolgnummer, peildatum, number)
) STRICT;
-- No content: at that moment nothing differed.
CREATE TABLE IF NOT EXISTS comparisons (
  seq INTEGER PRIMARY KEY, brinnummer TEXT NOT NULL, made_on TEXT NOT NULL, content TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS cfi (brinnummer TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS reacties (
  seq INTEGER PRIMARY KEY, brinnummer TEXT NOT NULL, content TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS questions (
  seq INTEGER PRIMARY KEY, brinnummer TEXT NOT NULL, aanleverpunt TEXT, content TEXT NOT NULL
) STRICT;
-- The certificate counts as tested with the first bericht 6.
CREATE INDEX IF NOT EXISTS log_polls ON log (brinnummer, aanleverpunt, at) WHERE nr = 6 AND direction = 'in';
`;

/** The tables of the above, to be emptied. */
export const mijnBronTableNames = [
  'aansluitingen',
  'log_ins',
  'contactgegevens',
  'aantallen',
  'documents',
  'countings',
  'gtbs',
  'comparisons',
  'cfi',
  'reacties',
  'questions',
] as const;
