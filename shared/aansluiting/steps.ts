import type { Desk, Doer, Part, PartKey, Stap } from './types.ts';

/** Where a question goes, in a sentence (Stappenplan, "Waar kan ik terecht met vragen?"). */
export const desks: Readonly<Record<Desk, string>> = {
  kennisbank:
    'Kijk eerst in de Kennisbank op www.bron.nl. Staat het antwoord daar niet, vraag het dan de Helpdesk BRON.',
  handboek:
    'Kijk eerst in het Handboek BRON PO of in de Kennisbank op www.bron.nl. Staat het antwoord daar niet, vraag het dan de Helpdesk BRON.',
  leverancier: 'Vraag het uw softwareleverancier.',
  systeembeheerder: 'Vraag het uw systeembeheerder, of het bedrijf dat uw computers beheert.',
};

/** What stands at a part that nobody else can judge (Stappenplan step 12). */
export const ONLY_YOU = 'Alleen u kunt bepalen of dit klopt.';

const part = (key: PartKey, title: string, ticks: Part['ticks'], by: Doer, more: Partial<Part> = {}): Part => ({
  key,
  title,
  ticks,
  by,
  ...more,
});

const BEFORE = 'Voor de start van de fase aansluiting BRON';
const MONTH_BEFORE = 'Maand voor de fase aansluiting BRON';
const WEEKS_3_TO_10 = 'Week 3 tot en met week 10';

