import type {
  BerichtRow,
  BerichtState,
  ExchangeOverview,
  RunProgress,
  RunResult,
} from '../../../shared/api/exchange.ts';
import { momentOf } from './moments.ts';

/** "1 melding", "3 meldingen". */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const meldingen = (count: number): string => counted(count, 'melding', 'meldingen');

/** Where a reader of a result can go: a filtered screen. */
export type ResultLink = { to: 'berichten'; state: BerichtState } | { to: 'terugkoppelingen' };
export interface ResultLine {
  text: string;
  tone: 'good' | 'attention' | 'bad' | 'plain';
  link?: ResultLink & { text: string };
}

type Line = [count: number, one: string, many: string, tone: ResultLine['tone'], link?: ResultLine['link']];

/** What became of the meldingen that went out. */
const sentLines = (result: RunResult): Line[] => [
  [
    result.sent - result.geweigerd - result.onzeker,
    'melding is bij BRON afgeleverd.',
    'meldingen zijn bij BRON afgeleverd.',
    'good',
  ],
  [
    result.geweigerd,
    'melding is door BRON geweigerd.',
    'meldingen zijn door BRON geweigerd.',
    'bad',
    { to: 'berichten', state: 'geweigerd', text: 'Geweigerde bekijken' },
  ],
  [
    result.onzeker,
    'melding kreeg geen bruikbaar antwoord: het is niet zeker of BRON haar heeft.',
    'meldingen kregen geen bruikbaar antwoord: het is niet zeker of BRON ze heeft.',
    'attention',
    { to: 'berichten', state: 'onzeker', text: 'Onzekere bekijken' },
  ],
];

/** What became of verzoeken, and what comes of one and of more. */
const verzoekLines = (result: RunResult, one: string, more: string): Line[] => [
  [
    result.sent - result.geweigerd - result.onzeker,
    `verzoek is bij BRON. Haal straks de terugkoppelingen op: ${one} daarmee mee.`,
    `verzoeken zijn bij BRON. Haal straks de terugkoppelingen op: ${more} daarmee mee.`,
    'good',
  ],
  [result.geweigerd, 'verzoek is door BRON geweigerd.', 'verzoeken zijn door BRON geweigerd.', 'bad'],
  [
    result.onzeker,
    'verzoek kreeg geen bruikbaar antwoord: het is niet zeker of BRON het heeft.',
    'verzoeken kregen geen bruikbaar antwoord: het is niet zeker of BRON ze heeft.',
    'attention',
  ],
];

/** Whether a run of this kind delivers meldingen. */
export const isSending = (kind: RunResult['kind']): boolean => kind === 'versturen' || kind === 'automatisch';

