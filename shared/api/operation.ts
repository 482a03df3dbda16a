import { z } from 'zod';
import { issueText } from './issueTexts.ts';
import type { Access } from './roles.ts';

// What is wrong with an input is told to the person who typed it.
z.config({ customError: issueText });

/** One operation of the contract: strict schemas of what goes in and comes out, and the access it asks for. */
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
