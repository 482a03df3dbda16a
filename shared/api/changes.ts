import { z } from 'zod';
import { operation } from './operation.ts';
import { date, instant, nothing, rowId } from './session.ts';

/** Which lines of the log of changes: all of these hold. */
export const changeFilter = z.strictObject({
  /** First and last day, in Dutch time. */
  from: date.optional(),
  to: date.optional(),
  userId: z.string().max(64).optional(),
  leerlingId: rowId.optional(),
  /** The kind of record: a table, or one of the events in `changeKinds`. */
  kind: z.string().max(50).optional(),
  /** Words that stand in the field, the old or the new value. */
  search: z.string().max(100).optional(),
});
export type ChangeFilter = z.infer<typeof changeFilter>;

export const changeLine = z.strictObject({
  seq: rowId,
  at: instant,
  /** Who; absent: the program itself. */
  userName: z.string().optional(),
  kind: z.string(),
  recordId: z.int().optional(),
  /** The pupil or the user whom the record is about, as far as still known. */
  subject: z.string().optional(),
  leerlingId: rowId.optional(),
  field: z.string(),
  /** Absent: not filled. */
  old: z.string().optional(),
  new: z.string().optional(),
  /** The values were destroyed with the data of the pupil; the line itself stays. */
  destroyed: z.boolean(),
});
export type ChangeLine = z.infer<typeof changeLine>;

/** Where a page ends: the next one goes on from there, to earlier lines. */
export const changeCursor = z.strictObject({ at: instant, seq: z.int() });
export type ChangeCursor = z.infer<typeof changeCursor>;

/** How far looking through the log is. */
export const changesProgress = z.strictObject({ done: z.number(), total: z.number() });
export type ChangesProgress = z.infer<typeof changesProgress>;

export const chainVerdict = z.strictObject({
  intact: z.boolean(),
  /** Lines that were looked at and are right. */
  lines: z.number(),
  stopped: z.boolean(),
  /**
   * What is wrong: `line`: altered, removed or in another place; `value`: a value is not the one that was written; `head`:
   * lines at the end are missing, or the chain was written anew.
   */
  problem: z
    .strictObject({
      reason: z.enum(['line', 'value', 'head']),
      seq: z.number(),
      /** The moment of the last line that is right; absent: the very first one is wrong. */
      rightUntil: instant.optional(),
    })
    .optional(),
});
export type ChainVerdict = z.infer<typeof chainVerdict>;

export const changesOperations = {
  'changes.list': operation({
    summary:
      'A page of the log of changes, latest first. Looks through part of a long log at a time: an empty page can have a next.',
    access: 'manage',
    input: z.strictObject({
      filter: changeFilter.default({}),
      after: changeCursor.optional(),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ rows: z.array(changeLine), next: changeCursor.optional() }),
  }),
  'changes.facets': operation({
    summary: 'By whom and on which kinds of record there are lines, to choose from.',
    access: 'manage',
    input: nothing,
    output: z.strictObject({
      users: z.array(z.strictObject({ id: z.string(), naam: z.string() })),
      kinds: z.array(z.string()),
    }),
  }),
  'changes.verify': operation({
    summary: 'Verifies the whole chain of the log of changes, in slices.',
    access: 'manage',
    input: nothing,
    output: chainVerdict,
  }),
  'changes.export': operation({
    summary: 'Writes the chosen lines as CSV; that is itself a line in the log.',
    access: 'manage',
    input: z.strictObject({ filter: changeFilter.default({}), target: z.string().max(100) }),
    output: z.strictObject({ lines: z.number(), stopped: z.boolean() }),
  }),
  'changes.stop': operation({
    summary: 'Stops verifying or exporting.',
    access: 'manage',
    input: nothing,
    output: nothing,
  }),
  'changes.acceptHead': operation({
    summary:
      'Takes note of missing lines at the end of the log: the log goes on from what is there. That is itself a line in the log.',
    access: 'manage',
    input: nothing,
    output: nothing,
  }),
} as const;
