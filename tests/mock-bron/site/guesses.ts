import type { Clock } from '../../../shared/domain/clock.ts';

const LIMIT = 5;
const WINDOW = 15 * 60_000;

/** Bounds how often a wrong combination may be tried. */
export interface Guesses {
  /** Seconds to wait before the next try; 0 when it may be tried now. */
  wait(key: string): number;
  /** How many wrong tries are left. */
  left(key: string): number;
  failed(key: string): void;
  forget(key: string): void;
}

/** Five wrong tries per key within fifteen minutes of `clock`. */
export function createGuesses(clock: Clock): Guesses {
  const failures = new Map<string, number[]>();
  const recent = (key: string) => {
    const since = clock.now().getTime() - WINDOW;
    const kept = (failures.get(key) ?? []).filter((moment) => moment > since && moment <= clock.now().getTime());
    if (kept.length > 0) failures.set(key, kept);
    else failures.delete(key);
    return kept;
  };
  return {
    wait: (key) => {
      const moments = recent(key);
      const [oldest] = moments;
      if (oldest === undefined || moments.length < LIMIT) return 0;
      return Math.ceil((oldest + WINDOW - clock.now().getTime()) / 1000);
    },
    left: (key) => LIMIT - recent(key).length,
    failed: (key) => {
      failures.set(key, [...recent(key), clock.now().getTime()]);
    },
    forget: (key) => {
      failures.delete(key);
    },
  };
}