/** The thirteen steps of the Stappenplan in order. */
export const stappen: readonly Stap[] = [
  {
    number: 1,
    phase: 'voorbereiding',
    title: 'U ontvangt informatie',
    period: BEFORE,
    now: 'Noteer welke documenten u hebt ontvangen. In de eerste vooraankondiging staat in welke week u start.',
    parts: [
      part('vooraankondiging1', 'Vooraankondiging 1, met de geplande startweek', 'document', 'gemachtigde'),
      part('brochure', 'Brochure scholen', 'document', 'gemachtigde'),
      part('stappenplan', 'Stappenplan aansluiting BRON PO', 'document', 'gemachtigde'),
    ],
    ask: [{ about: 'de documenten', desk: 'kennisbank' }],
    page: 'stap-01-informatie',
  },
  {
    number: 2,
    phase: 'voorbereiding',
    title: 'U controleert uw contactgegevens',
    period: BEFORE,
    now: 'Vul de contactgegevens van de hoofdvestiging en van elk aanleverpunt in, en controleer of ze zo in Mijn BRON staan.',
    parts: [
      part(
        'contactgegevens',
        'Contactgegevens van hoofdvestiging en aanleverpunt ingevuld',
        'program',
        'contactpersoon',
      ),
      part('akkoordverklaring', 'Akkoordverklaring ondertekend door het bevoegd gezag', 'person', 'bevoegd gezag'),
      part('contactChecked', 'De contactgegevens in Mijn BRON kloppen', 'person', 'contactpersoon'),
      part('relatiebeheerder', 'Gesproken met de relatiebeheerder', 'person', 'bevoegd gezag', { optional: true }),
    ],
    ask: [{ about: 'uw contactgegevens', desk: 'kennisbank' }],
    page: 'stap-02-contactgegevens',
  },
  {
    number: 3,
    phase: 'voorbereiding',
    title: 'U updatet uw LAS',
    period: BEFORE,
    now: 'Controleer of u met de nieuwste versie van dit programma werkt.',
    parts: [
      part('version', 'Het programma wisselt uit volgens de versie die BRON vraagt', 'program', 'programma'),
      part('newest', 'Dit is de nieuwste versie die de leverancier geeft', 'person', 'contactpersoon'),
    ],
    ask: [{ about: 'het updaten van uw LAS', desk: 'leverancier' }],
    page: 'stap-03-las-updaten',
  },
  {
    number: 4,
    phase: 'voorbereiding',
    title: 'U opent poorten op uw PC/firewall/proxy',
    period: BEFORE,
    now: 'Test of de poorten 80, 443 en 6914 open staan. Staat er een dicht, geef dan het blad voor de systeembeheerder af.',
    parts: [part('ports', 'De poorten 80, 443 en 6914 staan open', 'either', 'systeembeheerder')],
    ask: [
      { about: 'hoe u de poorten opent', desk: 'systeembeheerder' },
      { about: 'of uw LAS webbased is', desk: 'leverancier' },
      { about: 'iets anders over de poorten', desk: 'kennisbank' },
    ],
    page: 'stap-04-poorten',
  },
  {
    number: 5,
    phase: 'voorbereiding',
    title: 'U ontvangt informatie',
    period: MONTH_BEFORE,
    now: 'Noteer de tweede vooraankondiging met de dag waarop u start, en download het Handboek BRON PO van www.bron.nl.',
    parts: [
      part('vooraankondiging2', 'Vooraankondiging 2, met de dag van de start', 'document', 'gemachtigde'),
      part('handboek', 'Handboek BRON PO gedownload', 'document', 'contactpersoon'),
    ],
    ask: [{ about: 'de tweede vooraankondiging of het handboek', desk: 'kennisbank' }],
    page: 'stap-05-informatie',
  },
  {
    number: 6,
    phase: 'voorbereiding',
    title: 'U geeft de aantallen leerlingen door',
    period: MONTH_BEFORE,
    now: 'Geef in Mijn BRON door hoeveel leerlingen er zijn ingeschreven en hoeveel er ambulant worden begeleid. Het programma telt ze voor u.',
    parts: [part('aantallen', 'Aantallen leerlingen doorgegeven', 'program', 'contactpersoon')],
    ask: [{ about: 'het doorgeven van de aantallen', desk: 'kennisbank' }],
    page: 'stap-06-aantallen',
  },
  {
    number: 7,
    phase: 'voorbereiding',
    title: 'U controleert nogmaals uw contactgegevens',
    period: MONTH_BEFORE,
    now: 'Controleer in Mijn BRON nog een keer de contactgegevens. In de week voor de start mogen ze niet meer veranderen.',
    parts: [part('contactRechecked', 'De contactgegevens in Mijn BRON kloppen nog', 'person', 'contactpersoon')],
    ask: [{ about: 'uw contactgegevens', desk: 'kennisbank' }],
    page: 'stap-07-contactgegevens',
  },
  {
    number: 8,
    phase: 'aansluiting',
    title: 'U ontvangt de wachtwoordbrief',
    period: 'Start fase aansluiting BRON',
    now: 'Noteer wanneer de wachtwoordbrief is ontvangen. Vanaf die dag lopen de tien werkweken.',
    parts: [part('wachtwoordbrief', 'Wachtwoordbrief ontvangen', 'document', 'gemachtigde')],
    ask: [{ about: 'de wachtwoordbrief', desk: 'kennisbank' }],
    page: 'stap-08-wachtwoordbrief',
  },
  {
    number: 9,
    phase: 'aansluiting',
    title: 'U downloadt, installeert en test het beveiligingscertificaat BRON',
    period: 'Week 1 en 2',
    now: 'Download het certificaat met de gegevens uit de wachtwoordbrief, installeer het en test het met een verzoek terugkoppeling.',
    parts: [
      part('download', 'Certificaat gedownload', 'either', 'contactpersoon'),
      part('install', 'Certificaat geïnstalleerd', 'program', 'contactpersoon'),
      part('test', 'Certificaat getest met een verzoek terugkoppeling', 'program', 'contactpersoon'),
    ],
    ask: [
      { about: 'het downloaden en testen van het certificaat', desk: 'kennisbank' },
      { about: 'het installeren van het certificaat', desk: 'leverancier' },
    ],
    page: 'stap-09-certificaat',
  },
  {
    number: 10,
    phase: 'aansluiting',
    title: 'U wisselt leerlinggegevens uit met BRON',
    period: WEEKS_3_TO_10,
    now: 'Doorloop de vier stappen van het uitwisselen tot van elke leerling vanaf 1-8-2008 de gegevens correct in BRON staan.',
    parts: [
      part('delivered', 'Alle leerlingen vanaf 1-8-2008 aangeleverd', 'program', 'contactpersoon'),
      part('registered', 'Alle gegevens correct in BRON geregistreerd', 'program', 'contactpersoon'),
    ],
    ask: [
      { about: 'het uitwisselen van gegevens', desk: 'handboek' },
      { about: 'het verzoek terugkoppeling in dit programma', desk: 'leverancier' },
    ],
    page: 'stap-10-uitwisselen',
  },
  {
    number: 11,
    phase: 'aansluiting',
    title: 'U ontvangt voortgangsmails',
    period: WEEKS_3_TO_10,
    now: 'Aan het einde van week 3 en week 6 krijgt de gemachtigde een voortgangsmail. Noteer hier dat hij er is.',
    parts: [
      part('mail3', 'Voortgangsmail van week 3', 'document', 'gemachtigde'),
      part('mail6', 'Voortgangsmail van week 6', 'document', 'gemachtigde'),
    ],
    ask: [{ about: 'de voortgangsmails', desk: 'kennisbank' }],
    page: 'stap-11-voortgangsmails',
  },
  {
    number: 12,
    phase: 'aansluiting',
    title: 'U controleert het GTB overzicht en het vergelijkingsoverzicht ambulant begeleide leerlingen',
    period: WEEKS_3_TO_10,
    now: 'Vergelijk de GTB met wat u zelf verwacht. Klopt er iets niet, wijzig het dan en wissel opnieuw uit. Geef daarna uw reactie.',
    parts: [
      part('gtb', 'GTB gecontroleerd', 'person', 'gemachtigde'),
      part('vergelijkingsoverzicht', 'Vergelijkingsoverzicht gecontroleerd', 'person', 'gemachtigde', { only: 'WPO' }),
      part('reactie', 'Reactie gegeven in Mijn BRON', 'either', 'gemachtigde'),
    ],
    ask: [{ about: 'de GTB of het vergelijkingsoverzicht', desk: 'kennisbank' }],
    page: 'stap-12-gtb',
  },
  {
    number: 13,
    phase: 'aansluiting',
    title: 'U ontvangt bericht over het afronden van de fase aansluiting BRON',
    period: WEEKS_3_TO_10,
    now: 'Noteer het bericht van afronding dat u en uw bestuur per post krijgen, en wat erin staat: gekwalificeerd of aangesloten.',
    parts: [part('afronding', 'Bericht over het afronden ontvangen', 'document', 'gemachtigde')],
    ask: [{ about: 'het afronden van de fase', desk: 'kennisbank' }],
    page: 'stap-13-afronden',
  },
];

/** The parts of a step at a school of this kind. */
export const partsOf = ({ parts }: Stap, kind: 'WPO' | 'WEC'): readonly Part[] =>
  parts.filter(({ only }) => only === undefined || only === kind);

/** The steps before the gate: they come before the fase can start (Stappenplan step 7). */
export const VOORBEREIDING = stappen.filter(({ phase }) => phase === 'voorbereiding');

/** The part with this key, and the step it belongs to. */
export function partOf(key: PartKey): { stap: Stap; part: Part } {
  for (const stap of stappen) {
    const found = stap.parts.find((one) => one.key === key);
    if (found) return { stap, part: found };
  }
  throw new Error(`no step has the part ${key}`);
}
