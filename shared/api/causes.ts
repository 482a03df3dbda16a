/** Who can take a cause away. */
export const solvers = ['u', 'systeembeheerder', 'Helpdesk BRON', 'leverancier'] as const;
export type Solver = (typeof solvers)[number];

export interface Cause {
  solver: Solver;
  /**
   * Dutch: what to ask of whoever solves it, after {@link OPENING}. Placeholders as in the error texts: `{host}` (name and port),
   * `{proxy}`, `{status}`, `{issuer}`, `{date}`. Never data of a person.
   */
  tell: string;
  /** Whether it makes sense that the program tries again by itself, or that it stops until somebody has done something. */
  unattended: 'again' | 'stop';
}

/** How every text for somebody else begins: what happened, where and when. */
export const OPENING =
  'Ons leerlingenadministratiesysteem wilde op {moment} gegevens uitwisselen met de webservice van BRON op {host} (uitgaand, TLS 1.2 of hoger, met een certificaat van de school). Dat lukte niet.';

/**
 * Every way in which the exchange with BRON can fail, as far as it can be told apart from here. The sentences are in
 * `errorTexts/causes.ts` under the same codes.
 */
export const causes = {
  // The way to BRON.
  'endpoint-name-unknown': {
    solver: 'systeembeheerder',
    tell: 'De naam van de server werd niet gevonden (DNS). Wilt u nagaan of deze computer internet heeft en of de DNS-server deze naam kent?',
    unattended: 'again',
  },
  'endpoint-unreachable': {
    solver: 'u',
    tell: 'De computer heeft geen route naar dit adres. Wilt u helpen nagaan of de netwerkkabel, de wifi of de VPN werkt?',
    unattended: 'again',
  },
  'endpoint-refused': {
    solver: 'systeembeheerder',
    tell: 'De verbinding werd geweigerd: er luistert niets op deze poort, of een firewall weigert haar. Wilt u nagaan of adres en poort kloppen en of de poort naar buiten openstaat, op deze computer, op de router en bij de provider?',
    unattended: 'again',
  },
  'endpoint-filtered': {
    solver: 'systeembeheerder',
    tell: 'Op het opzetten van de TCP-verbinding kwam geen enkel antwoord. Waarschijnlijk gooit een firewall de pakketten weg. Wilt u uitgaand TCP-verkeer naar dit adres en deze poort toelaten, op deze computer, op de router, op de centrale server, bij de onderwijsprovider (OSP) en bij de internetprovider?',
    unattended: 'again',
  },
  'endpoint-silent': {
    solver: 'Helpdesk BRON',
    tell: 'De verbinding kwam tot stand, maar er kwam binnen de tijd van 30 seconden geen antwoord. Is er een storing of onderhoud?',
    unattended: 'again',
  },
  'endpoint-broken': {
    solver: 'systeembeheerder',
    tell: 'De verbinding kwam tot stand en werd daarna zonder antwoord verbroken. Wilt u nagaan of een firewall, proxy of beveiligingsprogramma verbindingen naar dit adres afbreekt? Zo niet, dan vraag ik het na bij de Helpdesk BRON.',
    unattended: 'again',
  },
  'endpoint-not-tls': {
    solver: 'systeembeheerder',
    tell: 'Op deze poort antwoordt een programma zonder TLS (gewoon HTTP of iets anders), of alleen met een oudere versie dan 1.2. Wilt u nagaan of adres en poort kloppen en of een proxy ertussen zit?',
    unattended: 'stop',
  },
  'endpoint-not-bron': {
    solver: 'systeembeheerder',
    tell: 'Er antwoordde iets anders dan de webservice (HTTP {status}). Wilt u nagaan of het adres klopt en of een proxy of aanmeldpagina van het netwerk ertussen zit?',
    unattended: 'stop',
  },

  // Who answers there.
  'server-intercepted': {
    solver: 'systeembeheerder',
    tell: 'Het servercertificaat is uitgegeven door "{issuer}". Dat lijkt een virusscanner, firewall of proxy die beveiligd verkeer opent. Met een certificaat van de school kan dat niet werken. Wilt u dit adres uitzonderen van het openen van TLS-verkeer (SSL-inspectie)?',
    unattended: 'stop',
  },
  'server-certificate-unknown': {
    solver: 'systeembeheerder',
    tell: 'Het servercertificaat is uitgegeven door "{issuer}", een instantie die deze computer niet vertrouwt. Klopt het adres, en hoort bij deze server een CA-certificaat dat bij Instellingen moet worden ingevuld?',
    unattended: 'stop',
  },
  'server-certificate-expired': {
    solver: 'Helpdesk BRON',
    tell: 'Het servercertificaat is verlopen; de datum van deze computer klopt. Is dit bij u bekend?',
    unattended: 'again',
  },
  'server-certificate-early': {
    solver: 'u',
    tell: 'Het servercertificaat is volgens deze computer nog niet geldig. Wilt u helpen nagaan of de datum en de tijd van deze computer kloppen?',
    unattended: 'stop',
  },
  'server-certificate-name': {
    solver: 'systeembeheerder',
    tell: 'Het servercertificaat staat op een andere naam dan dit adres. Wilt u nagaan of het adres klopt en of het verkeer naar een andere server wordt omgeleid?',
    unattended: 'stop',
  },

  // The certificate of this administration.
  'certificate-missing': {
    solver: 'u',
    tell: 'Er is nog geen beveiligingscertificaat geïnstalleerd. Wie van ons heeft het certificaatbestand en de wachtwoordbrief?',
    unattended: 'stop',
  },
  'own-certificate-expired': {
    solver: 'u',
    tell: 'Ons beveiligingscertificaat is verlopen ({date}). Wilt u een nieuw certificaat aanvragen en installeren?',
    unattended: 'stop',
  },
  'own-certificate-revoked': {
    solver: 'Helpdesk BRON',
    tell: 'De server meldt dat ons certificaat is ingetrokken (TLS-melding certificate revoked). Waarom is dat gebeurd, en hoe krijgen wij een nieuw certificaat?',
    unattended: 'stop',
  },
  'own-certificate-unknown': {
    solver: 'Helpdesk BRON',
    tell: 'De server meldt dat de uitgever van ons certificaat onbekend is (TLS-melding unknown CA). Is het certificaat voor deze omgeving uitgegeven?',
    unattended: 'stop',
  },
  'own-certificate-refused': {
    solver: 'Helpdesk BRON',
    tell: 'De server aanvaardt ons certificaat niet (TLS-melding {detail}). Wat is er met dit certificaat aan de hand?',
    unattended: 'stop',
  },

  // The proxy in between.
  'proxy-down': {
    solver: 'systeembeheerder',
    tell: 'De proxyserver {proxy} was niet bereikbaar of gaf geen antwoord. Werkt deze proxy, en is dit de juiste voor deze computer?',
    unattended: 'again',
  },
  'proxy-refuses': {
    solver: 'systeembeheerder',
    tell: 'De proxyserver {proxy} weigerde de verbinding (antwoord {status} op CONNECT). Wilt u dit adres met deze poort op de proxy toelaten?',
    unattended: 'stop',
  },
  'proxy-no-route': {
    solver: 'systeembeheerder',
    tell: 'De proxyserver {proxy} kon zelf geen verbinding maken (antwoord {status} op CONNECT). Wilt u nagaan of de proxy dit adres met deze poort kan bereiken?',
    unattended: 'again',
  },
  'proxy-password': {
    solver: 'systeembeheerder',
    tell: 'De proxyserver {proxy} vraagt om een gebruikersnaam en wachtwoord, of aanvaardt die niet (antwoord 407 op CONNECT). Welke gegevens moeten bij Instellingen worden ingevuld? Aanmelden met alleen Windows (NTLM, Kerberos) kan dit programma niet.',
    unattended: 'stop',
  },

  // BRON itself.
  'bron-fault': {
    solver: 'Helpdesk BRON',
    tell: 'De webservice antwoordde met een technische fout (HTTP {status}). Is er een storing?',
    unattended: 'again',
  },
  'bron-unavailable': {
    solver: 'Helpdesk BRON',
    tell: 'De webservice meldde dat zij niet beschikbaar is (HTTP {status}). Is er een storing of onderhoud, en tot wanneer?',
    unattended: 'again',
  },
  'signaal-358': {
    solver: 'Helpdesk BRON',
    tell: 'BRON antwoordde met signaal 358 (technische fout). Is er een storing?',
    unattended: 'again',
  },
  'signaal-359': {
    solver: 'leverancier',
    tell: 'BRON weigerde een bericht met signaal 359: het voldoet niet aan het berichtschema (XSD). Wilt u nagaan wat aan het bericht niet klopt?',
    unattended: 'again',
  },
  'signaal-360': {
    solver: 'leverancier',
    tell: 'BRON weigerde de berichten met signaal 360: de envelop klopt niet. Wilt u nagaan of BRIN en aanleverpunt in de kop van het bericht goed zijn gevuld?',
    unattended: 'stop',
  },
  'signaal-366': {
    solver: 'u',
    tell: 'BRON weigerde de berichten met signaal 366: het certificaat hoort niet bij dit BRIN en aanleverpunt. Kunt u helpen nagaan van welke school en welk aanleverpunt ons certificaat is?',
    unattended: 'stop',
  },

  // Answers that cannot be used.
  'answer-not-xml': {
    solver: 'systeembeheerder',
    tell: 'Er kwam een antwoord dat geen XML is, zoals een webpagina. Wilt u nagaan of het adres klopt en of een proxy of aanmeldpagina van het netwerk ertussen zit?',
    unattended: 'stop',
  },
  'answer-not-ours': {
    solver: 'leverancier',
    tell: 'Er kwam een XML-antwoord dat niet bij de vraag hoort: een ander bericht of een andere berichtidentificatie. Wilt u nagaan of het adres klopt en of het koppelvlak is veranderd?',
    unattended: 'stop',
  },
  'answer-cut-off': {
    solver: 'systeembeheerder',
    tell: 'Het antwoord kwam maar voor een deel aan. Wilt u nagaan of de internetverbinding stabiel is en of een proxy of beveiligingsprogramma antwoorden afkapt?',
    unattended: 'again',
  },
  'answer-too-large': {
    solver: 'leverancier',
    tell: 'Het antwoord was groter dan het programma aanneemt. Wilt u nagaan waarom?',
    unattended: 'stop',
  },
  'message-too-large': {
    solver: 'leverancier',
    tell: 'Een bericht werd groter dan het programma verstuurt, en is niet verstuurd. Wilt u nagaan waarom?',
    unattended: 'again',
  },
} as const satisfies Readonly<Record<string, Cause>>;

export type CauseCode = keyof typeof causes;

/** Whether an error code is a cause of a failed exchange. */
export const isCause = (code: string): code is CauseCode => Object.hasOwn(causes, code);
