import data from './assumptions.json' with { type: 'json' };

/** Names of what the funding rules assume where the law is silent, doubtful or was not found. */
export type AssumptionCode = keyof typeof data;

export interface Assumption {
  code: AssumptionCode;
  /** The Dutch sentence for the screen. */
  sentence: string;
  /** What the law does say, and where. */
  source: string;
}

/** The assumption with a code. */
export const assumption = (code: AssumptionCode): Assumption => ({ code, ...data[code] });

/** Those of the codes whose condition holds, in the order given. */
export const assumedWhen = (conditions: Partial<Record<AssumptionCode, boolean>>): AssumptionCode[] =>
  (Object.keys(conditions) as AssumptionCode[]).filter((code) => conditions[code]);
