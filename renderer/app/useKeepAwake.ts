import { useEffect } from 'react';
import { call } from './api.ts';

const AT_MOST_EVERY_MS = 30_000;

/** Tells the core that a person is at work: on real input only, at most every thirty seconds. */
export function useKeepAwake(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    let last = -AT_MOST_EVERY_MS;
    const heard = ({ timeStamp, isTrusted }: Event) => {
      if (!isTrusted || timeStamp - last < AT_MOST_EVERY_MS) return;
      last = timeStamp;
      // Whether the core is still there shows with the next real question.
      call('session.keepAwake', {}).catch(() => undefined);
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) addEventListener(kind, heard, { passive: true, capture: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, heard, { capture: true });
    };
  }, [open]);
}
