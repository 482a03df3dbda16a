import { z } from 'zod';
import { operation } from './operation.ts';
import { date, instant, nothing, rowId } from './session.ts';

/** The last change of a pupil, as long as nothing else was changed since. */
export const lastChange = z.strictObject({
  /** Names the change, so that no other one is undone in its place. */
  change: z.int().positive(),
  at: instant,
  /** The user who made it; absent when that user is gone. */
  by: z.string().optional(),
});
export type LastChange = z.infer<typeof lastChange>;

const undoneField = z.strictObject({
  /** `leerling`, `inschrijving`, or the table of what else is registered. */
  entity: z.string(),
  entityId: rowId,
  /** Key of the gegeven, or of a group as a whole; then the values are lists in JSON. */
  field: z.string(),
  /** What is there now and what will be there again; absent when not filled. */
  now: z.string().optional(),
  back: z.string().optional(),
});
export type UndoneField = z.infer<typeof undoneField>;

export const undoPreview = lastChange.extend({
  fields: z.array(undoneField),
  /** The pupil itself was made by this change and will be gone. */
  removesLeerling: z.boolean(),
  /** Names of verzorgers whom this change changed and someone else since: they stay as they are. */
  verzorgersKept: z.array(z.string()),
  /** Inschrijvingen whose change is with BRON (or on its way) already, so that going back gives another melding. */
  meldingen: z.array(
    z.strictObject({ inschrijvingId: rowId, datumInschrijving: z.string().optional(), deliverBy: date }),
  ),
});
export type UndoPreview = z.infer<typeof undoPreview>;

export const undoOperations = {
  'undo.preview': operation({
    summary:
      'What undoing the last change of a pupil would put back, field by field, and which meldingen would follow.',
    access: 'register',
    input: z.strictObject({ leerlingId: rowId }),
    output: undoPreview,
  }),
  'undo.perform': operation({
    summary: 'Undoes the last change of a pupil, as a new change.',
    access: 'register',
    input: z.strictObject({
      leerlingId: rowId,
      change: z.int().positive(),
      /** The meldingen that will follow were shown and are wanted. */
      confirmed: z.boolean().default(false),
    }),
    output: nothing,
  }),
} as const;
