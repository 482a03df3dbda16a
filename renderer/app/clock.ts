import { useEffect, useState } from 'react';
import { createClock, dateInNetherlands } from '../../shared/domain/clock.ts';

/** The clock of the administration as the core told it, running on: the real time, or the Oefenklok. */
export const clock = createClock();

/** Sets the clock to what the core says. */
export const followCoreClock = (now: string): void => {
  clock.set(new Date(now));
};

/** The instant by that clock, drawn again every so many seconds. */
export function useNow(everySeconds = 15): Date {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds]);
  return now;
}

/** Today's date in the Netherlands by that clock, `yyyy-mm-dd`. */
export const useToday = (): string => dateInNetherlands(useNow(60));
