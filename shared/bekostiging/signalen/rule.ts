import type { Situation } from '../situation.ts';

/** When a signaal is given; what it means stands in the catalogue. */
export interface Rule {
  code: string;
  holds: (pupil: Situation) => boolean;
}

/** The codes of the rules that hold, in their order. */
export const codesOf = (rules: readonly Rule[], pupil: Situation): string[] =>
  rules.filter(({ holds }) => holds(pupil)).map(({ code }) => code);
