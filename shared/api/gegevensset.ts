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
