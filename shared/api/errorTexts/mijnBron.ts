import type { ErrorTexts } from './types.ts';

/** Asking Mijn BRON, and reading what was downloaded there. */
export const mijnBronErrors = {
  'mijn-bron-refused': ['Mijn BRON antwoordt: {text}', 'Er is niets veranderd; wat u had, staat er nog.'],
  'mijn-bron-absent': [
    'Deze server geeft Mijn BRON niet aan een programma, alleen op de site.',
    'Download het bestand op de site van Mijn BRON en lees het hier in.',
  ],
  'mijn-bron-unreadable': [
    'Wat Mijn BRON antwoordt, is niet te lezen: het is beschadigd, of van een nieuwere uitgave dan dit programma kent.',
    'Probeer het later opnieuw. Blijft het zo, kijk dan of er een nieuwe versie van dit programma is.',
  ],
  'mijn-bron-file-damaged': [
    'Dit bestand is beschadigd, of het is geen bestand van Mijn BRON.',
    'Download het opnieuw in Mijn BRON en lees het nieuwe bestand in. Wat u had, staat er nog.',
  ],
  'mijn-bron-file-layout': [
    'Dit bestand heeft een indeling die dit programma niet kent: {layout}.',
    'Kijk of er een nieuwe versie van dit programma is, of kies een ander bestand. Wat u had, staat er nog.',
  ],
  'mijn-bron-file-school': [
    'Dit bestand is van een andere school ({brinnummer}), en u werkt met {own}.',
    'Kies een bestand van uw eigen school. Wat u had, staat er nog.',
  ],
  'mijn-bron-file-soort': [
    'Deze GTB is gemaakt voor een ander soort school ({soort}).',
    'Kies een GTB van uw school, of verbeter het soort school bij Instellingen.',
  ],
  'mijn-bron-file-date': [
    'Dit bestand noemt een datum die niet kan: {date}. Een GTB gaat over een peildatum van 1 augustus 2008 tot en met dit schooljaar, en is niet na vandaag gemaakt.',
    'Controleer de datum van deze computer, of kies een ander bestand.',
  ],
  'mijn-bron-file-mixed': [
    'Dit bestand is geen bestand van het soort dat hier wordt gevraagd.',
    'Kies het bestand dat u bij dit onderdeel van Mijn BRON hebt gedownload.',
  ],
  'reactie-without-gtb': [
    'Er is nog geen GTB, dus is er nog niets om op te reageren.',
    'Haal de GTB’s op of lees ze in, en controleer ze eerst.',
  ],
  'reactie-other-gemachtigde': [
    'In Mijn BRON staat een andere gemachtigde dan hier. Alleen de gemachtigde die daar staat, kan de reactie geven.',
    'Vergelijk de contactgegevens bij Aansluiting, stap 7, met die in Mijn BRON en verbeter wat niet klopt. Er is geen reactie gegeven.',
  ],
  'reactie-outdated': [
    'Er is intussen een nieuwere GTB of een nieuwer vergelijkingsoverzicht dan u hebt gezien.',
    'Bekijk de samenvatting opnieuw en kies dan opnieuw.',
  ],
} as const satisfies ErrorTexts;
