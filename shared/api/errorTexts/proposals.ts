import type { ErrorTexts } from './types.ts';

/** Deciding on what BRON proposes. */
export const proposalsErrors = {
  'proposal-decided': ['Over dit voorstel van BRON is al beslist.', 'Ververs het scherm.'],
  'proposal-nothing': ['Dit bericht van BRON bevat niets om over te nemen.', 'Vink het af als u het hebt gelezen.'],
  'proposal-number-differs': [
    'BRON noemt een ander nummer dan hier staat: dat wordt niet zonder uw bevestiging vervangen.',
    'Vergelijk beide nummers met een officieel document en bevestig daarna, of neem het voorstel niet over.',
  ],
  'proposal-number-taken': [
    'Een andere leerling van deze school heeft dit nummer al.',
    'Zoek die leerling op; is het dezelfde, voeg de gegevens dan samen en gooi de dubbele weg.',
  ],
  'identify-nobody': [
    'Er is geen leerling om bij BRON te identificeren: van iedereen is het nummer bevestigd, of BRON heeft al geantwoord.',
    'Kijk bij Terugkoppelingen of er nog voorstellen van BRON openstaan.',
  ],
  'identify-under-way': [
    'BRON heeft deze vraag al, of verwerkt nog een wijziging van deze leerling.',
    'Haal bij Uitwisselen de terugkoppelingen op; vraag het daarna opnieuw als het nog nodig is.',
  ],
  'identify-incomplete': [
    'Er kon niets worden gevraagd: van de leerling ontbreken gegevens die BRON nodig heeft.',
    'Vul geboortedatum, geslacht, naam en adres in op de leerlingkaart en probeer het opnieuw.',
  ],
} as const satisfies ErrorTexts;
