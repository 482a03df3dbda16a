import { z } from 'zod';
import { operation } from './operation.ts';
import { instant, nothing, rowId, version } from './session.ts';

/** What can lie in the bin. */
export const binKind = z.enum(['leerling', 'inschrijving']);
export type BinKind = z.infer<typeof binKind>;

const item = z.strictObject({ kind: binKind, id: rowId });

export const binRow = item.extend({
  /** The pupil that it is, or that it belongs to. */
  leerlingId: rowId,
  naam: z.string(),
  geboortedatum: z.string().optional(),
  /** Of an inschrijving. */
  datumInschrijving: z.string().optional(),
  deletedAt: instant,
  /** Name of the user who put it there. */
  deletedBy: z.string().optional(),
});
export type BinRow = z.infer<typeof binRow>;

export const binOperations = {
  'bin.list': operation({
    summary: 'A page of what lies in the bin, the latest first.',
    access: 'register',
    input: z.strictObject({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ total: z.number(), rows: z.array(binRow) }),
  }),
  'bin.put': operation({
    summary: 'Puts a pupil or an inschrijving that BRON does not know in the bin; drafts of its meldingen lapse.',
    access: 'register',
    input: item.extend({ version }),
    output: nothing,
  }),
  'bin.restore': operation({
    summary: 'Takes a pupil or an inschrijving out of the bin, exactly as it was.',
    access: 'register',
    input: item,
    output: z.strictObject({ leerlingId: rowId }),
  }),
  'bin.destroy': operation({
    summary:
      'Destroys one item of the bin for good, with everything about it: here at once, then in the backups of both places. Its lines in the log of changes stay, without values.',
    access: 'manage',
    input: item.extend({ confirmed: z.literal(true) }),
    output: nothing,
  }),
} as const;
