import type { ErrorTexts } from './types.ts';

/** The exchange with BRON; why it failed on the way is in `causes.ts`. */
export const exchangeErrors = {
  'run-incomplete': [
    'De uitwisseling is niet helemaal gelukt. {problem}',
    'Er is niets verloren: verhelp dit en doe het daarna opnieuw.',
  ],
  'poll-refused': [
    'BRON weigert het verzoek terugkoppeling [{code}]: {omschrijving}',
    'Vraag later opnieuw op; blijft het zo, neem dan contact op met de Helpdesk BRON.',
  ],
  'poll-number-raised': [
    'BRON weigert het verzoek terugkoppeling [{code}]: {omschrijving}',
    'Vraag opnieuw op: het volgende verzoek krijgt een hoger nummer.',
  ],
  'run-active': ['Er loopt al een uitwisseling.', 'Wacht tot die klaar is of stop haar eerst.'],
  'poll-too-early': [
    'BRON vraagt om na een leeg antwoord 30 minuten te wachten; het kan weer vanaf {moment}.',
    'Wacht tot dat moment; er raakt intussen niets kwijt.',
  ],
  'endpoint-missing': ['Het adres van BRON is nog niet ingevuld.', 'Vul het adres in bij Instellingen.'],
  'sending-held': [
    'Versturen staat stil sinds de administratie is teruggezet.',
    'Haal eerst bij Uitwisselen op wat BRON van uw leerlingen heeft; daarna kan versturen weer.',
  ],
  'held-unknown': [
    'Sinds de administratie is teruggezet is van deze leerling nog niet bekend wat BRON heeft.',
    'Haal eerst bij Uitwisselen op wat BRON van uw leerlingen heeft; daarna kan dit.',
  ],
  'work-changed': [
    'Intussen zijn het er meer of minder geworden; er is niets afgevinkt.',
    'Kijk opnieuw welke punten er staan en vink dan af.',
  ],
  'overzicht-nothing-to-take': [
    'BRON heeft hier niets wat u kunt overnemen.',
    'Ververs het overzicht en kijk of het verschil er nog is.',
  ],
  'overzicht-two-pupils': [
    'Er staan hier twee leerlingen met het nummer van deze inschrijving; er is niets overgenomen.',
    'Zoek op het nummer bij Leerlingen, gooi weg wat dubbel is en neem daarna over.',
  ],
  'overzicht-not-here': [
    'Deze inschrijving staat niet in uw administratie: er is niets om aan te leveren.',
    'Neem haar over van BRON, of laat het verschil staan.',
  ],
  'overzicht-same-melding': [
    'Wat u aanlevert is gelijk aan wat BRON heeft; dit verschil zit in gegevens die niet met de melding meegaan.',
    'Neem de gegevens van BRON over, of laat het verschil staan.',
  ],
  'overzicht-without-number': [
    'Van {naam} is geen nummer bekend, of geen geboortedatum of geslacht: zonder die gegevens vindt BRON de leerling niet.',
    'Vul ze aan op de leerlingkaart, of vraag het nummer met Identificeren bij BRON op het tabblad BRON; er is niets gevraagd.',
  ],
  'offer-again-not-needed': [
    'Deze melding hoeft niet opnieuw te worden aangeboden: er is een nieuwere, of BRON heeft wat hier is opgeslagen.',
    'Ververs het scherm.',
  ],
  'offer-again-changed': [
    'De gegevens zijn na deze melding gewijzigd.',
    'Kies Versturen: de wijziging gaat vanzelf mee in een nieuwe melding.',
  ],
  'offer-again-too-early': [
    'BRON kan deze melding nog verwerken: zij is minder dan een dag geleden aangeboden.',
    'Haal na {moment} de terugkoppelingen op en vraag een registratieoverzicht op met de peildatum {day}. Staat de melding daar niet in, dan kan dit.',
  ],
  'offer-again-unknown': [
    'Het is niet zeker dat BRON deze melding niet heeft.',
    'Haal de terugkoppelingen op, vraag minstens een dag na de melding een registratieoverzicht op met de peildatum {day}, en haal dat een half uur later op. Staat de melding daar niet in, dan kan dit.',
  ],
  'message-not-held': ['Deze melding wordt niet tegengehouden.', 'Ververs het scherm.'],
} as const satisfies ErrorTexts;
