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
  const periodic = group.max === 'n';
  return group.groups.flatMap((child) => {
    const list = items.flatMap(({ item, voorkomen: parent }) =>
      listOf(item, child.key).map((value, voorkomen) =>
        periodic ? { item: value, voorkomen, parent, above: item } : { item: value, voorkomen },
      ),
    );
    return [periodic ? { group: child, parent: group, list } : { group: child, list }, ...below(child, list)];
  });
}

/** Every group below a message or inschrijving, nested ones too. Empty groups are given, but nothing below them. */
export const groupsBelow = (group: Gegevensgroep, item: Voorkomen): Present[] => below(group, [{ item, voorkomen: 0 }]);
