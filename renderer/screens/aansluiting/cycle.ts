import type { Path } from '../../../shared/api/aansluiting.ts';
import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import { countOf } from '../../texts/format.ts';
import { waitingToGo } from '../uitwisselen/sentences.ts';
import { nextAction } from '../vandaag/today.ts';

/** The four parts of the exchange, which begin anew until everything is right (Stappenplan step 10, figure 2). */
export const stations = ['change', 'deliver', 'receive', 'check'] as const;
export type Station = (typeof stations)[number];

export const stationTexts: Readonly<Record<Station, { title: string; text: string }>> = {
  change: { title: 'Wijzigen', text: 'U verbetert wat niet correct is.' },
  deliver: { title: 'Aanleveren', text: 'U verstuurt alles wat BRON nog niet heeft.' },
  receive: { title: 'Ontvangen', text: 'U haalt de terugkoppelingen op: ze komen niet vanzelf.' },
  check: {
    title: 'Controleren',
    text: 'U leest wat BRON vond: correct, of (nog) niet correct en waarom.',
  },
};

/** Where the school is in the cycle; `before`: it has not begun; `done`: everything is right. */
export function stationOf(overview: ExchangeOverview, now: string): Station | 'before' | 'done' {
  switch (nextAction(overview, now)) {
    case 'firstPupil':
    case 'certificate':
      return 'before';
    case 'send':
      return 'deliver';
    case 'request':
    case 'wait':
      return 'receive';
    case 'repair':
      return 'change';
    case 'check':
      return 'check';
    case 'nothing':
      return 'done';
  }
}

/** How much there is to do at each station, in words. */
export function stationCounts({ counts }: Pick<ExchangeOverview, 'counts'>): Readonly<Record<Station, string>> {
  const wrong = counts.afgekeurd + counts.geweigerd + counts.tegengehouden;
  const right = counts.geregistreerd + counts['geregistreerd met signaal'];
  const signalen = counts['geregistreerd met signaal'];
  return {
    change: wrong === 0 ? 'niets te verbeteren' : `${countOf(wrong, 'inschrijving', 'inschrijvingen')} te verbeteren`,
    deliver: `${countOf(waitingToGo({ counts }), 'melding', 'meldingen')} te versturen`,
    receive: `${countOf(counts['in behandeling'] + counts.onzeker, 'melding wacht', 'meldingen wachten')} op antwoord`,
    check: `${right} correct${signalen > 0 ? ` (${signalen} met een signaal om na te kijken)` : ''}, ${counts.afgekeurd + counts.geweigerd} (nog) niet correct`,
  };
}

/** How far the school is with all that has to be right, in sentences. */
export function cycleProgress({
  total,
  delivered,
  registered,
  current,
  currentRegistered,
}: Path['exchange']): string[] {
  if (total === 0) return ['Er zijn nog geen inschrijvingen vanaf 1 augustus 2008.'];
  return [
    `Van de ${countOf(total, 'inschrijving', 'inschrijvingen')} vanaf 1 augustus 2008 zijn er ${delivered} aangeleverd en ${registered} correct geregistreerd.`,
    `Voor het afronden tellen die van dit schooljaar: ${currentRegistered} van de ${current} zijn correct geregistreerd.`,
  ];
}
