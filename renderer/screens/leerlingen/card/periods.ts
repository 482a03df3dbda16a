import type { InschrijvingGegevens } from '../../../../shared/api/inschrijving.ts';
import { vestigingWpo } from '../../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { allKinds, groupsFromStart, inschrijvingKinds } from '../../../../shared/pve/berichten/kinds.ts';
import type { FieldGroup, Voorkomen } from '../../../../shared/pve/gegevensset/types.ts';
import { groupIn, emptyVoorkomen, listAt, withListAt, type TreePlace } from './tree.ts';

/** What the form knows by itself of a first period. */
export interface FirstPeriodDefaults {
  /** The only vestiging of the school, when there is one. */
  vestigingsvolgnummer?: string;
}

/** Whether there is a period of a group on every day of the inschrijving: the first begins on the datum inschrijving. */
const isLasting = (key: string) => allKinds.some((kind) => groupsFromStart(kind).some((group) => group.key === key));

/**
 * The document with a voorkomen added at the end of a group. A first period of a lasting group begins on the datum inschrijving, a
 * further one goes on from the last; of other groups nothing is known beforehand.
 */
export function addPeriod<T extends object>(
  root: FieldGroup,
  document: T,
  place: TreePlace,
  first: FirstPeriodDefaults = {},
): T {
  const group = groupIn(root, place.group);
  if (!group) return document;
  return withListAt(root, document, place, (list) => {
    const last = list.at(-1);
    const { [group.period ?? '']: _date, ...carried } = last ?? {};
    const { datumInschrijving } = document as { datumInschrijving?: string };
    const beginning: Voorkomen = {
      ...(place.group === vestigingWpo.key ? first : {}),
      ...(datumInschrijving ? { begindatum: datumInschrijving } : {}),
    };
    const known = !isLasting(place.group) ? emptyVoorkomen(group) : last ? carried : beginning;
    return [...list, known];
  });
}

/** The document without one voorkomen of a group. */
export const removePeriod = <T extends object>(root: FieldGroup, document: T, place: TreePlace): T =>
  withListAt(root, document, place, (list) => list.filter((_, index) => index !== place.voorkomen));

/**
 * Every lasting group gets its first period, and first periods that began on the old datum inschrijving (or on none) move to
 * the new one.
 */
export function followDatumInschrijving<G extends InschrijvingGegevens>(
  gegevens: G,
  before: string | undefined,
  first: FirstPeriodDefaults = {},
): G {
  const begindatum = gegevens.datumInschrijving;
  if (!begindatum) return gegevens;
  const root = inschrijvingKinds[gegevens.kind];
  return groupsFromStart(gegevens.kind).reduce<G>((followed, { key }) => {
    const [head] = listAt(root, followed, { group: key });
    if (!head) return addPeriod(root, followed, { group: key }, first);
    const follows = !head['begindatum'] || head['begindatum'] === before;
    if (!follows) return followed;
    return withListAt(root, followed, { group: key }, ([old, ...rest]) => [{ ...old, begindatum }, ...rest]);
  }, gegevens);
}