/** What came of a run, a sentence per outcome; sentences about nothing are left out. `left`: meldingen that still have to go. */
export function resultLines(result: RunResult, left = 0): ResultLine[] {
  const lines: Line[] = [
    ...(result.kind === 'registratieoverzicht'
      ? verzoekLines(result, 'het overzicht komt', 'de registratieoverzichten komen')
      : result.kind === 'identificatie'
        ? verzoekLines(result, 'het antwoord komt', 'de antwoorden komen')
        : sentLines(result)),
    [result.geregistreerd, 'melding is geregistreerd.', 'meldingen zijn geregistreerd.', 'good'],
    [
      result.metSignaal,
      'melding is geregistreerd met een signaal: kijk of het klopt.',
      'meldingen zijn geregistreerd met een signaal: kijk of ze kloppen.',
      'attention',
      { to: 'terugkoppelingen', text: 'Signalen bekijken' },
    ],
    [
      result.afgekeurd,
      'melding is afgekeurd en moet worden verbeterd.',
      'meldingen zijn afgekeurd en moeten worden verbeterd.',
      'bad',
      { to: 'terugkoppelingen', text: 'Afgekeurde verbeteren' },
    ],
    [
      result.removed,
      'inschrijving is door BRON verwijderd en ligt in de prullenbak.',
      'inschrijvingen zijn door BRON verwijderd en liggen in de prullenbak.',
      'good',
    ],
    [
      result.corrected,
      'inschrijving is door BRON onder de oude datum verwijderd: verstuur nu die met de nieuwe datum inschrijving.',
      'inschrijvingen zijn door BRON onder de oude datum verwijderd: verstuur nu die met de nieuwe datum inschrijving.',
      'attention',
    ],
    [
      result.proposals,
      'voorstel van BRON over een leerling wacht op uw beslissing.',
      'voorstellen van BRON over leerlingen wachten op uw beslissing.',
      'attention',
    ],
    [
      result.tegengehouden,
      'melding is tegengehouden omdat BRON haar zou afkeuren.',
      'meldingen zijn tegengehouden omdat BRON ze zou afkeuren.',
      'attention',
      { to: 'berichten', state: 'tegengehouden', text: 'Tegengehouden bekijken' },
    ],
    [
      result.waiting,
      'melding wacht tot BRON een eerdere wijziging van die leerling heeft verwerkt: haal eerst de terugkoppelingen op.',
      'meldingen wachten tot BRON een eerdere wijziging van die leerlingen heeft verwerkt: haal eerst de terugkoppelingen op.',
      'plain',
    ],
    [
      result.registratieoverzichten,
      'registratieoverzicht is verwerkt: hier staat nu wat BRON heeft.',
      'registratieoverzichten zijn verwerkt: hier staat nu wat BRON heeft.',
      'good',
    ],
    [
      result.verzoekenAfgekeurd,
      'verzoek om een registratieoverzicht is door BRON afgekeurd. Hieronder staat bij het verzoek waarom.',
      'verzoeken om een registratieoverzicht zijn door BRON afgekeurd. Hieronder staat bij elk verzoek waarom.',
      'bad',
    ],
    [
      result.unmatched,
      'terugkoppeling hoort bij geen melding van deze administratie.',
      'terugkoppelingen horen bij geen melding van deze administratie.',
      'attention',
    ],
    [
      isSending(result.kind) && (result.stopped || result.interrupted) ? left : 0,
      'melding staat nog klaar: kies Verder gaan.',
      'meldingen staan nog klaar: kies Verder gaan.',
      'plain',
    ],
  ];
  return lines
    .filter(([count]) => count > 0)
    .map(([count, one, many, tone, link]) => ({ text: counted(count, one, many), tone, ...(link ? { link } : {}) }));
}

/** The first sentence of a result. */
export function resultTitle(result: RunResult): string {
  if (result.interrupted)
    return 'De laatste uitwisseling is onderbroken, doordat het programma stopte. Er is niets verloren; tot daar is dit gebeurd:';
  if (result.stopped) return 'De uitwisseling is gestopt. Wat al bij BRON was, blijft daar; de rest staat nog klaar.';
  if (result.problems.length > 0) return 'De uitwisseling is niet helemaal gelukt. Er is niets verloren.';
  if (result.kind === 'versturen') {
    const nothing = result.sent + result.tegengehouden + result.geweigerd + result.onzeker + result.waiting === 0;
    return nothing ? 'Er was niets te versturen: BRON heeft alles.' : 'Versturen is klaar.';
  }
  if (result.kind === 'registratieoverzicht')
    return result.sent === 0 ? 'Het registratieoverzicht was al gevraagd.' : 'Het registratieoverzicht is gevraagd.';
  if (result.kind === 'identificatie') return 'De identificatie is gevraagd.';
  if (result.kind === 'automatisch') {
    const nothing = result.sent + result.received + result.tegengehouden + result.waiting === 0;
    return nothing
      ? 'Automatisch uitgewisseld: er was niets te versturen en BRON had niets nieuws.'
      : 'De automatische uitwisseling is klaar.';
  }
  if (result.received === 0) return 'BRON had geen nieuwe terugkoppelingen.';
  return `${counted(result.received, 'terugkoppeling is', 'terugkoppelingen zijn')} ontvangen en verwerkt.`;
}

const kinds: Record<RunProgress['kind'], string> = {
  versturen: 'Bezig met versturen',
  terugkoppelingen: 'Bezig met terugkoppelingen ophalen',
  'test certificaat': 'Bezig met de proef van het certificaat',
  registratieoverzicht: 'Bezig met het registratieoverzicht vragen',
  identificatie: 'Bezig met het identificeren van leerlingen',
  automatisch: 'Bezig met de automatische uitwisseling',
};

