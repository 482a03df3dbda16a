import { floorDivide } from '../funding/whole.ts';
import rules from './rules.json' with { type: 'json' };

/** What one school adds to the base of regular growth. */
export interface SchoolBase {
  /** Counted on 1 October of the previous school year. */
  october: number;
  /** 103% of it, in hundredths. */
  raised: number;
  /** That, rounded down to whole pupils. */
  rounded: number;
}

/** 103% of the pupils of a school on 1 October, rounded down (BBWPO 29 lid 2; WPO 134 lid 4b). */
export function schoolBase(october: number): SchoolBase {
  const raised = rules.regular.percentage * october;
  return { october, raised, rounded: floorDivide(raised, 100) };
}
