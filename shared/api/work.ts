import { z } from 'zod';
import { signaal } from './leerlingen.ts';
import { operation } from './operation.ts';
import { nothing, rowId } from './session.ts';

const ernst = z.enum(['A', 'S']);

/** Where a row of the work list comes from: reported by BRON, held back by the voorcontrole, or refused by BRON. */
export const workKind = z.enum(['signaal', 'voorcontrole', 'geweigerd']);
export type WorkKind = z.infer<typeof workKind>;

/**
 * Which rows: `open`; `all`, with what was ticked off; `unregistered`: afkeuringen that were ticked off although BRON still does not
 * have the gegevens.
 */
export const workShow = z.enum(['open', 'all', 'unregistered']);
export type WorkShow = z.infer<typeof workShow>;

/** How the rows are divided: by what is the matter, by the groep of the pupil, or not. */
export const workGrouping = z.enum(['signaal', 'groep', 'none']);
export type WorkGrouping = z.infer<typeof workGrouping>;

/** The order of the rows inside their part: by surname, by groep, or the newest first. */
export const workOrder = z.enum(['naam', 'groep', 'received']);
export type WorkOrder = z.infer<typeof workOrder>;

const filter = {
  show: workShow.default('open'),
  ernst: ernst.optional(),
  code: z.string().max(4).optional(),
  kind: workKind.optional(),
  /** Key of a groep in the answer; empty: pupils without one. */
  groep: z.string().max(100).optional(),
};

const note = z.string().trim().min(1, 'een notitie').max(500);

/** A groep of pupils: its naam today, and the vestiging, as two of them may have one of the same naam. */
const groepOf = { key: z.string(), groep: z.string().optional(), vestiging: z.string().optional() };

export const workRow = signaal.omit({ id: true }).extend({
  /** Its own among all rows, whatever their kind. */
  key: z.string(),
  /** Key of the part it stands in; empty when the rows are not divided. */
  part: z.string(),
  kind: workKind,
  /** Of what BRON reported: what can be ticked off and taken over. */
  signaalId: rowId.optional(),
  /** The melding that is held back or was refused. */
  berichtId: rowId.optional(),
  leerlingNaam: z.string(),
  groep: z.string().optional(),
});
export type WorkRow = z.infer<typeof workRow>;

export const workCode = z.strictObject({
  key: z.string(),
  code: z.string(),
  ernst,
  title: z.string(),
  meaning: z.string(),
  remedy: z.string(),
  count: z.number(),
  /** How many of them can be ticked off: open, and reported by BRON. */
  tickable: z.number(),
});
export type WorkCode = z.infer<typeof workCode>;

export const workGroep = z.strictObject({ ...groepOf, count: z.number() });
export type WorkGroep = z.infer<typeof workGroep>;

/** What a teacher is asked about one pupil. No number, no secret address, and no words of BRON, which could hold either. */
export const printedRow = z.strictObject({
  key: z.string(),
  leerlingNaam: z.string(),
  title: z.string(),
  meaning: z.string(),
  gegevensgroep: z.string().optional(),
  element: z.string().optional(),
  parent: z.number().optional(),
  voorkomen: z.number().optional(),
  lasValue: z.string().optional(),
  bronValue: z.string().optional(),
  /** The values are kept from the paper. */
  withheld: z.enum(['number', 'adres']).optional(),
});
export type PrintedRow = z.infer<typeof printedRow>;

export const workOperations = {
  'terugkoppelingen.work': operation({
    summary:
      'A page of the work list "nog niet correct": signalen, and meldingen that are held back or refused, with the pupil and the field; how many there are of each code and in each groep.',
    access: 'read',
    input: z.strictObject({
      ...filter,
      grouping: workGrouping.default('none'),
      order: workOrder.default('naam'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      total: z.number(),
      rows: z.array(workRow),
      /** What is the matter and how often, with every filter but that on the code; in the order of the parts. */
      codes: z.array(workCode),
      /** The groepen of the pupils, with every filter but that on the groep; in the order of the parts. */
      groepen: z.array(workGroep),
      /** Without any filter: what is open, and the afkeuringen that were ticked off while BRON does not have the gegevens. */
      open: z.number(),
      unregistered: z.number(),
    }),
  }),
  'terugkoppelingen.printout': operation({
    summary:
      'What is not yet right per groep, as questions for its teacher: without numbers and without secret addresses.',
    access: 'read',
    input: z.strictObject(filter),
    output: z.strictObject({
      groepen: z.array(z.strictObject({ ...groepOf, rows: z.array(printedRow) })),
    }),
  }),
  'terugkoppelingen.tickOff': operation({
    summary: 'Ticks a signaal off: nothing needs to change, and why. It stays so until BRON says something new.',
    access: 'register',
    input: z.strictObject({ signaalId: rowId, note }),
    output: nothing,
  }),
  'terugkoppelingen.tickOffAll': operation({
    summary: 'Ticks off every open signaal of one code with one note; none when there are more or fewer than was seen.',
    access: 'register',
    input: z.strictObject({
      ernst,
      code: z.string().max(4),
      groep: filter.groep,
      /** How many there were on the screen. */
      expected: z.int().min(1),
      note,
    }),
    output: z.strictObject({ count: z.number() }),
  }),
  'terugkoppelingen.reopen': operation({
    summary: 'Takes a decision back: the signaal is open again, and so it comes in when BRON repeats it.',
    access: 'register',
    input: z.strictObject({ signaalId: rowId }),
    output: nothing,
  }),
  'terugkoppelingen.takeOver': operation({
    summary: 'Takes the value that BRON has over into the administration, for the field of this signaal.',
    access: 'register',
    input: z.strictObject({ signaalId: rowId }),
    output: nothing,
  }),
} as const;
