import type { InschrijvingGegevens } from '../../../../shared/api/inschrijving.ts';
import type { FirstValues } from '../../../../shared/domain/forms/values.ts';
import { guidedFrom } from '../../../../shared/domain/forms/situation.ts';
import { allKinds, groupsFromStart, inschrijvingKinds } from '../../../../shared/pve/berichten/kinds.ts';
import type { FieldGroup, Voorkomen } from '../../../../shared/pve/gegevensset/types.ts';
import { groupIn, emptyVoorkomen, listAt, withListAt, type TreePlace } from './tree.ts';

/** Whether there is a period of a group on every day of the inschrijving: the first begins on the datum inschrijving. */
const isLasting = (key: string) => allKinds.some((kind) => groupsFromStart(kind).some((group) => group.key === key));

/**
 * The document with a voorkomen added at the end of a group. A first period of a lasting group begins on the datum inschrijving, a
 * further one goes on from the last; of other groups only what `first` says is known beforehand.
 */
export function addPeriod<T extends object>(
  root: FieldGroup,
  document: T,
  place: TreePlace,
  first: FirstValues['periods'] = {},
): T {
  const group = groupIn(root, place.group);
  if (!group) return document;
  return withListAt(root, document, place, (list) => {
    const last = list.at(-1);
    const { [group.period ?? '']: _date, ...carried } = last ?? {};
    const { datumInschrijving } = document as { datumInschrijving?: string };
    const beginning: Voorkomen = {
      ...first[place.group],
      ...(datumInschrijving ? { begindatum: datumInschrijving } : {}),
    };
    const other: Voorkomen = { ...emptyVoorkomen(group), ...(last ? {} : first[place.group]) };
    const known = !isLasting(place.group) ? other : last ? carried : beginning;
    return [...list, known];
  });
}

/** The document without one voorkomen of a group. */
export const removePeriod = <T extends object>(root: FieldGroup, document: T, place: TreePlace): T =>
  withListAt(root, document, place, (list) => list.filter((_, index) => index !== place.voorkomen));

/**
 * Every group that begins with the inschrijving gets its first period, first periods that began on the old datum inschrijving (or on
 * none) move to the new one, and what can only be one thing at this school is filled in.
 */
export function followDatumInschrijving<G extends InschrijvingGegevens>(
  gegevens: G,
  before: string | undefined,
  first: FirstValues,
): G {
  const begindatum = gegevens.datumInschrijving;
  if (!begindatum) return gegevens;
  const root = inschrijvingKinds[gegevens.kind];
  const begun = groupsFromStart(gegevens.kind).reduce<G>((followed, group) => {
    const { key } = group;
    const [head] = listAt(root, followed, { group: key });
    if (!head) return first.begins(group) ? addPeriod(root, followed, { group: key }, first.periods) : followed;
    const follows = !head['begindatum'] || head['begindatum'] === before;
    if (!follows) return followed;
    return withListAt(root, followed, { group: key }, ([old, ...rest]) => [{ ...old, begindatum }, ...rest]);
  }, gegevens);
  const lacking = Object.entries(first.vaste).filter(([key]) => !(begun as Record<string, unknown>)[key]);
  return guidedFrom({ ...begun, ...Object.fromEntries(lacking) }, before, begindatum);
}
