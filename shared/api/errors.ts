/**
 * Every way in which an operation can fail: one Dutch sentence that says what is wrong and one that says what to do next.
 * Placeholders in braces are filled from the error's parameters. Parameters never hold names or numbers of persons.
 */
export const errorTexts = {
  // Generic
  'invalid-input': ['De invoer klopt niet: {detail}.', 'Verbeter het genoemde veld en probeer het opnieuw.'],
  'unknown-operation': ['Deze opdracht bestaat niet: {name}.', 'Vraag de lijst op met "las operations".'],
  'not-allowed': ['U hebt geen recht om dit te doen.', 'Vraag de beheerder van de administratie.'],
  'not-found': ['Dit gegeven bestaat niet (meer).', 'Ververs het scherm en zoek het opnieuw op.'],
  'changed-elsewhere': [
    'Iemand anders (of een ander venster) heeft dit gegeven intussen gewijzigd.',
    'Haal het gegeven opnieuw op en voer uw wijziging nog eens in.',
  ],
  internal: [
    'Er ging iets mis in het programma.',
    'Probeer het opnieuw; blijft het misgaan, neem dan contact op met uw leverancier.',
  ],
  'core-stopped': [
    'Het rekenhart van het programma is gestopt en opnieuw gestart.',
    'Ontgrendel de administratie; alles wat was opgeslagen is er nog.',
  ],
  // Data folder and session
  'folder-not-writable': [
    'In de gegevensmap kan niet worden geschreven.',
    'Vraag uw systeembeheerder om schrijfrechten op deze map of kies een andere map.',
  ],
  'folder-unsuitable': [
    'De gegevensmap staat op een netwerkschijf of in een gesynchroniseerde map ({detail}).',
    'Kies een map op de eigen schijf van deze computer.',
  ],
  'folder-in-use': [
    'Deze administratie is al geopend in een ander programma of venster.',
    'Sluit het andere programma of gebruik het venster dat al openstaat.',
  ],
  'administration-missing': ['In deze map staat nog geen administratie.', 'Maak eerst een administratie aan.'],
  'administration-exists': ['In deze map staat al een administratie.', 'Open die administratie of kies een lege map.'],
  'administration-newer': [
    'Deze administratie is gemaakt met een nieuwere versie van Bronwijs.',
    'Installeer de nieuwste versie van het programma.',
  ],
  'administration-damaged': [
    'Het bestand van de administratie is beschadigd.',
    'Zet een reservekopie terug of neem contact op met uw leverancier.',
  ],
  'keys-damaged': [
    'Het sleutelbestand (keys.json) van de administratie is beschadigd.',
    'Zet keys.json terug uit een reservekopie.',
  ],
  'file-gone': [
    'Het gekozen bestand is niet meer beschikbaar: u hebt te lang gewacht of het is al gebruikt.',
    'Kies het bestand opnieuw.',
  ],
  'disk-full': ['De schijf is vol; er is niets opgeslagen.', 'Maak ruimte vrij op de schijf en probeer het opnieuw.'],
  'disk-failed': [
    'De schijf gaf een fout bij het lezen of schrijven; er is niets opgeslagen.',
    'Controleer of de schijf nog is aangesloten en of er ruimte op is, en probeer het opnieuw.',
  ],
  // Export
  'target-not-writable': [
    'Het gekozen bestand kan niet worden geschreven.',
    'Sluit het bestand als het elders openstaat, of kies een andere map.',
  ],
  'export-disk-full': [
    'De schijf is vol; er is geen bestand gemaakt.',
    'Maak ruimte vrij op de schijf of kies een andere schijf, en exporteer opnieuw.',
  ],
  'export-not-verified': [
    'Het geschreven bestand bleek bij het nalezen niet volledig; het is verwijderd.',
    'Probeer het opnieuw of kies een andere schijf.',
  ],
  'export-empty': [
    'Er is niets om te exporteren: bij deze keuze hoort geen enkele regel.',
    'Maak een andere keuze, bijvoorbeeld alle groepen.',
  ],
  'edexml-invalid': [
    'De leerlingen passen niet in EDEXML 2.1 ({detail}); er is geen bestand gemaakt.',
    'Verbeter het genoemde gegeven en exporteer opnieuw; lukt dat niet, neem dan contact op met uw leverancier.',
  ],
  'edexml-schooljaar': [
    'EDEXML 2.1 kent het schooljaar {schooljaar} niet.',
    'Gebruik een andere export, of vraag de ontvanger welke versie van EDEXML hij kan lezen.',
  ],
  'export-active': ['Er loopt al een export of import.', 'Wacht tot die klaar is of stop haar eerst.'],
  'export-stopped': [
    'De export is gestopt; er is geen bestand gemaakt.',
    'Exporteer opnieuw als u het bestand nodig hebt.',
  ],
  // JSON export and import of everything
  'everything-not-ours': [
    'Dit bestand is geen JSON-export van Bronwijs.',
    'Kies het bestand dat met "Alles exporteren" is gemaakt.',
  ],
  'everything-newer': [
    'Dit bestand is gemaakt met een nieuwere versie van Bronwijs.',
    'Installeer de nieuwste versie van het programma en importeer het bestand opnieuw.',
  ],
  'everything-damaged': [
    'Dit bestand is niet volledig of is gewijzigd ({detail}); er is niets geïmporteerd.',
    'Maak de export opnieuw en kopieer het bestand zonder het te openen of te bewerken.',
  ],
  'everything-not-empty': [
    'Alles importeren kan alleen in een lege administratie; hier zijn al leerlingen vastgelegd.',
    'Maak een nieuwe administratie in een lege map en importeer het bestand daar.',
  ],
  'everything-other-school': [
    'Dit bestand is van {holder}; deze administratie is {expected}.',
    'Maak een administratie met het BRIN en aanleverpunt van het bestand en importeer het daar.',
  ],
  'everything-other-kind': [
    'Dit bestand komt uit een administratie van de soort "{kind}"; deze is van de andere soort.',
    'Maak een administratie van dezelfde soort en importeer het bestand daar.',
  ],
  'everything-draft-gone': [
    'Het gekozen bestand is niet meer beschikbaar: u hebt te lang gewacht of het is al geïmporteerd.',
    'Kies het bestand opnieuw.',
  ],
  locked: ['De administratie is vergrendeld.', 'Ontgrendel de administratie met uw wachtwoord.'],
  'recovery-unconfirmed': [
    'De herstelcode van deze administratie is nog niet overgenomen.',
    'Neem eerst de herstelcode over van papier, of maak een nieuwe.',
  ],
  'wrong-password': ['Het wachtwoord is onjuist.', 'Controleer Caps Lock en probeer het opnieuw.'],
  'wrong-login': [
    'De gebruikersnaam of het wachtwoord is onjuist.',
    'Controleer Caps Lock en probeer het opnieuw; de beheerder kan u een eenmalig wachtwoord geven.',
  ],
  'wait-before-retry': [
    'Te veel onjuiste pogingen: wacht nog {seconds} seconden.',
    'Probeer het daarna opnieuw of gebruik de herstelcode.',
  ],
  'wrong-recovery-code': [
    'De herstelcode is onjuist.',
    'Neem de code precies over van uw afdruk; streepjes mogen weg.',
  ],
  'weak-password': ['Het wachtwoord is te kort.', 'Kies een wachtwoord van ten minste 12 tekens.'],
  'guessable-password': [
    'Dit wachtwoord is te makkelijk te raden.',
    'Gebruik niet vooral uw naam, de naam van de school of een veelgebruikt woord; een zin van enkele woorden werkt goed.',
  ],
  'password-to-change': [
    'U bent binnen met een eenmalig wachtwoord.',
    'Kies eerst een eigen wachtwoord; daarna kunt u aan het werk.',
  ],
  rekeying: [
    'De administratie krijgt op dit moment een nieuwe sleutel.',
    'Wacht tot dat klaar is; het programma gaat daarna vanzelf verder.',
  ],
  'log-busy': ['Het logboek wordt al gecontroleerd of geëxporteerd.', 'Wacht tot dat klaar is of stop het eerst.'],
  'login-taken': ['Deze gebruikersnaam is al van een andere gebruiker.', 'Kies een andere gebruikersnaam.'],
  'user-self': [
    'Dit kunt u niet met uw eigen gebruiker doen.',
    'Laat een andere beheerder dit doen; zo blijft er altijd een beheerder.',
  ],
  'beheerder-unknown': [
    'Er is geen beheerder met deze gebruikersnaam.',
    'Laat de gebruikersnaam leeg of vul die van een beheerder in.',
  ],
  'production-refused': [
    'Een oefenadministratie mag niet met het echte BRON uitwisselen.',
    'Gebruik het adres van een oefen-BRON.',
  ],
  'loopback-refused': [
    'Een echte administratie mag niet met een BRON op deze computer uitwisselen.',
    'Gebruik het adres van BRON of maak een oefenadministratie.',
  ],
  'clock-refused': ['Een echte administratie loopt altijd op de echte tijd.', 'Start het programma zonder LAS_CLOCK.'],
  // Backup and restore
  'backup-unknown': [
    'Dit bestand is geen reservekopie van Bronwijs.',
    'Kies een bestand waarvan de naam eindigt op .reservekopie.',
  ],
  'backup-incomplete': [
    'Deze reservekopie is niet heel: het bestand is afgebroken.',
    'Kies een andere reservekopie of kopieer het bestand opnieuw.',
  ],
  'backup-damaged': ['Deze reservekopie is beschadigd.', 'Kies een andere reservekopie.'],
  'backup-newer': [
    'Deze reservekopie is gemaakt met een nieuwere versie van Bronwijs.',
    'Installeer de nieuwste versie van het programma en zet de reservekopie daarna terug.',
  ],
  'backup-other-school': [
    'Deze reservekopie is van een andere administratie ({backup}); hier staat {present}.',
    'Kies een reservekopie van deze administratie, of zet deze terug in een lege gegevensmap.',
  ],
  'backup-target-refused': [
    'Op de gekozen plaats kan geen reservekopie worden geschreven.',
    'Sluit de schijf aan, vraag uw systeembeheerder om schrijfrechten of kies een andere plaats.',
  ],
  'backup-unverified': [
    'De reservekopie was na het schrijven niet goed terug te lezen en is weer verwijderd.',
    'Controleer de schijf of kies een andere plaats, en maak de reservekopie opnieuw.',
  ],
  'backup-draft-gone': [
    'De gekozen reservekopie is niet meer beschikbaar: u hebt te lang gewacht of zij is al teruggezet.',
    'Kies de reservekopie opnieuw.',
  ],
  'backup-place-inside': [
    'Deze map ligt in de gegevensmap van de administratie zelf.',
    'Kies een map op een andere schijf of in het netwerk: anders gaan beide tegelijk verloren.',
  ],
  'backup-place-missing': [
    'De tweede plaats voor reservekopieën is niet bereikbaar: {place}.',
    'Sluit de schijf aan of kies een andere map; de kopie wordt daarna vanzelf ingehaald.',
  ],
  'restore-needs-beheerder': [
    'Dit wachtwoord is niet dat van een beheerder van de reservekopie.',
    'Laat een beheerder haar terugzetten, of gebruik de herstelcode.',
  ],
  'administration-read-only': [
    'Het bestand van de administratie is beschadigd: u kunt kijken, maar niets wijzigen.',
    'Zet een reservekopie terug; wat er nog te lezen is, is apart bewaard.',
  ],
  // Certificate
  'certificate-not-pkcs12': [
    'Dit bestand is geen beveiligingscertificaat (PKCS#12, .p12 of .pfx).',
    'Kies het bestand dat u bij BRON hebt gedownload.',
  ],
  'certificate-wrong-password': [
    'Het wachtwoord hoort niet bij dit certificaatbestand.',
    'Gebruik het wachtwoord uit de wachtwoordbrief.',
  ],
  'certificate-no-key': [
    'In dit bestand ontbreekt de sleutel die bij het certificaat hoort.',
    'Download het certificaat opnieuw of neem contact op met de Helpdesk BRON.',
  ],
  'certificate-unsupported': [
    'Dit certificaat heeft een sleutel die het programma niet kan gebruiken.',
    'Download het certificaat opnieuw of neem contact op met de Helpdesk BRON.',
  ],
  'certificate-other-school': [
    'Dit certificaat is van {holder}; deze administratie is {expected}.',
    'Kies het certificaat van dit aanleverpunt of controleer BRIN en aanleverpunt bij Instellingen.',
  ],
  'certificate-expired': [
    'Dit certificaat is verlopen op {date}.',
    'Vraag bij de Helpdesk BRON een nieuw certificaat aan.',
  ],
  'certificate-not-yet-valid': [
    'Dit certificaat is pas geldig vanaf {date}.',
    'Controleer de datum van deze computer of wacht tot het certificaat geldig is.',
  ],
  'certificate-draft-gone': [
    'Het gekozen certificaatbestand is niet meer beschikbaar: u hebt te lang gewacht of het is al geïnstalleerd.',
    'Kies het certificaatbestand opnieuw.',
  ],
  'certificate-missing': [
    'Er is nog geen beveiligingscertificaat geïnstalleerd.',
    'Installeer eerst het certificaat (stap 9).',
  ],
  // Exchange
  'endpoint-unreachable': [
    'BRON is niet bereikbaar op {host}.',
    'Controleer de internetverbinding en vraag uw systeembeheerder of poort 6914 openstaat.',
  ],
  'endpoint-name-unknown': [
    'Het adres {host} is niet gevonden.',
    'Controleer het adres bij Instellingen en de internetverbinding.',
  ],
  'endpoint-timeout': [
    'BRON antwoordde niet binnen 30 seconden.',
    'Een melding wordt vanzelf opnieuw aangeboden; terugkoppelingen vraagt u straks zelf opnieuw op.',
  ],
  'endpoint-broken': [
    'De verbinding met BRON werd halverwege verbroken.',
    'Een melding wordt vanzelf opnieuw aangeboden; terugkoppelingen vraagt u straks zelf opnieuw op.',
  ],
  'endpoint-not-tls': [
    'Op {host} antwoordt een programma zonder beveiligde verbinding.',
    'Controleer het adres en de poort bij Instellingen.',
  ],
  'endpoint-unknown-ca': [
    'Het servercertificaat van {host} is uitgegeven door een onbekende instantie.',
    'Laat uw systeembeheerder nagaan of een virusscanner of proxy de verbinding onderschept.',
  ],
  'endpoint-certificate': [
    'Het servercertificaat van {host} klopt niet ({detail}).',
    'Controleer het adres bij Instellingen; klopt dat, neem dan contact op met de Helpdesk BRON.',
  ],
  'endpoint-refused-certificate': [
    'BRON aanvaardt het certificaat van deze administratie niet.',
    'Controleer of het certificaat geldig is en neem contact op met de Helpdesk BRON.',
  ],
  'endpoint-not-bron': ['Op {host} antwoordt iets anders dan BRON.', 'Controleer het adres bij Instellingen.'],
  'endpoint-http': [
    'BRON gaf een technische fout (HTTP {status}).',
    'Een melding wordt vanzelf opnieuw aangeboden; terugkoppelingen vraagt u later zelf opnieuw op. Zie de onderhoudskalender van BRON.',
  ],
  'answer-invalid': [
    'Het antwoord van BRON voldoet niet aan de afspraken en is terzijde gelegd.',
    'Er is niets verloren; meld dit aan uw leverancier.',
  ],
  'answer-too-large': ['Het antwoord van BRON is te groot.', 'Meld dit aan uw leverancier.'],
  'run-incomplete': [
    'De uitwisseling is niet helemaal gelukt. {problem}',
    'Er is niets verloren: verhelp dit en doe het daarna opnieuw.',
  ],
  'run-active': ['Er loopt al een uitwisseling.', 'Wacht tot die klaar is of stop haar eerst.'],
  'poll-too-early': [
    'BRON vraagt om na een leeg antwoord 30 minuten te wachten; het kan weer vanaf {moment}.',
    'Wacht tot dat moment; er raakt intussen niets kwijt.',
  ],
  'endpoint-missing': ['Het adres van BRON is nog niet ingevuld.', 'Vul het adres in bij Instellingen.'],
  'sending-held': [
    'Versturen staat stil sinds een reservekopie is teruggezet.',
    'Haal eerst bij Uitwisselen op wat BRON van uw leerlingen heeft; daarna gaat versturen vanzelf weer aan.',
  ],
  'message-not-held': ['Deze melding wordt niet tegengehouden.', 'Ververs het scherm.'],
  'inschrijving-known': [
    'BRON kent deze inschrijving, of de melding is onderweg: de datum inschrijving ligt vast.',
    'Klopt de datum niet, dan moet BRON de inschrijving eerst verwijderen; vraag dat aan de Helpdesk BRON.',
  ],
  'inschrijving-in-bron': [
    'BRON kent deze inschrijving, of de melding is onderweg: weggooien kan niet.',
    'Schrijf de leerling uit; hoort de inschrijving niet in BRON, dan moet BRON haar eerst verwijderen: vraag dat aan de Helpdesk BRON.',
  ],
  'inschrijving-overlaps': [
    'Deze leerling staat op die dag al bij u ingeschreven, vanaf {date}.',
    'Schrijf de leerling daar eerst uit, of kies een andere datum.',
  ],
  'inschrijving-running': ['Deze inschrijving is niet beëindigd.', 'Ververs het scherm.'],
  'uitschrijving-stays': [
    'De datum uitschrijving verandert niet. {reason}',
    'Controleer de twee datums van het bericht.',
  ],
  'leerling-in-bin': [
    'De leerling van deze inschrijving ligt ook in de prullenbak.',
    'Zet eerst de leerling terug; kies daarna opnieuw.',
  ],
  'adres-ahead': [
    'Een adres kan niet later ingaan dan vandaag.',
    'Sla het nieuwe adres op zodra het geldt; schrijf de verhuizing tot die dag bij Notities.',
  ],
  'adres-before': [
    'Het huidige adres gold op die dag nog niet: het begon op {date}.',
    'Kies een latere datum, of verbeter eerst de periode van het eerdere adres.',
  ],
  'undo-nothing': [
    'Er is geen laatste wijziging die ongedaan gemaakt kan worden.',
    'Bekijk de kaart opnieuw; wat er staat, kunt u zelf verbeteren.',
  ],
  'undo-newer': [
    'Na deze wijziging is er nog iets van deze leerling gewijzigd.',
    'Bekijk de kaart opnieuw; wat er staat, kunt u zelf verbeteren.',
  ],
  'undo-sent': [
    'Deze wijziging is al naar BRON: terugzetten geeft een nieuwe melding.',
    'Bekijk welke melding er volgt en bevestig dat u dat wilt.',
  ],
  'undo-number-taken': [
    'Een andere leerling heeft intussen het BSN of onderwijsnummer dat hiermee terug zou komen.',
    'Zoek die leerling op en verbeter eerst het nummer.',
  ],
  'restore-known': [
    'Van een inschrijving die zou verdwijnen, is al een melding naar BRON verstuurd.',
    'Laat de inschrijving staan en verbeter haar; een melding die verstuurd is, kan niet worden teruggehaald.',
  ],
  'school-fixed': [
    'BRIN, soort en aanleverpunt liggen vast zodra er een melding is verzonden.',
    'Maak voor een andere school of een ander aanleverpunt een eigen administratie.',
  ],
  // Import
  'import-not-xml': [
    'Dit bestand kan niet worden gelezen: op regel {line} klopt de XML niet, of het bestand is daar afgebroken.',
    'Laat het bestand opnieuw maken in het andere programma.',
  ],
  'import-not-edexml': [
    'Dit is geen EDEXML-bestand van een school.',
    'Kies een bestand dat een ander leerlingenadministratiesysteem als EDEXML heeft gemaakt.',
  ],
  'import-too-large': [
    'Dit bestand is {size} MB. Een EDEXML-bestand van meer dan {limit} MB kan niet van een school zijn.',
    'Kies een ander bestand, of laat het bestand per vestiging maken.',
  ],
  'import-doctype': [
    'Dit bestand verwijst naar een documenttype (DTD) of naar eigen tekens (entiteiten); dat kan kwaad en hoort niet in EDEXML.',
    'Laat het bestand opnieuw maken zonder DTD.',
  ],
  'import-encoding': [
    'De tekenset {encoding} van dit bestand is niet bekend, of het bestand is er niet in geschreven.',
    'Laat het bestand opnieuw maken in UTF-8.',
  ],
  'import-two-schools': [
    'In dit bestand staan de leerlingen van meer dan een school.',
    'Laat voor elke school een eigen bestand maken.',
  ],
  'import-empty': ['In dit bestand staat geen enkele leerling.', 'Kies een ander bestand.'],
  'csv-quote': [
    'In rij {row} begint een aanhalingsteken dat niet wordt gesloten; daardoor is de rest niet te lezen.',
    'Verbeter die rij in het bestand en kies het bestand opnieuw.',
  ],
  'csv-columns': [
    'Dit bestand heeft {count} kolommen; meer dan 300 kan niet.',
    'Controleer of het scheidingsteken klopt, of laat kolommen weg.',
  ],
  'csv-mapping-empty': ['Er is nog geen kolom gekozen.', 'Kies bij ten minste één kolom wat erin staat.'],
  'csv-mapping-double': [
    'Twee kolommen zijn allebei gekozen als {target}.',
    'Kies bij een van beide iets anders, of laat die kolom weg.',
  ],
  'import-none': ['Er staat geen import klaar.', 'Kies eerst een bestand.'],
  'import-running': [
    'Er loopt een import; wat u nu doet kan pas als die klaar is.',
    'Wacht tot de import klaar is, of stop haar op het scherm Importeren.',
  ],
  'import-stopped': ['De import is gestopt; er is niets opgeslagen.', 'Begin opnieuw wanneer u wilt.'],
  'import-other-school': [
    'Dit bestand is van een andere school ({brin}).',
    'Bevestig bij de vragen dat het om uw leerlingen gaat, of kies een ander bestand.',
  ],
  'import-replacements-unseen': [
    'Bij {count} leerlingen krijgt een ingevuld persoonsgegeven een andere waarde.',
    'Bekijk die leerlingen en bevestig dat dit klopt.',
  ],
  'import-outdated': [
    'Leerlingen van deze import zijn intussen gewijzigd.',
    'Bekijk het voorbeeld opnieuw: het is bijgewerkt.',
  ],
  'import-choice': ['Dit kan bij deze leerling niet: {detail}.', 'Kies iets anders, of sla de leerling over.'],
  'import-undone': ['Deze import is al teruggedraaid.', 'Er is niets meer te doen.'],
  // Verzorgers
  'verzorger-linked': [
    'Deze verzorger hoort al bij deze leerling.',
    'Open de verzorger in de lijst en wijzig daar de gegevens.',
  ],
  // Groepen and school years
  'groep-exists': [
    'Deze vestiging heeft in dit schooljaar al een groep met deze naam.',
    'Kies een andere naam: een groep heeft binnen een vestiging een eigen naam.',
  ],
  'groep-in-use': [
    'Dit kan niet: er zitten leerlingen in deze groep ({count}).',
    'Plaats de leerlingen eerst in een andere groep.',
  ],
  'groep-date': [
    'Deze groep hoort bij het schooljaar {schooljaar}.',
    'Kies een dag van 1 augustus tot en met 31 juli van dat schooljaar, of een groep van een ander schooljaar.',
  ],
  'groep-leerjaar': [
    'Groep {naam} heeft geen leerlingen van leerjaar {leerjaar}.',
    'Kies een ander leerjaar of een andere groep, of voeg het leerjaar aan de groep toe.',
  ],
  'groep-missing': [
    'Niet voor elke leerling die blijft is een groep gekozen.',
    'Kies een groep, of kies dat er voor deze leerling niets verandert.',
  ],
  'batch-changed': [
    'Ongedaan maken kan niet meer: er zijn leerlingen die daarna zijn gewijzigd ({count}).',
    'Verbeter deze leerlingen op hun eigen kaart.',
  ],
  'school-year-day': [
    'Deze dag ligt niet in het schooljaar {schooljaar}, of de laatste schooldag ligt voor de eerste.',
    'Een schooljaar loopt van 1 augustus tot en met 31 juli: verbeter de datum.',
  ],
  // Oefenklok and demo
  'no-oefenklok': ['Deze administratie heeft geen Oefenklok.', 'Start de demo met "npm run demo".'],
  'demo-step-too-early': ['Deze stap kan nog niet.', 'Doe eerst de stap "{step}".'],
  'demo-file-missing': [
    'Het bestand {file} van de demo ontbreekt of is onleesbaar.',
    'Begin opnieuw met "npm run demo -- --fresh".',
  ],
  'mock-unreachable': ['De oefen-BRON is niet bereikbaar.', 'Start de demo opnieuw.'],
} as const satisfies Record<string, readonly [string, string]>;

export type ErrorCode = keyof typeof errorTexts;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** What the contract gives back when an operation fails. */
export interface LasFailure {
  code: ErrorCode;
  /** One Dutch sentence: what is wrong. */
  message: string;
  /** One Dutch sentence: what to do next. */
  remedy: string;
  /** The input field concerned, as a path in the operation's input. */
  field?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: LasFailure };

const fill = (text: string, params: ErrorParams) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''));

/** The failure for `code`, with its Dutch sentences filled in from `params`. */
export function failure(code: ErrorCode, params: ErrorParams = {}, field?: string): LasFailure {
  const [message, remedy] = errorTexts[code];
  return { code, message: fill(message, params), remedy: fill(remedy, params), ...(field ? { field } : {}) };
}

/** Thrown inside the core and the rules; the contract's wrapper turns it into a `Result`. */
export class LasError extends Error {
  readonly failure: LasFailure;
  constructor(code: ErrorCode | LasFailure, params: ErrorParams = {}, field?: string) {
    const made = typeof code === 'string' ? failure(code, params, field) : code;
    super(made.message);
    this.name = 'LasError';
    this.failure = made;
  }
}
