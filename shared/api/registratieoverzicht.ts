import { z } from 'zod';
import { overzichtGroups } from '../domain/registratieoverzicht/compare.ts';
import { allKinds } from '../pve/berichten/kinds.ts';
import { bronState } from './leerlingen.ts';
import { operation } from './operation.ts';
import { date, instant, rowId } from './session.ts';

export const overzichtGroup = z.enum(overzichtGroups);

/** A gegeven that is not the same here and in BRON, as a person reads it. */
const difference = z.strictObject({
  part: z.enum(['persoon', 'inschrijving']),
  /** What is taken over in one go; several gegevens of a voorkomen that one side lacks share it. */
  path: z.string(),
  /** Names of the gegevensgroepen it stands in, the outermost first; empty: a vast gegeven. */
  groups: z.array(z.string()),
  /** The date, or the number, of the voorkomen it stands in. */
  occurrence: z.string().optional(),
  name: z.string(),
  format: z.enum(['alfanum', 'num', 'datum', 'partialDate', 'boolean']),
  waardelijst: z.string().optional(),
  here: z.string().optional(),
  bron: z.string().optional(),
});
export type OverzichtDifference = z.infer<typeof difference>;

const period = z.strictObject({ datumInschrijving: z.string().optional(), datumUitschrijving: z.string().optional() });

export const overzichtRow = z.strictObject({
  /** Its own among all rows, as long as both sides have the same inschrijvingen. */
  key: z.string(),
  group: overzichtGroup,
  naam: z.string(),
  geboortedatum: z.string().optional(),
  kind: z.enum(allKinds),
  leerlingId: rowId.optional(),
  inschrijvingId: rowId.optional(),
  bronState: bronState.optional(),
  /** The inschrijving on each side that has it. */
  here: period.optional(),
  bron: period.optional(),
  /** Gegeven by gegeven; of an inschrijving that one side lacks, all that the other has. Numbers of persons are shown in part. */
  differences: z.array(difference),
});
export type OverzichtRow = z.infer<typeof overzichtRow>;

const counted = z.strictObject(
  Object.fromEntries(overzichtGroups.map((group) => [group, z.number()])) as Record<
    (typeof overzichtGroups)[number],
    z.ZodNumber
  >,
);

export const registratieoverzichtOperations = {
  'registratieoverzicht.compared': operation({
    summary:
      'A page of what is not the same here and in BRON, by the newest registratieoverzicht of all pupils, with counts per group.',
    access: 'register',
    input: z.strictObject({
      group: overzichtGroup.optional(),
      leerlingId: rowId.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      /** The overview that it rests on; absent when none came in yet. */
      overview: z.strictObject({ peildatum: date, receivedAt: instant }).optional(),
      counts: counted,
      total: z.number(),
      rows: z.array(overzichtRow),
    }),
  }),
} as const;
