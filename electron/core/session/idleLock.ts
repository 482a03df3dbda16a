const CHECK_MS = 5_000;
/** The longest warning before locking; of a short time it is the second half. */
const WARNING_MS = 60_000;

export interface IdleLock {
  /** Says that a person is at work. */
  keepAwake(): void;
  stop(): void;
}

/**
 * Calls `lock` when nobody has been at work for `idleMinutes()`, and from a minute before that `warn` with the seconds that are
 * left, again at every check; with null when somebody is at work again. Measured by the machine's monotonic clock.
 */
export function createIdleLock(
  idleMinutes: () => number | undefined,
  lock: () => void,
  warn: (secondsLeft: number | null) => void,
): IdleLock {
  let last = performance.now();
  let warned = false;
  const awake = () => {
    last = performance.now();
    if (warned) warn(null);
    warned = false;
  };
  const timer = setInterval(() => {
    const minutes = idleMinutes();
    if (minutes === undefined) {
      awake();
      return;
    }
    const left = minutes * 60_000 - (performance.now() - last);
    if (left <= 0) {
      warned = false;
      lock();
    } else if (left <= Math.min(WARNING_MS, minutes * 30_000)) {
      warned = true;
      warn(Math.ceil(left / 1000));
    }
  }, CHECK_MS);
  timer.unref();
  return { keepAwake: awake, stop: () => clearInterval(timer) };
}
