import type { CauseCode } from '../api/causes.ts';
import type { PortStage } from '../api/ports.ts';

/** The places where a port can be closed, in the order of the Stappenplan (step 4): from this computer outwards. */
export const portPlaces = ['pc', 'router', 'server', 'osp', 'isp'] as const;
export type PortPlace = (typeof portPlaces)[number];

/** Dutch: what each place is, and who opens a port there. */
export const placeTexts: Readonly<Record<PortPlace, { name: string; who: string }>> = {
  pc: {
    name: 'De firewall op de computer waarop dit programma staat',
    who: 'Uw systeembeheerder, of het bedrijf dat uw computers beheert. Kijk ook naar de virusscanner.',
  },
  router: {
    name: 'De firewall op de router of het modem',
    who: 'Uw systeembeheerder, of het bedrijf dat uw netwerk beheert.',
  },
  server: {
    name: 'De firewall of proxy op de centrale server, als uw school die gebruikt',
    who: 'Uw systeembeheerder.',
  },
  osp: {
    name: 'De firewall van uw OSP (Onderwijs Service Provider), als uw school die heeft',
    who: 'Uw systeembeheerder vraagt het aan de OSP.',
  },
  isp: {
    name: 'De firewall van uw internetprovider (ISP), als die niet alle poorten doorlaat',
    who: 'De school vraagt het aan de internetprovider.',
  },
};

/** Dutch: how the text for the systeembeheerder about a port begins. */
export const PORT_OPENING =
  'Ons leerlingenadministratiesysteem moet vanaf deze computer een uitgaande TCP-verbinding kunnen maken met {host}. Op {moment} lukte dat niet.';

interface PortCause {
  /** Where a connection stops by it; absent: anywhere. */
  stage?: PortStage;
  /** Where to look, in order; none when it is no matter of a port. */
  places: readonly PortPlace[];
  /** Dutch: what to do. Placeholders as in the error texts. */
  advice: string;
  /** Dutch, in the place of the sentence for the exchange, where that speaks of messages. */
  message?: string;
}

const OPEN_IT = 'Vraag uw systeembeheerder om uitgaand TCP-verkeer naar {host} toe te laten.';
const IN_ORDER = 'Loop de plaatsen hieronder in deze volgorde na.';
const INSPECTION: readonly PortPlace[] = ['pc', 'router', 'server', 'osp'];
const BETWEEN: readonly PortPlace[] = ['server', 'osp'];

/** What each cause means for a port (Stappenplan step 4); the sentences, and who solves it, are those of the exchange. */
export const portCauses: Readonly<Partial<Record<CauseCode, PortCause>>> = {
  'endpoint-name-unknown': {
    stage: 'name',
    places: [],
    advice:
      'Dit ligt niet aan een poort. Controleer of deze computer internet heeft en of het adres bij Instellingen klopt. Loopt het internet van de school over een proxy, stel die dan in bij Instellingen.',
  },
  'endpoint-unreachable': {
    stage: 'connection',
    places: [],
    advice: 'Dit ligt niet aan een poort. Controleer de netwerkkabel, de wifi of de VPN en test opnieuw.',
  },
  'endpoint-refused': { stage: 'connection', places: portPlaces, advice: `${OPEN_IT} ${IN_ORDER}` },
  'endpoint-filtered': { stage: 'connection', places: portPlaces, advice: `${OPEN_IT} ${IN_ORDER}` },
  'endpoint-silent': {
    places: BETWEEN,
    message: 'De verbinding met {host} is er, maar er kwam niet op tijd antwoord.',
    advice:
      'Test over een uur opnieuw: er kan een storing zijn. Blijft het zo, laat uw systeembeheerder dan nagaan of een firewall of proxy het verkeer ophoudt, en bel anders de Helpdesk BRON.',
  },
  'endpoint-broken': {
    places: INSPECTION,
    message: 'De verbinding met {host} werd halverwege verbroken.',
    advice: `Vraag uw systeembeheerder of een firewall, proxy of virusscanner verbindingen naar {host} afbreekt. ${IN_ORDER}`,
  },
  'endpoint-not-tls': {
    stage: 'tls',
    places: BETWEEN,
    advice:
      'Controleer het adres en de poort bij Instellingen. Kloppen die, laat uw systeembeheerder dan nagaan of een proxy in de plaats van BRON antwoordt.',
  },
  'server-intercepted': {
    stage: 'interception',
    places: INSPECTION,
    advice: `Vraag uw systeembeheerder om {host} uit te zonderen van het openen van beveiligd verkeer (SSL-inspectie). ${IN_ORDER}`,
  },
  'server-certificate-unknown': {
    stage: 'interception',
    places: INSPECTION,
    advice:
      'Controleer het adres en de eigen uitgever (CA) bij Instellingen. Kloppen die, laat uw systeembeheerder dan nagaan of iets de verbinding onderschept.',
  },
  'server-certificate-expired': {
    stage: 'tls',
    places: [],
    advice: 'Dit ligt niet aan een poort. Controleer de datum van deze computer; klopt die, bel dan de Helpdesk BRON.',
  },
  'server-certificate-early': {
    stage: 'tls',
    places: [],
    advice: 'Dit ligt niet aan een poort. Zet de datum van deze computer goed en test opnieuw.',
  },
  'server-certificate-name': {
    stage: 'tls',
    places: BETWEEN,
    advice:
      'Controleer het adres bij Instellingen. Klopt dat, laat uw systeembeheerder dan nagaan of het verkeer naar een andere server wordt omgeleid.',
  },
  'proxy-down': {
    stage: 'proxy',
    places: BETWEEN,
    advice:
      'Vraag uw systeembeheerder of de proxy werkt en of dit de juiste is, of kies bij Instellingen een andere manier van verbinden.',
  },
  'proxy-refuses': {
    stage: 'proxy',
    places: BETWEEN,
    advice: 'Vraag uw systeembeheerder om {host} op de proxy toe te laten.',
  },
  'proxy-no-route': {
    stage: 'proxy',
    places: ['server', 'osp', 'isp'],
    advice: `Vraag uw systeembeheerder om de proxy naar {host} te laten verbinden. ${IN_ORDER}`,
  },
  'proxy-password': {
    stage: 'proxy',
    places: ['server'],
    advice: 'Vul bij Instellingen de gebruikersnaam en het wachtwoord van de proxy in.',
  },
  'answer-not-xml': {
    stage: 'answer',
    places: BETWEEN,
    message: 'Op {host} antwoordt iets wat geen webserver is.',
    advice:
      'Controleer het adres bij Instellingen. Klopt dat, laat uw systeembeheerder dan nagaan wat in de plaats van de website antwoordt.',
  },
};
