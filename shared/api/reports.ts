import { z } from 'zod';
import { fundingParts } from '../bekostiging/year/parts.ts';
import { operation } from './operation.ts';
import { schooljaar } from './schoolYears.ts';
import { date } from './session.ts';

const key = z.string().max(30);
const vestiging = z.strictObject({ volgnummer: z.string(), naam: z.string() });

const listed = z.strictObject({
  key,
  title: z.string(),
  /** The form of before BRON that asked for these numbers. */
  replaces: z.string().optional(),
  shape: z.enum(['day', 'year']),
  /** Its dates in the school year. */
  dates: z.array(date),
});

const head = {
  title: z.string(),
  replaces: z.string().optional(),
  note: z.string().optional(),
  signed: z.boolean(),
  /** Rules of `funding.year` whose outcome stands below the numbers. */
  funding: z.array(z.enum(fundingParts)),
  vestigingen: z.array(vestiging),
  bronKnown: z.boolean(),
  /** What is assumed, in sentences. */
  assumptions: z.array(z.string()),
};

/** The numbers of the vestigingen, in their order, and of all of them together. */
const numbers = {
  own: z.array(z.int()),
  total: z.int(),
  bron: z.int(),
  gtb: z.int().optional(),
};

const reportRow = z.strictObject({
  code: z.string(),
  group: z.string(),
  label: z.string(),
  unit: z.enum(['leerlingen', 'honderdsten', 'punten']),
  ...numbers,
});

/** The control lists that stand in the place of the forms of before BRON, and the maandopgave (Stappenplan, "De belangrijkste veranderingen"). */
export const reportsOperations = {
  'reports.list': operation({
    summary: 'The sheets with own numbers that this school can print, with their dates in a school year.',
    access: 'read',
    input: z.strictObject({ schooljaar: schooljaar.optional() }),
    output: z.strictObject({ schooljaar: z.string(), today: date, reports: z.array(listed) }),
  }),
  'reports.day': operation({
    summary: 'A sheet with the numbers of one date: per vestiging, together, and as BRON has them.',
    access: 'read',
    input: z.strictObject({ report: key, peildatum: date }),
    output: z.strictObject({
      ...head,
      peildatum: date,
      /** The last day on which it can be handed in; of the maandopgave only. */
      handInBy: date.optional(),
      rows: z.array(reportRow),
      notCounted: z.int(),
      attention: z.int(),
    }),
  }),
  'reports.year': operation({
    summary: 'A sheet with how many pupils count on each date of a school year that is past.',
    access: 'read',
    input: z.strictObject({ report: key, schooljaar }),
    output: z.strictObject({
      ...head,
      schooljaar: z.string(),
      dates: z.array(z.strictObject({ peildatum: date, ...numbers })),
    }),
  }),
} as const;
