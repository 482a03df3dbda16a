import { z } from 'zod';
import type { FieldElement, FieldGroup } from '../pve/gegevensset/types.ts';

/** More than any gegeven may hold on the wire, so that a too long value can still be kept and shown as wrong. */
const STORABLE_LENGTH = 300;

/** How many characters of a gegeven can be kept. */
export const storableLength = ({ length }: Pick<FieldElement, 'length'>): number => Math.max(length, STORABLE_LENGTH);

type ElementsShape<G extends FieldGroup> = { [E in G['elements'][number] as E['key']]: z.ZodOptional<z.ZodString> };

/** The zod shape of the gegevens of a group, derived from the gegevensset: optional texts, as wrong data must be storable. */
export function elementsSchema<G extends FieldGroup>(group: G): ElementsShape<G> {
  return Object.fromEntries(
    group.elements.map((element) => [element.key, z.string().max(storableLength(element)).optional()]),
  ) as ElementsShape<G>;
}

/** More than any group has; the PvE sets no bound. */
const MOST_VOORKOMENS = 100;

/** The zod schema of a voorkomen of a group, with the lists of the groups below it. */
type GroupSchema<G extends FieldGroup> = z.ZodObject<GroupShape<G>, z.core.$strict>;
type ListSchema<G extends FieldGroup> = z.ZodArray<GroupSchema<G>>;

type GroupShape<G extends FieldGroup> = ElementsShape<G> & {
  [S in G['groups'][number] as S['key']]: z.ZodDefault<ListSchema<S>>;
};

type ChangesShape<G extends FieldGroup> = ElementsShape<G> & {
  [S in G['groups'][number] as S['key']]: z.ZodOptional<ListSchema<S>>;
};

const listsBelow = ({ groups }: FieldGroup): [string, ListSchema<FieldGroup>][] =>
  groups.map((below) => [below.key, z.array(z.strictObject(groupShape(below))).max(MOST_VOORKOMENS)]);

/** The zod shape of a group, derived from the gegevensset: its gegevens, and a list for each group below it, empty when it is left out. */
export function groupShape<G extends FieldGroup>(group: G): GroupShape<G> {
  const lists = listsBelow(group).map(([key, list]) => [key, list.default([])]);
  return { ...elementsSchema(group), ...Object.fromEntries(lists) } as GroupShape<G>;
}

/** The same of changes to a group: what is left out stays as it is. */
export function changesShape<G extends FieldGroup>(group: G): ChangesShape<G> {
  const lists = listsBelow(group).map(([key, list]) => [key, list.optional()]);
  return { ...elementsSchema(group), ...Object.fromEntries(lists) } as ChangesShape<G>;
}
