import type { ErrorTexts } from './types.ts';

/** The path of the Stappenplan. */
export const aansluitingErrors = {
  'aansluiting-gate': [
    'De voorbereiding is nog niet af: {steps}.',
    'Rond eerst stap 1 tot en met 7 af; pas daarna kan de fase aansluiting BRON beginnen.',
  ],
  'aansluiting-future': [
    'Deze datum ligt in de toekomst.',
    'Vul de dag in waarop het echt is gebeurd, of wacht tot het zover is.',
  ],
  'aansluiting-start-far': [
    'Een start op {start} ligt meer dan twee weken van de geplande week van {planned}.',
    'Controleer de datum in de tweede vooraankondiging, of verbeter bij stap 1 de geplande startweek.',
  ],
  'aansluiting-start-missing': [
    'In deze vooraankondiging staat wanneer u start, en die datum ontbreekt.',
    'Neem de datum over uit de brief.',
  ],
  'aansluiting-user-name-missing': [
    'De gebruikersnaam uit de wachtwoordbrief ontbreekt.',
    'Neem de gebruikersnaam over. Het wachtwoord hoeft niet: dat bewaart het programma nooit.',
  ],
  'aansluiting-ending-missing': [
    'In het bericht van afronding staat hoe de fase is geëindigd, en dat ontbreekt.',
    'Kies gekwalificeerd of aangesloten, zoals het in het bericht staat.',
  ],
  'aansluiting-not-yours': [
    'Dit onderdeel kan niemand afvinken: het programma doet dat zodra het zover is.',
    'Kijk bij de stap wat er nog moet gebeuren.',
  ],
  'aansluiting-frozen': [
    'Van {first} tot en met {last} mogen de contactgegevens niet veranderen: dat zou de verzending van de wachtwoordbrief in gevaar brengen.',
    'Wijzig ze vanaf de dag van de start, of overleg met de Helpdesk BRON.',
  ],
  'aansluiting-own-point': [
    'Aanleverpunt {aanleverpunt}, dat van deze administratie, ontbreekt bij de contactgegevens.',
    'Vul ook de contactgegevens van het eigen aanleverpunt in.',
  ],
  'aansluiting-ambulant': [
    'Er kunnen niet meer ambulant begeleide leerlingen ({ambulant}) zijn dan leerlingen ({leerlingen}): zij horen bij het totaal.',
    'Controleer de twee aantallen.',
  ],
} as const satisfies ErrorTexts;
