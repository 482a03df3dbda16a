import type { CountedReason, ExchangeOverview } from '../../../shared/api/exchange.ts';
import type { BronState } from '../../../shared/api/leerlingen.ts';
import { timeOf } from '../../texts/format.ts';
import { attemptOf, momentOf } from './moments.ts';
import { counted, meldingen } from './sentences.ts';

/** Who has to do something: the person at the screen, or nobody. */
export type Turn = 'u' | 'nobody';

/** Where a place leads besides its pupils. */
export type PlaceLink = 'held' | 'rejected' | 'signalen' | 'berichten';

interface PlaceText {
  title: string;
  /** What it means that an inschrijving is here. */
  meaning: string;
  /** What happens next, and who does it. */
  next: (overview: ExchangeOverview, now: string) => string;
  turn: (overview: ExchangeOverview) => Turn;
  /** What there is to say of those that are here now: since when, why. */
  details?: (overview: ExchangeOverview, now: string) => string[];
  link?: PlaceLink;
}

const says = (text: string) => () => text;
const u = () => 'u' as const;
const nobody = () => 'nobody' as const;

const because = (reasons: readonly CountedReason[]): string[] =>
  reasons.map(({ count, text }) => `${meldingen(count)}: ${text}`);

/** Every place where an inschrijving can be on its way to BRON, in the order of the way. */
export const placeTexts: Readonly<Record<BronState, PlaceText>> = {
  'aan te leveren': {
    title: 'Nog te versturen',
    meaning: 'Hier gewijzigd, en nog niet bij BRON.',
    next: ({ hold, toCompare, nextTurnAt }, now) => {
      if (hold) return 'Dit blijft klaarstaan en kan weg zodra bekend is wat BRON heeft; zie boven.';
      if (toCompare) return 'Vergelijk eerst met BRON, zie boven, en kies dan Versturen.';
      return nextTurnAt === undefined
        ? 'Kies Versturen: elke wijziging gaat dan als melding naar BRON.'
        : `Gaat vanzelf naar BRON, ${attemptOf(nextTurnAt, now)}. Wilt u niet wachten, kies dan Versturen.`;
    },
    turn: ({ hold, toCompare, nextTurnAt }) => (hold || (nextTurnAt && !toCompare) ? 'nobody' : 'u'),
  },
  'te verwijderen': {
    title: 'Te verwijderen',
    meaning: 'Inschrijvingen die BRON moet verwijderen, omdat zij er nooit hadden moeten staan.',
    next: ({ hold }) =>
      hold
        ? 'Dit blijft klaarstaan en kan weg zodra bekend is wat BRON heeft; zie boven.'
        : 'Gaat mee bij Versturen. Zodra BRON het bevestigt, gaat de inschrijving naar de prullenbak.',
    turn: ({ hold, toCompare, nextTurnAt }) => (hold || (nextTurnAt && !toCompare) ? 'nobody' : 'u'),
  },
  tegengehouden: {
    title: 'Tegengehouden',
    meaning: 'Niet verstuurd: de voorcontrole vond een fout waarop BRON zou afkeuren.',
    next: says(
      'Verbeter het gegeven dat in de werklijst staat en kies Versturen. Klopt het gegeven toch, kies dan onderaan bij de melding Toch versturen.',
    ),
    turn: u,
    link: 'held',
  },
  onzeker: {
    title: 'Onzeker',
    meaning: 'Verstuurd zonder bruikbaar antwoord: het is niet zeker of BRON de melding heeft.',
    next: ({ uncertain, paused, hold }, now) => {
      if (hold)
        return 'Wordt opnieuw aangeboden zodra bekend is wat BRON heeft; zie boven. Er wordt niets dubbel geregistreerd.';
      return paused
        ? 'Opnieuw aanbieden heeft pas zin als de oorzaak is weggenomen; kies dan Versturen. Er wordt niets dubbel geregistreerd.'
        : `Wordt vanzelf opnieuw aangeboden, ${attemptOf(uncertain?.nextAttemptAt, now)}, met dezelfde inhoud. Er wordt niets dubbel geregistreerd.`;
    },
    turn: ({ uncertain, paused, hold }) => (!hold && (paused || uncertain?.stuck) ? 'u' : 'nobody'),
    details: ({ uncertain }, now) =>
      uncertain
        ? [
            ...because(uncertain.reasons),
            `Al ${uncertain.attempts} keer aangeboden; de oudste melding is van ${momentOf(uncertain.since, now)}.`,
            ...(uncertain.stuck ? ['Dit duurt lang: vraag om hulp bij wie het kan oplossen.'] : []),
          ]
        : [],
    link: 'berichten',
  },
  'in behandeling': {
    title: 'Wacht op BRON',
    meaning: 'BRON heeft de melding ontvangen en beoordeelt haar.',
    next: ({ nextPollAt, nextTurnAt }, now) => {
      if (nextTurnAt) return 'De uitkomst komt met de terugkoppelingen. Die worden vanzelf opgehaald.';
      return nextPollAt && nextPollAt > now
        ? `De uitkomst komt met de terugkoppelingen. Die kunt u weer ophalen om ${timeOf(nextPollAt)}.`
        : 'De uitkomst komt met de terugkoppelingen: kies Terugkoppelingen ophalen.';
    },
    turn: ({ nextPollAt, nextTurnAt }) => (nextPollAt || nextTurnAt ? 'nobody' : 'u'),
    details: ({ waitingSince }, now) => (waitingSince ? [`De oudste wacht sinds ${momentOf(waitingSince, now)}.`] : []),
    link: 'berichten',
  },
  afgekeurd: {
    title: 'Afgekeurd',
    meaning: 'BRON heeft de melding beoordeeld en niets geregistreerd.',
    next: says(
      'Verbeter wat in de werklijst staat en kies Versturen. Vraagt de Helpdesk BRON om dezelfde melding nog eens, kies dan onderaan bij de melding Opnieuw aanbieden.',
    ),
    turn: u,
    link: 'rejected',
  },
  geweigerd: {
    title: 'Geweigerd',
    meaning: 'BRON heeft de melding niet aangenomen.',
    next: ({ refused }) =>
      refused.map(({ failure }) => failure?.remedy ?? '').find(Boolean) ?? 'Lees bij de melding waarom.',
    turn: u,
    details: ({ refused }) => because(refused),
    link: 'berichten',
  },
  'geregistreerd met signaal': {
    title: 'Geregistreerd met signaal',
    meaning: 'BRON heeft de gegevens geregistreerd, maar vraagt u iets na te kijken.',
    next: says('Verbeter het gegeven, neem over wat BRON heeft, of vink het signaal af met een notitie.'),
    turn: u,
    link: 'signalen',
  },
  geregistreerd: {
    title: 'Geregistreerd',
    meaning: 'BRON heeft precies wat hier staat.',
    next: says('Hier is niets te doen.'),
    turn: nobody,
    details: ({ settled }) =>
      settled > 0 ? [`${counted(settled, 'daarvan heeft', 'daarvan hebben')} een signaal dat is afgehandeld.`] : [],
  },
  'geen inschrijving': {
    title: 'Zonder inschrijving',
    meaning: 'Van deze leerlingen staat hier geen inschrijving. BRON krijgt daarom niets.',
    next: says('Hoort de leerling op school, schrijf hem dan in bij Leerlingen.'),
    turn: nobody,
  },
};

/** The way that an inschrijving goes. */
export const placeOrder = Object.keys(placeTexts) as BronState[];

/** What goes on so long, or was refused for such a reason, that somebody must be asked: the causes with a text for that person. */
export function toAsk(state: BronState, { uncertain, refused }: ExchangeOverview): CountedReason[] {
  const reasons: Partial<Record<BronState, readonly CountedReason[]>> = {
    onzeker: uncertain?.stuck ? uncertain.reasons : [],
    geweigerd: refused,
  };
  return (reasons[state] ?? []).filter(({ failure }) => failure !== undefined);
}
