import { createClock, type AdjustableClock } from '../../shared/domain/clock.ts';
import type { Meta } from './register/meta.ts';

/** The clock of the mock: runs on through restarts, at the distance from the machine's clock that the register keeps. */
export interface MockClock extends AdjustableClock {
  /** Moves the clock forward. */
  advance(seconds: number): void;
}

/** Continues the clock of the register; a new register begins at `start`. */
export function createMockClock(meta: Meta, start: Date | undefined, machineNow: () => number): MockClock {
  const keep = (instant: Date) => {
    meta.set('clock-offset', String(instant.getTime() - machineNow()));
  };
  const offset = meta.get('clock-offset');
  if (offset === undefined) keep(start ?? new Date(machineNow()));
  const clock = createClock(new Date(machineNow() + Number(meta.get('clock-offset'))), machineNow);
  const set = (instant: Date) => {
    clock.set(instant);
    keep(instant);
  };
  return {
    now: () => clock.now(),
    set,
    advance: (seconds) => {
      set(new Date(clock.now().getTime() + seconds * 1000));
    },
  };
}
