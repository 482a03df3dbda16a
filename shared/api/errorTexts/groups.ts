import type { ErrorTexts } from './types.ts';

/** Groepen and school years. */
export const groupsErrors = {
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
} as const satisfies ErrorTexts;
