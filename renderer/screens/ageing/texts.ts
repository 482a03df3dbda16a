import type { WaitingGroup, WaitingPlace } from '../../../shared/api/ageing.ts';
import type { Output } from '../../../shared/api/contract.ts';
import type { Ageing, ChangeKind } from '../../../shared/domain/enrolment/delivery.ts';
import { daysUntil, longDate } from '../uitwisselen/moments.ts';
import { counted } from '../uitwisselen/sentences.ts';

type Summary = Output<'ageing.summary'>;
type Counts = Summary['counts'];

export const ageingWords: Readonly<Record<Ageing, string>> = {
  onTime: 'Op tijd',
  soon: 'Nog kort de tijd',
  late: 'Te laat',
};

export const kindWords: Readonly<Record<ChangeKind, string>> = {
  dates: 'In- of uitschrijving',
  other: 'Andere gegevens',
};

export const placeWords: Readonly<Record<WaitingPlace, string>> = {
  toSend: 'Nog te versturen',
  toCorrect: 'Eerst te verbeteren',
  atBron: 'Bij BRON, nog zonder antwoord',
};

/** The terms in one sentence (Stappenplan, Inleiding and step 13; Regeling structuur en inrichting basisregister onderwijs, art. 4). */
export const termSentence =
  'Een wijziging moet binnen 14 dagen bij BRON zijn; een in- of uitschrijving vanaf 1 augustus 2013 binnen 7 dagen.';

export const changes = (count: number): string => counted(count, 'wijziging', 'wijzigingen');

/** "vandaag", "1 dag", "12 dagen": how long something waits. A clock that was set back makes no number below nought. */
export function waited(since: string, day: string): string {
  const days = -daysUntil(since, `${day}T12:00:00Z`);
  if (days <= 0) return 'vandaag';
  return counted(days, 'dag', 'dagen');
}

/** Reminds of what is late or nearly so; undefined when nothing is. */
export function reminder({ soon, late }: Counts): string | undefined {
  if (late > 0) {
    const also = soon > 0 ? ` Voor ${changes(soon)} is er nog kort de tijd.` : '';
    return `${changes(late)} ${late === 1 ? 'had' : 'hadden'} al bij BRON moeten zijn.${also}`;
  }
  return soon > 0 ? `Voor ${changes(soon)} is de helft van de termijn voorbij.` : undefined;
}

/** Whether the school is up to date, in the words that a schoolleider reads first. */
export function verdict({ counts, waiting, total }: Summary): { title: string; text: string } {
  const all = counts.onTime + counts.soon + counts.late;
  if (total === 0) return { title: 'Er is nog niets', text: 'Er staan nog geen inschrijvingen in de administratie.' };
  if (all === 0) return { title: 'De school is bij', text: 'BRON heeft alles wat in de administratie staat.' };
  const [first] = waiting;
  if (counts.late > 0) {
    return {
      title: 'De school is niet bij',
      text: `${changes(counts.late)} ${counts.late === 1 ? 'had' : 'hadden'} al bij BRON moeten zijn, de eerste op ${longDate(first?.deliverBy ?? '')}.`,
    };
  }
  return {
    title: 'De school is op tijd',
    text: `BRON heeft ${changes(all)} nog niet. De eerste moet er uiterlijk ${longDate(first?.deliverBy ?? '')} zijn.`,
  };
}

/** What has to be done about what waits, one sentence for each place that has something. */
export function advice(waiting: readonly WaitingGroup[]): string[] {
  const of = (place: WaitingPlace) =>
    waiting.filter((group) => group.place === place).reduce((sum, { count }) => sum + count, 0);
  const sentences: [number, string][] = [
    [of('toSend'), 'versturen: op het scherm Uitwisselen'],
    [of('toCorrect'), 'eerst verbeteren: op het scherm Terugkoppelingen staat wat er niet klopt'],
    [of('atBron'), 'wachten op BRON: haal op het scherm Uitwisselen de terugkoppelingen op'],
  ];
  return sentences.filter(([count]) => count > 0).map(([count, what]) => `${changes(count)} ${what}.`);
}
