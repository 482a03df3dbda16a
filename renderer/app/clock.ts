import { useEffect, useState } from 'react';
import { createClock, dateInNetherlands } from '../../shared/domain/clock.ts';

/** The clock of the administration as the core told it, running on: the real time, or the Oefenklok. */
export const clock = createClock();

const listeners = new Set<() => void>();

/** Sets the clock to what the core says. */
export function followCoreClock(now: string): void {
  clock.set(new Date(now));
  for (const listener of listeners) listener();
}

/** The instant by that clock, drawn again every so many seconds and whenever the clock was moved. */
export function useNow(everySeconds = 15): Date {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const look = () => setNow(clock.now());
    listeners.add(look);
    look();
    const timer = setInterval(look, everySeconds * 1000);
    return () => {
      listeners.delete(look);
      clearInterval(timer);
    };
  }, [everySeconds]);
  return now;
}

/** Today's date in the Netherlands by that clock, `yyyy-mm-dd`. */
export const useToday = (): string => dateInNetherlands(useNow(60));
