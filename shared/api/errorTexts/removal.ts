import type { ErrorTexts } from './types.ts';

/** Having BRON remove an inschrijving. */
export const removalErrors = {
  'removal-asked': [
    'Deze inschrijving wordt al bij BRON verwijderd.',
    'Kies bij Uitwisselen voor Versturen, of trek de verwijdering op de kaart eerst in.',
  ],
  'removal-unknown': [
    'BRON heeft deze inschrijving niet: er is niets te verwijderen.',
    'Hoort zij hier ook niet, kies dan Inschrijving weggooien.',
  ],
  'removal-under-way': [
    'Er is nog een melding van deze inschrijving onderweg.',
    'Haal eerst bij Uitwisselen de terugkoppelingen op; probeer het daarna opnieuw.',
  ],
  'removal-without-number': [
    'Het is niet bekend onder welk nummer BRON deze leerling heeft; zonder dat nummer kan BRON niets verwijderen.',
    'Vraag bij Uitwisselen een registratieoverzicht op en verwijder daarna.',
  ],
  'removal-not-asked': ['Deze inschrijving wordt niet bij BRON verwijderd.', 'Ververs het scherm.'],
  'removal-sent': [
    'De verwijdering is onderweg naar BRON: intrekken kan niet meer.',
    'Haal de terugkoppelingen op. Is de inschrijving verwijderd en hoort zij er toch, zet haar dan terug uit de prullenbak; een datum corrigeert u daarna opnieuw.',
  ],
} as const satisfies ErrorTexts;
