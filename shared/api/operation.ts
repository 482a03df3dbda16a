import { z } from 'zod';
import { issueText } from './issueTexts.ts';

// What is wrong with an input is told to the person who typed it.
z.config({ customError: issueText });

/** Who may call an operation. `locked`: also while the administration is closed or locked. The others need an unlocked session. */
export type Access = 'locked' | 'lezer' | 'administratie' | 'beheerder';

/** One operation of the contract: strict schemas of what goes in and comes out, and the role it needs. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** What it does, in one English sentence; shown by `las operations`. */
  summary: string;
  access: Access;
  input: I;
  output: O;
}

/** Declares an operation with its types kept. */
export const operation = <I extends z.ZodType, O extends z.ZodType>(definition: Operation<I, O>): Operation<I, O> =>
  definition;
