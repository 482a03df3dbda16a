import type { ErrorTexts } from './types.ts';

/** Exporting: lists, EDEXML, and everything as JSON; and importing the latter. */
export const exportingErrors = {
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
  'everything-not-ours': [
    'Dit bestand is geen JSON-export van dit programma.',
    'Kies het bestand dat met "Alles exporteren" is gemaakt.',
  ],
  'everything-newer': [
    'Dit bestand is gemaakt met een nieuwere versie van dit programma.',
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
} as const satisfies ErrorTexts;
