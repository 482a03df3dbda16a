import type { ErrorTexts } from './types.ts';

/** Whatever operation it is. */
export const programErrors = {
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
} as const satisfies ErrorTexts;
