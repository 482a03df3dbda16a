/** Why Mijn BRON does not do what is asked: HTTP status, and a Dutch sentence that says what to do. Codes are ours. */
export const refusals = {
  'log-in-wrong': [
    401,
    'Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Gebruik de gegevens uit de eerste vooraankondiging.',
  ],
  'school-unknown': [404, 'Deze school staat niet in BRIN. Controleer het BRIN-nummer.'],
  'school-closed': [410, 'Deze school is opgeheven. Neem contact op met de Helpdesk BRON.'],
  'other-school': [403, 'Dit hoort bij een andere school of een ander aanleverpunt.'],
  'not-aangemeld': [
    404,
    'Voor deze school is nog geen aansluiting op BRON gepland. U ontvangt de eerste vooraankondiging per post.',
  ],
  'contact-frozen': [
    409,
    'In de week voor de start van de fase aansluiting kunt u uw contactgegevens niet wijzigen: de wachtwoordbrief is onderweg. Wijzig ze na de start.',
  ],
  'contact-incomplete': [
    422,
    'Niet alle aanleverpunten van uw school staan in deze contactgegevens. Vul ze aan en sla opnieuw op.',
  ],
  'aanleverpunt-twice': [422, 'Een aanleverpunt staat er twee keer in. Haal er een weg en sla opnieuw op.'],
  'vestiging-unknown': [
    422,
    'Deze vestiging staat niet in BRIN. Controleer het vestigingsnummer van de hoofdvestiging.',
  ],
  'other-aanleverpunt': [
    403,
    'U kunt alleen de gegevens van uw eigen aanleverpunt wijzigen. De rest wijzigt de gemachtigde van uw school.',
  ],
  'more-ambulant-than-total': [
    422,
    'Er zijn meer ambulant begeleide leerlingen dan leerlingen opgegeven. Bij een WPO-school horen zij bij het totaal: controleer beide aantallen.',
  ],
  'document-unknown': [404, 'Dit document is er niet. Open de lijst met documenten opnieuw.'],
  'document-by-post-only': [403, 'De wachtwoordbrief wordt aangetekend verzonden en staat niet in Mijn BRON.'],
  'gtb-unknown': [404, 'Deze GTB is er niet, of er is een nieuwere. Open de lijst met GTB’s opnieuw.'],
  'no-gtb-yet': [
    409,
    'Er is nog geen GTB van uw school. Wissel eerst leerlinggegevens uit; binnen zeven werkdagen daarna staat de GTB klaar.',
  ],
  'no-overview': [404, 'Voor uw school is er geen vergelijkingsoverzicht Ambulant Begeleide Leerlingen.'],
  'overview-outdated': [
    409,
    'Uw reactie gaat niet over het nieuwste vergelijkingsoverzicht. Bekijk het nieuwste en geef uw reactie opnieuw.',
  ],
  'gtb-outdated': [
    409,
    'Uw reactie gaat niet over de nieuwste GTB’s van alle vestigingen. Bekijk de nieuwste en geef uw reactie opnieuw.',
  ],
  'not-gemachtigde': [403, 'Alleen de gemachtigde van de school kan dit doen. Vraag de gemachtigde om in te loggen.'],
  'phase-not-started': [409, 'De fase aansluiting van uw school is nog niet begonnen. Wacht op de wachtwoordbrief.'],
  'phase-over': [
    409,
    'De fase aansluiting van uw school is voorbij. Neem contact op met de Helpdesk BRON als u nog iets wilt wijzigen.',
  ],
} as const satisfies Record<string, readonly [status: number, text: string]>;

export type RefusalCode = keyof typeof refusals;

/** Thrown by Mijn BRON; the message is the Dutch sentence. */
export class MijnBronRefusal extends Error {
  override name = 'MijnBronRefusal';
  readonly code: RefusalCode;
  readonly status: number;
  constructor(code: RefusalCode) {
    const [status, text] = refusals[code];
    super(text);
    this.code = code;
    this.status = status;
  }
}
