import type { Place } from '../controles/types.ts';
import type { FieldGroup, Voorkomen } from '../gegevensset/types.ts';

/** One step down to a place: a group, and which of its voorkomens. */
export interface Step<G extends FieldGroup = FieldGroup> {
  group: G;
  index: number;
}

type Wanted = Pick<Place, 'gegevensgroep' | 'voorkomen' | 'parent'>;

/** The voorkomens of a group below a document; none when it is not there. */
export function voorkomensIn(document: Voorkomen | undefined, key: string): readonly Voorkomen[] {
  const value = document?.[key];
  return Array.isArray(value) ? value : [];
}

/**
 * The steps from a group down to the voorkomen that a place names. Of a group that occurs once there is one voorkomen. Undefined when
 * there is no such group below it, or the place does not say which voorkomen.
 */
export function pathTo<G extends FieldGroup>(root: G, place: Wanted): Step<G['groups'][number]>[] | undefined {
  for (const group of root.groups) {
    if (group.key === place.gegevensgroep) {
      const index = group.max === 1 ? 0 : place.voorkomen;
      return index === undefined ? undefined : [{ group, index }];
    }
    const below = pathTo(group, place);
    const index = group.max === 1 ? 0 : place.parent;
    if (below && index !== undefined) return [{ group, index }, ...below];
  }
  return undefined;
}

/** The voorkomen of a document that a place names; without index the first. Undefined when the document does not have it. */
export function voorkomenAt(root: FieldGroup, document: Voorkomen, place: Wanted): Voorkomen | undefined {
  for (const group of root.groups) {
    const path = pathTo({ ...root, groups: [group] }, { ...place, voorkomen: place.voorkomen ?? 0 });
    const found = path?.reduce<Voorkomen | undefined>(
      (above, { group: { key }, index }) => voorkomensIn(above, key)[index],
      document,
    );
    // The groups below an inschrijving WPO and one of WEC have the same names: the one that is there counts.
    if (found) return found;
  }
  return undefined;
}
