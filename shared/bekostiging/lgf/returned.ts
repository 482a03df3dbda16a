/** Teruggeplaatste pupils, for whom a WEC school gets money for ambulante begeleiding during one year (BBWEC 39). */
import { addDays, addYears, schoolYear } from '../../domain/dates.ts';
import { assumedWhen, type AssumptionCode } from '../funding/assumptions.ts';

export interface ReturnedFacts {
  /** First and last day at the WEC school; `to` left out: still there. */
  from: string;
  to?: string;
  /** Whether there is a leerlinggebonden budget for the pupil on the teldatum. */
  hasBudget: boolean;
  /** Whether the WEC school is an instelling. */
  instelling: boolean;
}

/** Whether the pupil had left, and was at the WEC school in the school year before the teldatum. */
function wasThereBefore({ from, to }: ReturnedFacts, teldatum: string): boolean {
  if (to === undefined || to >= teldatum) return false;
  const before = schoolYear(addDays(schoolYear(teldatum).first, -1));
  return from <= before.last && to >= before.first;
}

/** Whether a pupil who is at another school on the teldatum counts as teruggeplaatst there; on one teldatum only. */
export function countsAsReturned(
  facts: ReturnedFacts,
  teldatum: string,
): { counts: boolean; assumptions: readonly AssumptionCode[] } {
  const eligible = !facts.hasBudget && !facts.instelling && wasThereBefore(facts, teldatum);
  const countedBefore = wasThereBefore(facts, addYears(teldatum, -1));
  return { counts: eligible && !countedBefore, assumptions: assumedWhen({ returnedOnce: eligible && countedBefore }) };
}
