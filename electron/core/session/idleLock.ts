const CHECK_MS = 5_000;

export interface IdleLock {
  /** Says that a person is at work. */
  keepAwake(): void;
  stop(): void;
}

/** Calls `lock` when nobody has been at work for `idleMinutes()`. Measured by the machine's monotonic clock. */
export function createIdleLock(idleMinutes: () => number | undefined, lock: () => void): IdleLock {
  let last = performance.now();
  const timer = setInterval(() => {
    const minutes = idleMinutes();
    if (minutes === undefined) last = performance.now();
    else if (performance.now() - last > minutes * 60_000) lock();
  }, CHECK_MS);
  timer.unref();
  return {
    keepAwake: () => {
      last = performance.now();
    },
    stop: () => clearInterval(timer),
  };
}
