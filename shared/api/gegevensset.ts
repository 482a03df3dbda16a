import { z } from 'zod';
import type { Gegevensgroep } from '../pve/gegevensset/types.ts';

/** More than any gegeven may hold on the wire, so that a too long value can still be kept and shown as wrong. */
const STORABLE_LENGTH = 300;

type ElementsShape<G extends Gegevensgroep> = { [E in G['elements'][number] as E['key']]: z.ZodOptional<z.ZodString> };

/** The zod shape of the gegevens of a group, derived from the gegevensset: optional texts, as wrong data must be storable. */
export function elementsSchema<G extends Gegevensgroep>(group: G): ElementsShape<G> {
  return Object.fromEntries(
    group.elements.map(({ key }) => [key, z.string().max(STORABLE_LENGTH).optional()]),
  ) as ElementsShape<G>;
}
