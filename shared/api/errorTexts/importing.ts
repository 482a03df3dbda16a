import type { ErrorTexts } from './types.ts';

/** Importing EDEXML and CSV. */
export const importingErrors = {
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
} as const satisfies ErrorTexts;