/** What is going on, with its counts: "Bezig met versturen: 12 van 240". */
export const progressText = ({ kind, done, total }: RunProgress): string =>
  total > 0 ? `${kinds[kind]}: ${done} van ${total}` : kinds[kind];

/** What the state of a melding means, and what happens next. */
export const stateMeaning: Record<BerichtState, string> = {
  opgesteld: 'Staat klaar en gaat mee bij de volgende keer versturen.',
  tegengehouden: 'Niet verstuurd: BRON zou deze melding afkeuren.',
  verzonden: 'Verstuurd; het antwoord is nog niet binnen.',
  onzeker: 'Verstuurd zonder bruikbaar antwoord: het is niet zeker of BRON de melding heeft.',
  geweigerd: 'BRON heeft de melding niet aangenomen.',
  'in behandeling': 'Door BRON ontvangen; de terugkoppeling komt nog.',
  geregistreerd: 'BRON heeft deze gegevens geregistreerd.',
  'geregistreerd met signaal': 'Geregistreerd, maar BRON vraagt u iets na te kijken.',
  afgekeurd: 'Niet geregistreerd: verbeter de gegevens en verstuur opnieuw.',
  verwijderd: 'BRON heeft deze inschrijving verwijderd.',
  vervallen: 'Geldt niet meer: deze melding wordt niet meer verstuurd.',
};

/** What has to be known before a melding is offered again. */
export const offerAgainTexts: Partial<Record<BerichtState, string>> = {
  afgekeurd: 'Doe dit alleen als de Helpdesk BRON erom vraagt, of als BRON iets heeft hersteld: de inhoud is dezelfde.',
  geweigerd: 'Doe dit alleen als de Helpdesk BRON erom vraagt, of als BRON iets heeft hersteld: de inhoud is dezelfde.',
  onzeker:
    'BRON kan deze melding hebben. Het kan daarom pas als een registratieoverzicht laat zien dat zij er niet is.',
  'in behandeling':
    'BRON heeft deze melding ontvangen. Het kan daarom pas als een registratieoverzicht laat zien dat zij er niet is.',
};

/** Why one melding is where it is, and what happens next. */
export function reasonOf(row: BerichtRow, now: string): string {
  if (row.settled) return 'Geregistreerd. Wat BRON meldde is afgehandeld.';
  const parts = [row.reason ?? stateMeaning[row.state]];
  if (row.reason && row.state !== 'geweigerd' && row.state !== 'tegengehouden') parts.push(stateMeaning[row.state]);
  if (row.state === 'onzeker' && row.nextAttemptAt && row.nextAttemptAt > now)
    parts.push(`Wordt niet eerder dan ${momentOf(row.nextAttemptAt, now)} opnieuw aangeboden.`);
  const first = row.state === 'tegengehouden' ? row.findings.find(({ ernst }) => ernst === 'A') : undefined;
  if (first) parts.push(`${first.omschrijving} [${first.code}]`);
  return parts.join(' ');
}

/** How many inschrijvingen wait to be sent: as a melding, or as a verwijdering. */
export const waitingToGo = ({ counts }: Pick<ExchangeOverview, 'counts'>): number =>
  counts['aan te leveren'] + counts['te verwijderen'];

export type CycleStep = 'change' | 'deliver' | 'receive' | 'check';

/** How much waits in each of the four steps, and which of them is the one to do now. */
export function cycle({ counts, nextPollAt }: ExchangeOverview): Record<CycleStep, { count: number; now: boolean }> {
  const of = (state: keyof ExchangeOverview['counts']) => counts[state];
  const fix = of('afgekeurd') + of('geweigerd') + of('tegengehouden');
  const check = of('geregistreerd met signaal');
  const waiting = of('in behandeling') + of('onzeker');
  const send = waitingToGo({ counts });
  const now: CycleStep | undefined =
    send > 0
      ? 'deliver'
      : fix > 0
        ? 'change'
        : waiting > 0 && !nextPollAt
          ? 'receive'
          : check > 0
            ? 'check'
            : undefined;
  return {
    change: { count: fix, now: now === 'change' },
    deliver: { count: send, now: now === 'deliver' },
    receive: { count: waiting, now: now === 'receive' },
    check: { count: check, now: now === 'check' },
  };
}
