import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import type { BronState } from '../../../shared/api/leerlingen.ts';
import { daysUntil, distanceTo, longDate, momentOf } from '../uitwisselen/moments.ts';
import { counted, meldingen, waitingToGo } from '../uitwisselen/sentences.ts';

export type NextAction = 'certificate' | 'firstPupil' | 'repair' | 'send' | 'request' | 'wait' | 'check' | 'nothing';

/** The one thing to do next, from what stops everything to what can wait. */
export function nextAction({ certificateInstalled, counts, nextPollAt }: ExchangeOverview, now: string): NextAction {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return 'firstPupil';
  if (!certificateInstalled) return 'certificate';
  if (waitingToGo({ counts }) > 0) return 'send';
  if (counts.afgekeurd + counts.geweigerd + counts.tegengehouden > 0) return 'repair';
  const waiting = counts['in behandeling'] + counts.onzeker;
  const resting = nextPollAt !== undefined && nextPollAt > now;
  if (waiting > 0 && !resting) return 'request';
  if (counts['geregistreerd met signaal'] > 0) return 'check';
  return waiting > 0 ? 'wait' : 'nothing';
}

export interface TodayCard {
  key: 'send' | 'rejected' | 'held' | 'waiting' | 'signaal';
  title: string;
  count: number;
  text: string;
  /** Where the card leads: pupils in this state. */
  state: BronState;
}

/** What BRON still needs, as counts that lead to the pupils concerned. */
export function todayCards({ counts }: ExchangeOverview): TodayCard[] {
  const rejected = counts.afgekeurd + counts.geweigerd;
  const waiting = counts['in behandeling'] + counts.onzeker;
  return [
    {
      key: 'send',
      title: 'Nog te versturen',
      count: waitingToGo({ counts }),
      text: 'gewijzigd en nog niet bij BRON',
      state: counts['te verwijderen'] > 0 && counts['aan te leveren'] === 0 ? 'te verwijderen' : 'aan te leveren',
    },
    {
      key: 'rejected',
      title: 'Afgekeurd',
      count: rejected,
      text: 'niet geregistreerd: verbeteren en opnieuw versturen',
      state: counts.afgekeurd > 0 || counts.geweigerd === 0 ? 'afgekeurd' : 'geweigerd',
    },
    {
      key: 'held',
      title: 'Tegengehouden',
      count: counts.tegengehouden,
      text: 'eerst verbeteren: BRON zou ze afkeuren',
      state: 'tegengehouden',
    },
    {
      key: 'waiting',
      title: 'Wacht op antwoord',
      count: waiting,
      text: 'bij BRON in behandeling',
      state: counts['in behandeling'] > 0 || counts.onzeker === 0 ? 'in behandeling' : 'onzeker',
    },
    {
      key: 'signaal',
      title: 'Met signaal',
      count: counts['geregistreerd met signaal'],
      text: 'geregistreerd, maar na te kijken',
      state: 'geregistreerd met signaal',
    },
  ];
}

/** By when the oldest change must be with BRON, in one sentence; undefined when BRON has everything. */
export function deadlineSentence(overview: ExchangeOverview, now: string): { text: string; late: boolean } | undefined {
  const { oldestChangeSince, deliverBy } = overview;
  if (!oldestChangeSince || !deliverBy) return undefined;
  const late = daysUntil(deliverBy, now) < 0;
  const since = `De oudste wijziging die BRON nog niet heeft is van ${momentOf(oldestChangeSince, now)}`;
  const text = late
    ? `${since}. Zij had er uiterlijk ${longDate(deliverBy)} moeten zijn (${distanceTo(deliverBy, now)}).`
    : `${since} en moet er uiterlijk ${longDate(deliverBy)} zijn (${distanceTo(deliverBy, now)}).`;
  return { text, late };
}

/** What is said about the one thing to do next. */
export function nextText(action: NextAction, { counts }: ExchangeOverview): { text: string; button?: string } {
  const fix = counts.afgekeurd + counts.geweigerd + counts.tegengehouden;
  const waiting = counts['in behandeling'] + counts.onzeker;
  switch (action) {
    case 'firstPupil':
      return { text: 'Er staan nog geen leerlingen in deze administratie.', button: 'Eerste leerling inschrijven' };
    case 'certificate':
      return { text: 'Installeer eerst het beveiligingscertificaat van uw school.', button: 'Certificaat installeren' };
    case 'send':
      return {
        text: `${meldingen(waitingToGo({ counts }))} ${waitingToGo({ counts }) === 1 ? 'staat' : 'staan'} klaar om naar BRON te gaan.`,
        button: 'Naar versturen',
      };
    case 'repair':
      return {
        text: `${counted(fix, 'leerling is', 'leerlingen zijn')} nog niet geregistreerd omdat er iets niet klopt.`,
        button: 'Naar de werklijst',
      };
    case 'request':
      return {
        text: `${meldingen(waiting)} ${waiting === 1 ? 'wacht' : 'wachten'} op antwoord van BRON.`,
        button: 'Terugkoppelingen ophalen',
      };
    case 'check':
      return {
        text: `${counted(counts['geregistreerd met signaal'], 'leerling is', 'leerlingen zijn')} geregistreerd met een signaal om na te kijken.`,
        button: 'Signalen nakijken',
      };
    case 'wait':
      return { text: `${meldingen(waiting)} bij BRON in behandeling. U hoeft nu niets te doen.` };
    case 'nothing':
      return { text: 'BRON heeft alles wat hier staat, en alles klopt. U bent bij.' };
  }
}
