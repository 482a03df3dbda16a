import type { InschrijvingGegevens } from '../../../../shared/api/leerlingen.ts';
import { inPeriodOrder } from '../../../../shared/pve/berichten/content.ts';
import { listOf, type Texts } from './draft.ts';
import { periodicGroups, type PeriodicKey } from './places.ts';

/** What the form knows by itself of a first period. */
export interface FirstPeriodDefaults {
  /** The only vestiging of the school, when there is one. */
  vestigingsvolgnummer?: string;
}

/** The gegevens with an empty period added at the end of a group; a first period begins on the datum inschrijving. */
export function addPeriod(
  gegevens: InschrijvingGegevens,
  key: PeriodicKey,
  first: FirstPeriodDefaults = {},
): InschrijvingGegevens {
  const list = listOf(gegevens, key);
  const begindatum = list.length === 0 ? gegevens.datumInschrijving : undefined;
  const last = list.at(-1) ?? {};
  const { begindatum: _begin, ...carried } = last;
  const known: Texts = list.length === 0 && key === 'vestiging' ? { ...first } : carried;
  return { ...gegevens, [key]: [...list, { ...known, ...(begindatum ? { begindatum } : {}) }] };
}

/** The gegevens without one period of a group. */
export const removePeriod = (
  gegevens: InschrijvingGegevens,
  key: PeriodicKey,
  voorkomen: number,
): InschrijvingGegevens => ({
  ...gegevens,
  [key]: listOf(gegevens, key).filter((_, index) => index !== voorkomen),
});

/**
 * Every group gets its first period, and first periods that began on the old datum inschrijving (or on none) move to
 * the new one: the first period of each group begins on the datum inschrijving (PvE 4.1.3).
 */
export function followDatumInschrijving(
  gegevens: InschrijvingGegevens,
  before: string | undefined,
  first: FirstPeriodDefaults = {},
): InschrijvingGegevens {
  const date = gegevens.datumInschrijving;
  if (!date) return gegevens;
  const lists = periodicGroups.map(({ key }) => {
    const [head, ...rest] = listOf(gegevens, key);
    if (!head) return [key, [{ ...(key === 'vestiging' ? first : {}), begindatum: date }]];
    const follows = !head.begindatum || head.begindatum === before;
    return [key, follows ? [{ ...head, begindatum: date }, ...rest] : [head, ...rest]];
  });
  return { ...gegevens, ...Object.fromEntries(lists) } as InschrijvingGegevens;
}

/** The gegevens with every periodic group by date, newest last: the order in which BRON counts the voorkomens. */
export function inOrder(gegevens: InschrijvingGegevens): InschrijvingGegevens {
  const lists = periodicGroups.map((group) => [group.key, inPeriodOrder(group, [...listOf(gegevens, group.key)])]);
  return { ...gegevens, ...Object.fromEntries(lists) } as InschrijvingGegevens;
}

/** Which period on the card was sent as the `sent`-th: periods are sent in the order of their dates. */
export function shownPeriod(gegevens: InschrijvingGegevens, key: string | undefined, sent: number): number {
  const group = periodicGroups.find((item) => item.key === key);
  if (!group) return sent;
  const period = listOf(inOrder(gegevens), group.key)[sent];
  const shown = listOf(gegevens, group.key).findIndex((item) => item === period);
  return shown < 0 ? sent : shown;
}
