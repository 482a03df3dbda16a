import { z } from 'zod';
import { fundingOutcomes, fundingParts } from '../bekostiging/year/parts.ts';
import { operation } from './operation.ts';
import { schooljaar } from './schoolYears.ts';
import { date } from './session.ts';

const line = z.strictObject({
  date,
  count: z.int(),
  outcome: z.enum(fundingOutcomes),
  result: z.int().optional(),
  /** The sum in Dutch. */
  explanation: z.string(),
});

const part = z.strictObject({
  key: z.enum(fundingParts),
  title: z.string(),
  rule: z.string(),
  /** Article of the law. */
  source: z.string(),
  next: z.strictObject({ date, needed: z.int() }).optional(),
  lines: z.array(line),
  /** What is assumed, in sentences. */
  assumptions: z.array(z.string()),
});
export type FundingRule = z.infer<typeof part>;

export const fundingOperations = {
  'funding.year': operation({
    summary:
      'What growth and special funding come to in a school year, by the own administration: per rule and date the sum, what the next date asks, and what is assumed.',
    access: 'read',
    input: z.strictObject({ schooljaar: schooljaar.optional() }),
    output: z.strictObject({ schooljaar: z.string(), today: date, parts: z.array(part) }),
  }),
} as const;
