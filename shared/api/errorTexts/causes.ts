import type { CauseCode } from '../causes.ts';

const OFFERED_AGAIN = 'Een melding wordt vanzelf opnieuw aangeboden; terugkoppelingen vraagt u straks zelf opnieuw op.';

/** Why the exchange with BRON failed. `{host}` is name and port, `{proxy}` that of the proxy. */
export const causeErrors = {
  'endpoint-name-unknown': [
    'Op internet is {host} niet gevonden.',
    'Controleer de internetverbinding en het adres bij Instellingen.',
  ],
  'endpoint-unreachable': [
    'Deze computer heeft geen netwerkverbinding met {host}.',
    'Controleer de netwerkkabel, de wifi of de VPN en probeer het daarna opnieuw.',
  ],
  'endpoint-refused': [
    'De verbinding met {host} wordt geweigerd.',
    'Controleer het adres bij Instellingen en vraag uw systeembeheerder of poort 6914 openstaat.',
  ],
  'endpoint-filtered': [
    'Op een verbinding met {host} kwam geen enkele reactie: waarschijnlijk houdt een firewall haar tegen.',
    'Vraag uw systeembeheerder om uitgaand verkeer over poort 6914 toe te laten.',
  ],
  'endpoint-silent': ['De verbinding met BRON is er, maar er kwam niet op tijd antwoord.', OFFERED_AGAIN],
  'endpoint-broken': ['De verbinding met BRON werd halverwege verbroken.', OFFERED_AGAIN],
  'endpoint-not-tls': [
    'Op {host} antwoordt een programma zonder beveiligde verbinding, of met een die te oud is.',
    'Controleer het adres en de poort bij Instellingen.',
  ],
  'endpoint-not-bron': [
    'Op {host} antwoordt iets anders dan BRON (HTTP {status}).',
    'Controleer het adres bij Instellingen.',
  ],
  'server-intercepted': [
    'De verbinding met {host} wordt waarschijnlijk onderschept door een virusscanner, firewall of proxy ({issuer}).',
    'Vraag uw systeembeheerder om het adres van BRON daarvan uit te zonderen.',
  ],
  'server-certificate-unknown': [
    'Het servercertificaat van {host} is uitgegeven door een onbekende instantie ({issuer}).',
    'Controleer het adres en de eigen uitgever (CA) bij Instellingen; er is niets verstuurd.',
  ],
  'server-certificate-expired': [
    'Het servercertificaat van {host} is verlopen.',
    'Controleer de datum van deze computer; klopt die, neem dan contact op met de Helpdesk BRON.',
  ],
  'server-certificate-early': [
    'Het servercertificaat van {host} is nog niet geldig.',
    'De datum van deze computer staat waarschijnlijk verkeerd: verbeter die en probeer het opnieuw.',
  ],
  'server-certificate-name': [
    'Het servercertificaat van {host} staat op een andere naam.',
    'Controleer het adres bij Instellingen; er is niets verstuurd.',
  ],
  'certificate-missing': [
    'Er is nog geen beveiligingscertificaat geïnstalleerd.',
    'Installeer eerst het certificaat (stap 9).',
  ],
  'own-certificate-expired': [
    'Het beveiligingscertificaat van deze administratie is verlopen ({date}).',
    'Vraag bij de Helpdesk BRON een nieuw certificaat aan en installeer dat bij Instellingen.',
  ],
  'own-certificate-revoked': [
    'BRON heeft het beveiligingscertificaat van deze administratie ingetrokken.',
    'Neem contact op met de Helpdesk BRON en installeer daarna een nieuw certificaat.',
  ],
  'own-certificate-unknown': [
    'BRON kent de uitgever van het beveiligingscertificaat van deze administratie niet.',
    'Installeer het certificaat dat bij dit adres hoort, of neem contact op met de Helpdesk BRON.',
  ],
  'own-certificate-refused': [
    'BRON aanvaardt het beveiligingscertificaat van deze administratie niet.',
    'Controleer bij Instellingen of het certificaat klopt en neem contact op met de Helpdesk BRON.',
  ],
  'proxy-down': [
    'De proxyserver {proxy} geeft geen bruikbaar antwoord.',
    'Vraag uw systeembeheerder of de proxy werkt, of kies bij Instellingen een andere manier van verbinden.',
  ],
  'proxy-refuses': [
    'De proxyserver {proxy} laat de verbinding met {host} niet toe (HTTP {status}).',
    'Vraag uw systeembeheerder om het adres van BRON op de proxy toe te laten.',
  ],
  'proxy-no-route': [
    'De proxyserver {proxy} kan {host} niet bereiken (HTTP {status}).',
    'Vraag uw systeembeheerder of de proxy het adres van BRON over poort 6914 kan bereiken.',
  ],
  'proxy-password': [
    'De proxyserver {proxy} vraagt om een gebruikersnaam en wachtwoord of aanvaardt die niet.',
    'Vul bij Instellingen de gebruikersnaam en het wachtwoord van de proxy in.',
  ],
  'bron-fault': [
    'BRON gaf een technische fout (HTTP {status}).',
    `${OFFERED_AGAIN} Zie de onderhoudskalender van BRON.`,
  ],
  'bron-unavailable': [
    'BRON is tijdelijk niet beschikbaar (HTTP {status}).',
    `${OFFERED_AGAIN} Zie de onderhoudskalender van BRON.`,
  ],
  'signaal-358': ['BRON meldt een technische fout [358].', OFFERED_AGAIN],
  'signaal-359': [
    'BRON weigert een bericht omdat het niet aan het berichtschema voldoet [359].',
    'Meld dit aan uw leverancier; na een wijziging van de gegevens wordt een nieuwe melding gemaakt.',
  ],
  'signaal-360': [
    'BRON weigert de berichten van deze administratie omdat de envelop niet klopt [360].',
    'Controleer BRIN en aanleverpunt bij Instellingen en meld dit aan uw leverancier.',
  ],
  'signaal-366': [
    'BRON weigert de berichten van deze administratie: het certificaat is van een andere school of een ander aanleverpunt [366].',
    'Controleer BRIN en aanleverpunt bij Instellingen en installeer het certificaat dat daarbij hoort.',
  ],
  'answer-not-xml': [
    'Op {host} kwam een antwoord dat niet van BRON is: het is geen XML.',
    'Controleer het adres bij Instellingen; er is niets verloren.',
  ],
  'answer-not-ours': [
    'Het antwoord van BRON hoort niet bij wat er werd gevraagd en is terzijde gelegd.',
    'Er is niets verloren; meld dit aan uw leverancier.',
  ],
  'answer-cut-off': ['Het antwoord van BRON kwam maar voor een deel aan.', OFFERED_AGAIN],
  'answer-too-large': [
    'Het antwoord van BRON is te groot en is terzijde gelegd.',
    'Er is niets verloren; meld dit aan uw leverancier.',
  ],
  'message-too-large': [
    'Een bericht is te groot om te versturen.',
    'Er is niets verstuurd; meld dit aan uw leverancier.',
  ],
} as const satisfies Readonly<Record<CauseCode, readonly [message: string, remedy: string]>>;
