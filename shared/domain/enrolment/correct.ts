import type { InschrijvingGegevens } from '../../api/inschrijving.ts';
import { inPeriodOrder } from '../../pve/berichten/content.ts';
import { groupsFromStart } from '../../pve/berichten/kinds.ts';
import { voorkomensIn } from '../../pve/berichten/place.ts';
import type { Voorkomen } from '../../pve/gegevensset/types.ts';

const begin = (period: Voorkomen | undefined): string | undefined => {
  const date = period?.['begindatum'];
  return typeof date === 'string' && date !== '' ? date : undefined;
};

/** The periods of one group after the begin moved: those that were over by then go, the first one begins on the new date. */
function moved(periods: readonly Voorkomen[], before: string | undefined, after: string): Voorkomen[] {
  const left = periods.filter((_, index) => {
    const next = begin(periods[index + 1]);
    return next === undefined || next > after;
  });
  const [first, ...rest] = left;
  if (!first) return [];
  const began = begin(first);
  const follows = began === undefined || began === before || began < after;
  return [follows ? { ...first, begindatum: after } : first, ...rest];
}

/** An inschrijving with another datum inschrijving, and how many periods went because they were over by then. */
export interface Corrected<G> {
  gegevens: G;
  dropped: number;
}

/** The inschrijving as it is when it begins on another date: every group that begins with it follows. */
export function withStart<G extends InschrijvingGegevens>(gegevens: G, date: string): Corrected<G> {
  const lists = groupsFromStart(gegevens.kind).map((group) => {
    const periods = inPeriodOrder(group, voorkomensIn(gegevens, group.key));
    return { key: group.key, before: periods.length, after: moved(periods, gegevens.datumInschrijving, date) };
  });
  const dropped = lists.reduce((sum, { before, after }) => sum + before - after.length, 0);
  const changed = Object.fromEntries(lists.map(({ key, after }) => [key, after]));
  const { datumOorspronkelijkeInschrijving: original, ...others } = gegevens;
  // Back on the date by which BRON knew it: there is nothing corrected any more.
  const kept = original === undefined || original === date ? {} : { datumOorspronkelijkeInschrijving: original };
  return { gegevens: { ...others, ...kept, ...changed, datumInschrijving: date } as G, dropped };
}

/**
 * The same of an inschrijving that BRON knows by its date until now: it is registered anew and names that date (PvE 5.6.3). BRON looks
 * for it among what was removed (4.2.8.1, 4.2.9.1: 400).
 */
export function withCorrectedStart<G extends InschrijvingGegevens>(gegevens: G, date: string): Corrected<G> {
  const { datumOorspronkelijkeInschrijving: _, ...others } = gegevens;
  const original = gegevens.datumInschrijving;
  const named = original === undefined ? {} : { datumOorspronkelijkeInschrijving: original };
  return withStart({ ...others, ...named } as G, date);
}
