import { useEffect, useState } from 'react';

/** Counts the seconds down from `seconds`, starting again whenever `since` changes. */
export function useCountdown(seconds: number, since: unknown): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const start = performance.now();
    const look = () => setLeft(Math.max(0, Math.ceil(seconds - (performance.now() - start) / 1000)));
    look();
    if (seconds === 0) return;
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [seconds, since]);
  return left;
}
