import { z } from 'zod';
import { operation } from './operation.ts';
import { date, nothing, rowId, version } from './session.ts';

export const LONGEST_NOTE = 10_000;

/** A dated note about a pupil. */
export const note = z.strictObject({
  id: rowId,
  version,
  date,
  text: z.string(),
  /** Who wrote it; absent when that user is gone. */
  by: z.string().optional(),
});
export type Note = z.infer<typeof note>;

export const notesOperations = {
  'notes.list': operation({
    summary: 'The notes about a pupil, newest first.',
    access: 'read',
    input: z.strictObject({ leerlingId: rowId }),
    output: z.strictObject({ notes: z.array(note) }),
  }),
  'notes.save': operation({
    summary: 'Writes a note about a pupil (without id) or changes one.',
    access: 'register',
    input: z.strictObject({
      leerlingId: rowId,
      id: rowId.optional(),
      version: version.optional(),
      date,
      text: z.string().trim().min(1, 'een tekst').max(LONGEST_NOTE),
    }),
    output: z.strictObject({ id: rowId }),
  }),
  'notes.remove': operation({
    summary: 'Removes a note about a pupil; undo brings it back.',
    access: 'register',
    input: z.strictObject({ leerlingId: rowId, id: rowId, version }),
    output: nothing,
  }),
} as const;
