// The data behind the fake bridge: the pupils of the demo, with states, signalen and meldingen drawn by their place in the list.
import type { Draft } from '../../shared/api/drafts.ts';
import type { Note } from '../../shared/api/notes.ts';
import { emptyContact } from '../../shared/api/contact.ts';
import type { BerichtRow, RunResult } from '../../shared/api/exchange.ts';
import type { GegevensWpo } from '../../shared/api/inschrijving.ts';
import type {
  BronState,
  InschrijvingCard,
  LeerlingCard,
  LeerlingRow,
  Persoonsgegevens,
  Signaal,
} from '../../shared/api/leerlingen.ts';
import type { Certificate } from '../../shared/api/certificate.ts';
import type { School } from '../../shared/api/session.ts';
import type { DemoStep, Settings } from '../../shared/api/settings.ts';
import { bronState } from '../../shared/api/leerlingen.ts';
import demo from '../../resources/demo/leerlingen.json' with { type: 'json' };

interface DemoPupil {
  persoon: Persoonsgegevens;
  inschrijving: GegevensWpo;
}

const school = demo.school as School;
const pupils = demo.pupils as DemoPupil[];
const instant = '2009-11-02T07:40:00.000Z';

const states: BronState[] = [
  'geregistreerd',
  'geregistreerd',
  'aan te leveren',
  'geregistreerd',
  'afgekeurd',
  'in behandeling',
  'geregistreerd met signaal',
  'geregistreerd',
  'tegengehouden',
  'geregistreerd',
  'onzeker',
];

const kinds = [
  {
    code: '753',
    ernst: 'A',
    omschrijving: 'Combinatie BSN/Onderwijsnummer, geboortedatum en geslacht is onbekend',
    title: 'BRON vindt deze leerling niet',
    meaning: 'Het nummer, de geboortedatum en het geslacht horen volgens BRON niet bij één persoon.',
    remedy: 'Controleer deze drie gegevens op een officieel document en verstuur de leerling opnieuw.',
    gegevensgroep: 'persoonMetPgn',
    element: 'geslacht',
    lasValue: 'V',
  },
  {
    code: '770',
    ernst: 'S',
    omschrijving: 'Postcode komt niet overeen met de BRP',
    title: 'De postcode wijkt af van de BRP',
    meaning: 'De leerling staat in de BRP op een ander adres.',
    remedy: 'Vraag de ouders naar het adres. Klopt uw gegeven, vink het signaal dan af.',
    gegevensgroep: 'persoonMetPgn',
    element: 'postcode',
    lasValue: '1234AB',
    bronValue: '1234AC',
  },
] as const;

/** One pupil as the fake keeps it. */
export interface FakeLeerling {
  card: LeerlingCard;
  row: LeerlingRow;
}

const optional = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;

function makeSignaal(id: number, state: BronState): Signaal[] {
  if (state !== 'afgekeurd' && state !== 'geregistreerd met signaal') return [];
  const kind = state === 'afgekeurd' ? kinds[0] : kinds[1];
  return [
    {
      ...kind,
      id,
      leerlingId: id,
      inschrijvingId: id,
      canTakeOver: 'bronValue' in kind,
      state: 'open',
      decidedBefore: false,
      earlier: [],
      receivedAt: instant,
    },
  ];
}

/** The name as lists show it. */
export const nameOf = ({ achternaam, voorvoegsel, roepnaam, voornamen }: Persoonsgegevens): string =>
  `${achternaam ?? ''}, ${roepnaam ?? voornamen ?? ''} ${voorvoegsel ?? ''}`.trim();

/** What the list shows of a card. */
export function rowOf(card: LeerlingCard): LeerlingRow {
  const last = card.inschrijvingen.at(-1);
  return optional({
    id: card.id,
    leerlingnummer: card.persoon.leerlingnummer,
    naam: nameOf(card.persoon),
    geboortedatum: card.persoon.geboortedatum,
    groep: last?.gegevens.leerjaarGroep.at(-1)?.groep,
    uitgeschreven: last?.gegevens.datumUitschrijving !== undefined,
    bronState: card.bronState,
    openSignalen: card.inschrijvingen.flatMap(({ signalen }) => signalen).filter((item) => item.state === 'open')
      .length,
  });
}

