import { z } from 'zod';
import { listNames } from '../domain/export/columns.ts';
import { operation } from './operation.ts';
import { nothing } from './session.ts';

const fileToken = z.string().max(100);

export const exportList = z.enum(listNames);

/** A group of pupils: its name is unique within the vestiging (PvE 4.1.3). */
const groepChoice = z.strictObject({ groep: z.string().max(300), vestigingsvolgnummer: z.string().max(300) });
export type GroepChoice = z.infer<typeof groepChoice>;

/** Which pupils: of today, those who left, or all; and of one group only. */
export const selection = z.strictObject({
  show: z.enum(['actueel', 'uitgeschreven', 'alle']).default('actueel'),
  /** Absent: all groups. */
  groep: groepChoice.optional(),
});

/** What a person has to ask for expressly. */
const permissions = {
  /** Burgerservicenummer and onderwijsnummer are in the file. */
  withNumbers: z.boolean().default(false),
  /** Addresses that are secret are in the file. */
  withSecretAddresses: z.boolean().default(false),
};

export const columnSet = z.strictObject({
  list: exportList,
  name: z.string().trim().min(1, 'een naam').max(60),
  columns: z.array(z.string().max(100)).min(1, 'ten minste één kolom').max(200),
});
export type ColumnSet = z.infer<typeof columnSet>;

export const exportOutcome = z.strictObject({
  /** Rows or pupils, read back from the written file. */
  count: z.number(),
  bytes: z.number(),
  /** Pupils whose secret address was left out. */
  secretAddressesLeftOut: z.number(),
});
export type ExportOutcome = z.infer<typeof exportOutcome>;

/** How many rows are through of the export, or of the JSON import, that runs now. `total` is absent when nobody knows it yet. */
export const exportProgress = z.strictObject({ done: z.number(), total: z.number().optional() });

export const exportOperations = {
  'export.options': operation({
    summary: 'What can be chosen for an export: the groups of today and the column sets of the user at work.',
    access: 'transfer',
    input: nothing,
    output: z.strictObject({ groepen: z.array(groepChoice), columnSets: z.array(columnSet) }),
  }),
  'export.saveColumnSet': operation({
    summary: 'Keeps a column set for the user at work, in place of one of the same name.',
    access: 'transfer',
    input: columnSet,
    output: nothing,
  }),
  'export.removeColumnSet': operation({
    summary: 'Removes a column set of the user at work.',
    access: 'transfer',
    input: columnSet.pick({ list: true, name: true }),
    output: nothing,
  }),
  'export.list': operation({
    summary: 'Writes a list as CSV or XLSX to a target; it is read back and counted before it gets its name.',
    access: 'transfer',
    input: z.strictObject({
      target: fileToken,
      list: exportList,
      format: z.enum(['csv', 'xlsx']),
      columns: columnSet.shape.columns,
      ...selection.shape,
      ...permissions,
      /** How a date looks: `1-9-2002` as `01-09-2002`, or `2002-09-01`. */
      dates: z.enum(['dd-mm-yyyy', 'yyyy-mm-dd']).default('dd-mm-yyyy'),
    }),
    output: exportOutcome,
  }),
  'export.edexml': operation({
    summary: 'Writes EDEXML 2.1 to a target; it is read back, counted and validated before it gets its name.',
    access: 'transfer',
    input: z.strictObject({ target: fileToken, ...selection.shape, ...permissions }),
    output: exportOutcome.extend({
      /** Pupils without achternaam and roepnaam, which EDEXML does not know. */
      withoutName: z.number(),
    }),
  }),
  'export.stop': operation({
    summary: 'Stops the export that runs; nothing of it is left on the disk.',
    access: 'transfer',
    input: nothing,
    output: nothing,
  }),
} as const;
