import { z } from 'zod';
import { overzichtGroups } from '../domain/registratieoverzicht/compare.ts';
import { allKinds } from '../pve/berichten/kinds.ts';
import { lasFailure } from './errors.ts';
import { bronState } from './leerlingen.ts';
import { operation } from './operation.ts';
import { date, instant, nothing, rowId } from './session.ts';

export const overzichtGroup = z.enum(overzichtGroups);

/** A gegeven that is not the same here and in BRON, as a person reads it. */
export const overzichtDifference = z.strictObject({
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
export type OverzichtDifference = z.infer<typeof overzichtDifference>;

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
  /** A person let the difference stand, and why. */
  left: z.strictObject({ reason: z.string(), by: z.string().optional(), at: instant }).optional(),
  /** Gegeven by gegeven; of an inschrijving that one side lacks, all that the other has. Numbers of persons are shown in part. */
  differences: z.array(overzichtDifference),
});
export type OverzichtRow = z.infer<typeof overzichtRow>;

const counted = z.strictObject(
  Object.fromEntries(overzichtGroups.map((group) => [group, z.number()])) as Record<
    (typeof overzichtGroups)[number],
    z.ZodNumber
  >,
);

const key = z.string().regex(/^[bi]\d+$/, 'een regel van het overzicht');
const reason = z.string().trim().min(1, 'een reden').max(500);
/** How many rows one call takes over: the page goes on from there, and can stop. */
export const TAKEN_AT_ONCE = 50;

export const registratieoverzichtOperations = {
  'registratieoverzicht.compared': operation({
    summary:
      'A page of what is not the same here and in BRON, by the newest registratieoverzicht of all pupils, with counts per group.',
    access: 'register',
    input: z.strictObject({
      group: overzichtGroup.optional(),
      leerlingId: rowId.optional(),
      /** What is open, or what a person let stand. */
      show: z.enum(['open', 'left']).default('open'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      /** The overview of all pupils that it rests on, and when one of some pupils came in since; absent when none came in yet. */
      overview: z.strictObject({ peildatum: date, receivedAt: instant, refreshedAt: instant.optional() }).optional(),
      /** Of what is shown. */
      counts: counted,
      open: z.number(),
      left: z.number(),
      total: z.number(),
      rows: z.array(overzichtRow),
    }),
  }),
  'registratieoverzicht.keys': operation({
    summary: 'The keys of all rows of a group that are open, to take them over together.',
    access: 'register',
    input: z.strictObject({ group: overzichtGroup }),
    output: z.strictObject({ keys: z.array(z.string()) }),
  }),
  'registratieoverzicht.takeOver': operation({
    summary:
      'Takes over what BRON has: makes the pupil and the inschrijving that are missing here, or gives gegevens the value of BRON. Each row is one change; one that gave values can be undone, one that made what BRON has cannot.',
    access: 'register',
    input: z.strictObject({
      keys: z.array(key).min(1).max(TAKEN_AT_ONCE),
      /** Only these differences; left out: all of them. */
      only: z.array(overzichtDifference.pick({ part: true, path: true })).optional(),
    }),
    output: z.strictObject({
      taken: z.number(),
      /** Rows that stayed as they were, and why. */
      failures: z.array(z.strictObject({ key: z.string(), naam: z.string(), failure: lasFailure })),
    }),
  }),
  'registratieoverzicht.deliverAgain': operation({
    summary: 'Has what is here of an inschrijving go to BRON at the next Versturen.',
    access: 'register',
    input: z.strictObject({ key }),
    output: nothing,
  }),
  'registratieoverzicht.letStand': operation({
    summary:
      'Lets a difference stand with a reason; without a reason, it is open again. It is open again too once it changes.',
    access: 'register',
    input: z.strictObject({ key, reason: reason.optional() }),
    output: nothing,
  }),
} as const;
