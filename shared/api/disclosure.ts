import { z } from 'zod';
import { operation } from './operation.ts';
import { instant, rowId } from './session.ts';

const line = z.strictObject({
  /** The name of the gegeven as it is stored, camelCase; of what lies within a message, the way to it. */
  key: z.string(),
  value: z.string(),
});

const part = z.strictObject({
  /** The kind of record, a table. */
  kind: z.string(),
  records: z.array(z.array(line)),
});

export const disclosure = z.strictObject({
  naam: z.string(),
  madeAt: instant,
  parts: z.array(part),
  /** What was changed, shown and by whom, latest first. */
  history: z.array(
    z.strictObject({
      at: instant,
      by: z.string().optional(),
      kind: z.string(),
      key: z.string(),
      old: z.string().optional(),
      new: z.string().optional(),
    }),
  ),
});
export type Disclosure = z.infer<typeof disclosure>;

export const disclosureOperations = {
  'disclosure.get': operation({
    summary:
      'Everything that is kept of one pupil, numbers and secret address included, with who changed or saw it: for a request of a parent to see it. Noted in the log.',
    access: 'manage',
    input: z.strictObject({ leerlingId: rowId }),
    output: disclosure,
  }),
} as const;
