import type { Gegevensgroep, Voorkomen } from './types.ts';

/** A voorkomen and where it stands in its message. */
export interface Occurrence {
  item: Voorkomen;
  /** Index in its own list. */
  voorkomen: number;
  /** For a group inside a periodic group: index of the voorkomen it stands in, and that voorkomen itself. */
  parent?: number;
  above?: Voorkomen;
}

/** A gegevensgroep with all its voorkomens in a message, in the order of the message. */
export interface Present {
  group: Gegevensgroep;
  /** The periodic group it stands in. */
  parent?: Gegevensgroep;
  list: readonly Occurrence[];
}

const listOf = (voorkomen: Voorkomen, key: string): readonly Voorkomen[] => {
  const value = voorkomen[key];
  return Array.isArray(value) ? value : [];
};

function below(group: Gegevensgroep, list: readonly Occurrence[]): Present[] {
  // Of a group that may occur once, the first: what stands in another belongs to no valid message.
  const items = group.max === 1 ? list.slice(0, 1) : list;
  if (items.length === 0) return [];
  return group.groups.flatMap((child) => {
    const inside = items.flatMap(({ item, voorkomen }) =>
      listOf(item, child.key).map((value, index) => ({
        item: value,
        voorkomen: index,
        ...(group.max === 'n' ? { parent: voorkomen, above: item } : {}),
      })),
    );
    return [{ group: child, ...(group.max === 'n' ? { parent: group } : {}), list: inside }, ...below(child, inside)];
  });
}

/** Every group below a message or inschrijving, nested ones too. Empty groups are given, but nothing below them. */
export const groupsBelow = (group: Gegevensgroep, item: Voorkomen): Present[] => below(group, [{ item, voorkomen: 0 }]);
