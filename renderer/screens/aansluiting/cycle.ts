import type { Path } from '../../../shared/api/aansluiting.ts';
import type { ExchangeOverview } from '../../../shared/api/exchange.ts';
import { countOf } from '../../texts/format.ts';
import { waitingToGo } from '../uitwisselen/sentences.ts';
import { nextAction } from '../vandaag/today.ts';

/** The four parts of the exchange, which begin anew until everything is right (Stappenplan step 10, figure 2). */
export const stations = ['wijzigen', 'aanleveren', 'ontvangen', 'controleren'] as const;
export type Station = (typeof stations)[number];

export const stationTexts: Readonly<Record<Station, { title: string; text: string }>> = {
  wijzigen: { title: 'Wijzigen', text: 'U verbetert wat niet correct is.' },
  aanleveren: { title: 'Aanleveren', text: 'U verstuurt alles wat BRON nog niet heeft.' },
  ontvangen: { title: 'Ontvangen', text: 'U haalt de terugkoppelingen op: ze komen niet vanzelf.' },
  controleren: {
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
      return 'aanleveren';
    case 'request':
    case 'wait':
      return 'ontvangen';
    case 'repair':
      return 'wijzigen';
    case 'check':
      return 'controleren';
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
    wijzigen: wrong === 0 ? 'niets te verbeteren' : `${countOf(wrong, 'inschrijving', 'inschrijvingen')} te verbeteren`,
    aanleveren: `${countOf(waitingToGo({ counts }), 'melding', 'meldingen')} te versturen`,
    ontvangen: `${countOf(counts['in behandeling'] + counts.onzeker, 'melding wacht', 'meldingen wachten')} op antwoord`,
    controleren: `${right} correct${signalen > 0 ? ` (${signalen} met een signaal om na te kijken)` : ''}, ${counts.afgekeurd + counts.geweigerd} (nog) niet correct`,
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
