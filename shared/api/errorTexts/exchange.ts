import type { ErrorTexts } from './types.ts';

/** The exchange with BRON. */
export const exchangeErrors = {
  'endpoint-unreachable': [
    'BRON is niet bereikbaar op {host}.',
    'Controleer de internetverbinding en vraag uw systeembeheerder of poort 6914 openstaat.',
  ],
  'endpoint-name-unknown': [
    'Het adres {host} is niet gevonden.',
    'Controleer het adres bij Instellingen en de internetverbinding.',
  ],
  'endpoint-timeout': [
    'BRON antwoordde niet binnen 30 seconden.',
    'Een melding wordt vanzelf opnieuw aangeboden; terugkoppelingen vraagt u straks zelf opnieuw op.',
  ],
  'endpoint-broken': [
    'De verbinding met BRON werd halverwege verbroken.',
    'Een melding wordt vanzelf opnieuw aangeboden; terugkoppelingen vraagt u straks zelf opnieuw op.',
  ],
  'endpoint-not-tls': [
    'Op {host} antwoordt een programma zonder beveiligde verbinding.',
    'Controleer het adres en de poort bij Instellingen.',
  ],
  'endpoint-unknown-ca': [
    'Het servercertificaat van {host} is uitgegeven door een onbekende instantie.',
    'Laat uw systeembeheerder nagaan of een virusscanner of proxy de verbinding onderschept.',
  ],
  'endpoint-certificate': [
    'Het servercertificaat van {host} klopt niet ({detail}).',
    'Controleer het adres bij Instellingen; klopt dat, neem dan contact op met de Helpdesk BRON.',
  ],
  'endpoint-refused-certificate': [
    'BRON aanvaardt het certificaat van deze administratie niet.',
    'Controleer of het certificaat geldig is en neem contact op met de Helpdesk BRON.',
  ],
  'endpoint-not-bron': ['Op {host} antwoordt iets anders dan BRON.', 'Controleer het adres bij Instellingen.'],
  'endpoint-http': [
    'BRON gaf een technische fout (HTTP {status}).',
    'Een melding wordt vanzelf opnieuw aangeboden; terugkoppelingen vraagt u later zelf opnieuw op. Zie de onderhoudskalender van BRON.',
  ],
  'answer-invalid': [
    'Het antwoord van BRON voldoet niet aan de afspraken en is terzijde gelegd.',
    'Er is niets verloren; meld dit aan uw leverancier.',
  ],
  'answer-too-large': ['Het antwoord van BRON is te groot.', 'Meld dit aan uw leverancier.'],
  'run-incomplete': [
    'De uitwisseling is niet helemaal gelukt. {problem}',
    'Er is niets verloren: verhelp dit en doe het daarna opnieuw.',
  ],
  'run-active': ['Er loopt al een uitwisseling.', 'Wacht tot die klaar is of stop haar eerst.'],
  'poll-too-early': [
    'BRON vraagt om na een leeg antwoord 30 minuten te wachten; het kan weer vanaf {moment}.',
    'Wacht tot dat moment; er raakt intussen niets kwijt.',
  ],
  'endpoint-missing': ['Het adres van BRON is nog niet ingevuld.', 'Vul het adres in bij Instellingen.'],
  'sending-held': [
    'Versturen staat stil sinds de administratie is teruggezet.',
    'Haal eerst bij Uitwisselen op wat BRON van uw leerlingen heeft; daarna gaat versturen vanzelf weer aan.',
  ],
  'work-changed': [
    'Intussen zijn het er meer of minder geworden; er is niets afgevinkt.',
    'Kijk opnieuw welke punten er staan en vink dan af.',
  ],
  'message-not-held': ['Deze melding wordt niet tegengehouden.', 'Ververs het scherm.'],
} as const satisfies ErrorTexts;
