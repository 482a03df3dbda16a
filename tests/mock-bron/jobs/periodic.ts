import { today, type Clock } from '../../../shared/domain/clock.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import type { Meta } from '../register/meta.ts';

const NEXT = 'periodic-next';

/** What BRON does every so many days of the clock, once for all the days that went by; 0: never. Gives what looks whether it is time. */
export function createPeriodic(
  days: number,
  work: () => void,
  { meta, clock }: { meta: Meta; clock: Clock },
): () => void {
  return () => {
    if (days === 0) return;
    const date = today(clock);
    const next = meta.get(NEXT);
    const isTime = next !== undefined && date >= next;
    // A clock that was set back does not wait for the day of before.
    if (isTime || next === undefined || next > addDays(date, days)) meta.set(NEXT, addDays(date, days));
    if (isTime) work();
  };
}
