import type { ErrorTexts } from './types.ts';

/** The data folder and the administration as a whole. */
export const administrationErrors = {
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
    'Deze administratie is gemaakt met een nieuwere versie van dit programma.',
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
  'file-unreadable': [
    'Het gekozen bestand kan niet worden gelezen: het is er niet meer, het staat elders open of u mag het niet lezen.',
    "Sluit het bestand in andere programma's, controleer of de schijf is aangesloten en kies het bestand opnieuw.",
  ],
  'disk-full': ['De schijf is vol; er is niets opgeslagen.', 'Maak ruimte vrij op de schijf en probeer het opnieuw.'],
  'disk-failed': [
    'De schijf gaf een fout bij het lezen of schrijven; er is niets opgeslagen.',
    'Controleer of de schijf nog is aangesloten en of er ruimte op is, en probeer het opnieuw.',
  ],
  'production-refused': [
    'Een oefenadministratie mag niet met het echte BRON uitwisselen.',
    'Gebruik het adres van een oefen-BRON.',
  ],
  'authority-not-pem': [
    'De tekst bij Certificaat van een eigen uitgever is geen certificaat in PEM, of is beschadigd.',
    'Kies het CA-bestand dat begint met -----BEGIN CERTIFICATE-----, of laat het veld leeg.',
  ],
  'loopback-refused': [
    'Een echte administratie mag niet met een BRON op deze computer uitwisselen.',
    'Gebruik het adres van BRON of maak een oefenadministratie.',
  ],
  'clock-refused': ['Een echte administratie loopt altijd op de echte tijd.', 'Start het programma zonder LAS_CLOCK.'],
  'safe-start': [
    'Het programma is veilig gestart: u kunt kijken, maar niets wijzigen en niets versturen.',
    'Sluit het programma en start het gewoon, zonder --veilig.',
  ],
  'safe-start-beheerder': [
    'Het programma is veilig gestart; dan kan alleen een beheerder de administratie openen.',
    'Vraag de beheerder, of sluit het programma en start het gewoon, zonder --veilig.',
  ],
  'safe-start-older': [
    'Deze administratie is van een oudere versie van dit programma en moet eerst worden bijgewerkt; veilig gestart wijzigt het niets.',
    'Sluit het programma en start het gewoon, zonder --veilig; vóór het bijwerken maakt het een reservekopie.',
  ],
  'school-fixed': [
    'BRIN, soort en aanleverpunt liggen vast zodra er een melding is verzonden.',
    'Maak voor een andere school of een ander aanleverpunt een eigen administratie.',
  ],
  'school-soort': [
    'Deze soort school heeft inschrijvingen {kind}, maar in deze administratie staan (met de prullenbak mee) inschrijvingen {other}: {aantal}.',
    'Kies de soort die bij die inschrijvingen hoort. Horen zij hier niet, draai dan de import terug of vernietig ze eerst.',
  ],
} as const satisfies ErrorTexts;
