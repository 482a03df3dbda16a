import { z } from 'zod';
import { operation } from './operation.ts';
import { instant, nothing, rowId } from './session.ts';

const LONGEST_CONTENT = 2_000_000;

/** Forms that keep what is being typed. */
export const draftForm = z.enum(['leerling', 'note', 'enrolment']);
export type DraftForm = z.infer<typeof draftForm>;

const about = {
  form: draftForm,
  /** What the form is about, in its own words: a row id, or empty for something new. */
  subject: z.string().max(100),
};

/** Work of the caller that has not been saved. */
export const draft = z.strictObject({
  id: rowId,
  ...about,
  leerlingId: rowId.optional(),
  /** What it is about, for a person. */
  title: z.string(),
  savedAt: instant,
});
export type Draft = z.infer<typeof draft>;

export const draftsOperations = {
  'drafts.list': operation({
    summary: "The caller's own unsaved work, newest first.",
    access: 'register',
    input: z.strictObject({ form: draftForm.optional(), subject: about.subject.optional() }),
    output: z.strictObject({ drafts: z.array(draft) }),
  }),
  'drafts.read': operation({
    summary: "The content of one piece of the caller's unsaved work, as its form wrote it down.",
    access: 'register',
    input: z.strictObject({ id: rowId }),
    output: z.strictObject({ content: z.string() }),
  }),
  'drafts.save': operation({
    summary: 'Keeps unsaved work; with an id in the place of what was kept there.',
    access: 'register',
    input: z.strictObject({
      id: rowId.optional(),
      ...about,
      leerlingId: rowId.optional(),
      title: z.string().max(300),
      content: z.string().max(LONGEST_CONTENT),
    }),
    output: z.strictObject({ id: rowId }),
  }),
  'drafts.discard': operation({
    summary: 'Throws unsaved work away; nothing happens when it is gone already.',
    access: 'register',
    input: z.strictObject({ id: rowId }),
    output: nothing,
  }),
} as const;