function makeLeerling({ persoon, inschrijving }: DemoPupil, index: number): FakeLeerling {
  const id = index + 1;
  const state = states[index % states.length] ?? 'geregistreerd';
  const item: InschrijvingCard = optional({
    id,
    version: 1,
    gegevens: inschrijving,
    bronState: state,
    knownByBron: state.startsWith('geregistreerd'),
    toDeliverSince: state === 'aan te leveren' ? instant : undefined,
    deliverBy: state === 'aan te leveren' ? '2009-11-09' : undefined,
    findings:
      state === 'tegengehouden'
        ? [
            {
              code: '740',
              ernst: 'A',
              omschrijving: 'De postcode is verplicht bij een adres in Nederland.',
              section: '4.2.7',
              gegevensgroep: 'persoonMetPgn',
              element: 'postcode',
            },
          ]
        : [],
    signalen: makeSignaal(id, state),
  });
  const card: LeerlingCard = {
    id,
    version: 1,
    persoon,
    contact: emptyContact(),
    adresHidden: false,
    bronState: state,
    inschrijvingen: [item],
  };
  return { card, row: rowOf(card) };
}

function makeBericht({ card }: FakeLeerling): BerichtRow[] {
  const state = card.bronState;
  if (state === 'aan te leveren' || state === 'te verwijderen' || state === 'geen inschrijving') return [];
  return [
    optional({
      id: card.id,
      berichtidentificatie: `00A7Q2${String(card.id).padStart(10, '0')}`,
      state,
      leerlingId: card.id,
      leerlingNaam: nameOf(card.persoon),
      inschrijvingId: card.id,
      createdAt: instant,
      sentAt: state === 'tegengehouden' ? undefined : instant,
      attempts: state === 'tegengehouden' ? 0 : 1,
      nextAttemptAt: state === 'onzeker' ? '2009-11-02T08:10:00.000Z' : undefined,
      reason:
        state === 'tegengehouden'
          ? 'De postcode ontbreekt: BRON zou deze melding afkeuren.'
          : state === 'onzeker'
            ? 'BRON antwoordde niet binnen 30 seconden.'
            : undefined,
      findings: card.inschrijvingen.flatMap(({ findings }) => findings),
      offerable: ['afgekeurd', 'geweigerd'].includes(state),
      settled: false,
    }),
  ];
}

/** The certificate that the fake reads out of whatever file is chosen. */
export const fakeCertificate: Certificate = {
  grantedTo: '99ZZ00',
  grantedBy: 'Oefen-BRON, certificaten PO',
  validFrom: '2009-10-26T00:00:00.000Z',
  validTo: '2012-10-26T00:00:00.000Z',
  fingerprint: '3F:9A:12:C4:77:0B:E1:5D:88:21:6C:F0:4B:93:AE:D7:1A:60:2F:B8:C5:7E:39:04:D2:8B:66:F1:0C:A9:53:E4',
};

/** How often each state occurs among the pupils. */
export const countStates = (leerlingen: Iterable<FakeLeerling>): Record<BronState, number> => {
  const counts = Object.fromEntries(bronState.options.map((state) => [state, 0])) as Record<BronState, number>;
  for (const { card } of leerlingen) counts[card.bronState] += 1;
  return counts;
};

export interface FakeWorld {
  leerlingen: Map<number, FakeLeerling>;
  berichten: BerichtRow[];
  settings: Settings;
  certificate: Certificate | undefined;
  lastResult: RunResult | undefined;
  nextPollAt: string | undefined;
  demoDone: Map<DemoStep, string>;
  notes: Map<number, Note & { leerlingId: number }>;
  drafts: Map<number, Draft & { content: string }>;
}

/** A new world. */
export function createWorld(): FakeWorld {
  const leerlingen = new Map(pupils.map(makeLeerling).map((item) => [item.card.id, item]));
  return {
    leerlingen,
    berichten: [...leerlingen.values()].flatMap(makeBericht),
    settings: {
      school,
      exchange: {
        endpoint: 'https://localhost:6914/POKANAAL/',
        site: '',
        caPem: '',
        proxy: { mode: 'geen', host: '', port: '', user: '', passwordSet: false },
        ports: { http: 'http://localhost:8600/', https: 'https://localhost:8443/' },
      },
      idleMinutes: 15,
    },
    certificate: undefined,
    lastResult: undefined,
    nextPollAt: undefined,
    demoDone: new Map(),
    notes: new Map(),
    drafts: new Map(),
  };
}
