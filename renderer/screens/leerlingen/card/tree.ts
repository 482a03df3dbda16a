import { inPeriodOrder } from '../../../../shared/pve/berichten/content.ts';
import { pathTo, voorkomenAt, voorkomensIn, type Step } from '../../../../shared/pve/berichten/place.ts';
import type { FieldGroup, Voorkomen } from '../../../../shared/pve/gegevensset/types.ts';

/** Documents of a group (texts by element, lists by group below it), read and changed by place; every group at any depth alike. */

export type Texts = Record<string, string | undefined>;

/** Where something stands in a document: a group at any depth, and which voorkomen and gegeven of it. */
export interface TreePlace {
  group: string;
  /** Of a group below a periodic group: index of the voorkomen that it belongs to. */
  parent?: number;
  voorkomen?: number;
  element?: string;
}

const stepsTo = (root: FieldGroup, { group, parent, voorkomen = 0 }: TreePlace): Step[] | undefined =>
  group === root.key
    ? []
    : pathTo(root, { gegevensgroep: group, voorkomen, ...(parent === undefined ? {} : { parent }) });

const asVoorkomen = (document: object) => document as Voorkomen;

/** The place of a voorkomen of a group; of one that occurs once it is that of the group. `parent`: which voorkomen above it belongs to. */
export const voorkomenPlace = (
  { key, max }: Pick<FieldGroup, 'key' | 'max'>,
  voorkomen: number,
  parent?: number,
): TreePlace => ({
  group: key,
  ...(parent === undefined ? {} : { parent }),
  ...(max === 1 ? {} : { voorkomen }),
});

/** The group with this key, at any depth. */
export function groupIn(root: FieldGroup, key: string): FieldGroup | undefined {
  if (root.key === key) return root;
  for (const group of root.groups) {
    const found = groupIn(group, key);
    if (found) return found;
  }
  return undefined;
}

/** The group above the one with this key. */
export const groupAbove = (root: FieldGroup, key: string): FieldGroup | undefined =>
  root.groups.some((group) => group.key === key)
    ? root
    : root.groups.map((group) => groupAbove(group, key)).find((found) => found !== undefined);

/** The voorkomens of the group at a place. */
export function listAt(root: FieldGroup, document: object, place: TreePlace): readonly Texts[] {
  const steps = stepsTo(root, place) ?? [];
  const last = steps.at(-1);
  if (!last) return [];
  const above = steps
    .slice(0, -1)
    .reduce<Voorkomen | undefined>(
      (item, { group, index }) => voorkomensIn(item, group.key)[index],
      asVoorkomen(document),
    );
  return voorkomensIn(above, last.group.key) as readonly Texts[];
}

/** The text of the gegeven at a place. */
export function textAt(root: FieldGroup, document: object, { group, element, ...rest }: TreePlace): string | undefined {
  if (element === undefined) return undefined;
  const voorkomen =
    group === root.key
      ? asVoorkomen(document)
      : voorkomenAt(root, asVoorkomen(document), { gegevensgroep: group, ...rest });
  const value = voorkomen?.[element];
  return typeof value === 'string' ? value : undefined;
}

function changedAt(document: Voorkomen, steps: readonly Step[], change: (item: Voorkomen) => Voorkomen): Voorkomen {
  const [step, ...rest] = steps;
  if (!step) return change(document);
  const list = voorkomensIn(document, step.group.key);
  return {
    ...document,
    [step.group.key]: list.map((item, index) => (index === step.index ? changedAt(item, rest, change) : item)),
  };
}

const withText = (texts: Voorkomen, key: string, value: string | undefined): Voorkomen => {
  const { [key]: _old, ...rest } = texts;
  return value ? { ...rest, [key]: value } : rest;
};

/** The document with another text at a place; an empty text takes the gegeven away. */
export function withTextAt<T extends object>(root: FieldGroup, document: T, place: TreePlace, value?: string): T {
  const { element } = place;
  const steps = stepsTo(root, place);
  if (element === undefined || !steps) return document;
  return changedAt(asVoorkomen(document), steps, (item) => withText(item, element, value)) as T;
}

/** The document with another list of voorkomens of the group at a place. */
export function withListAt<T extends object>(
  root: FieldGroup,
  document: T,
  place: TreePlace,
  change: (list: readonly Voorkomen[]) => readonly Voorkomen[],
): T {
  const steps = stepsTo(root, place);
  const last = steps?.at(-1);
  if (!steps || !last) return document;
  return changedAt(asVoorkomen(document), steps.slice(0, -1), (item) => ({
    ...item,
    [last.group.key]: [...change(voorkomensIn(item, last.group.key))],
  })) as T;
}

const sameText = (a: unknown, b: unknown) => (a ?? '') === (b ?? '');

/** Whether two documents say the same; what is not filled and what is empty are alike. */
export function sameDocument(group: FieldGroup, a: object, b: object): boolean {
  const [left, right] = [asVoorkomen(a), asVoorkomen(b)];
  if (!group.elements.every(({ key }) => sameText(left[key], right[key]))) return false;
  return group.groups.every((below) => {
    const [ours, theirs] = [voorkomensIn(left, below.key), voorkomensIn(right, below.key)];
    return ours.length === theirs.length && ours.every((item, index) => sameDocument(below, item, theirs[index] ?? {}));
  });
}

/** A voorkomen in which nothing is filled, with a first voorkomen of every group that it must have. */
export const emptyVoorkomen = ({ groups }: FieldGroup): Voorkomen =>
  Object.fromEntries(groups.filter(({ min = 0 }) => min > 0).map((group) => [group.key, [emptyVoorkomen(group)]]));

/** The document with every periodic group by date, at every depth: the order in which BRON counts the voorkomens. */
export function inOrder<T extends object>(group: FieldGroup, document: T): T {
  const lists = group.groups.map((below) => [
    below.key,
    inPeriodOrder(below, voorkomensIn(asVoorkomen(document), below.key)).map((item) => inOrder(below, item)),
  ]);
  return { ...document, ...Object.fromEntries(lists) } as T;
}

/** Where a voorkomen that was sent in order stands on the card, level by level. */
export function shownPlaceOf(root: FieldGroup, document: object, sent: TreePlace): TreePlace {
  if (sent.voorkomen === undefined && sent.parent === undefined) return sent;
  const steps = stepsTo(root, sent) ?? [];
  const indexes: number[] = [];
  let item: Voorkomen | undefined = asVoorkomen(document);
  for (const { group, index } of steps) {
    const list = voorkomensIn(item, group.key);
    const meant = inPeriodOrder(group, list)[index];
    item = meant;
    indexes.push(meant ? list.indexOf(meant) : index);
  }
  const [voorkomen, parent] = [indexes.at(-1), indexes.at(-2)];
  return {
    ...sent,
    ...(sent.voorkomen === undefined || voorkomen === undefined ? {} : { voorkomen }),
    ...(sent.parent === undefined || parent === undefined ? {} : { parent }),
  };
}

/** The document without voorkomens in which nothing is filled. */
export function withoutEmpty<T extends object>(group: FieldGroup, document: T): T {
  const lists = group.groups.map((below) => [
    below.key,
    voorkomensIn(asVoorkomen(document), below.key).filter((item) => !sameDocument(below, item, {})),
  ]);
  return { ...document, ...Object.fromEntries(lists) } as T;
}
