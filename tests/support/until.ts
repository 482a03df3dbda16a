import { setTimeout as delay } from 'node:timers/promises';

const STEP_MS = 2;

/** Waits until something is so; the test's own time-out ends what never comes. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(STEP_MS);
}
