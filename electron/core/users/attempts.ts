import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LasError } from '../../../shared/api/errors.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { writeFileAtomic } from '../database/atomicFile.ts';
import { translating } from '../database/errors.ts';

const freeAttempts = 3;
const firstWaitSeconds = 5;
const longestWaitSeconds = 15 * 60;

const attemptsSchema = z.strictObject({ version: z.literal(1), failures: z.int().min(0), last: z.iso.datetime() });
type Failures = z.infer<typeof attemptsSchema>;

/** The seconds to wait after this many wrong passwords in a row. */
export const waitAfter = (failures: number): number =>
  failures < freeAttempts ? 0 : Math.min(firstWaitSeconds * 2 ** (failures - freeAttempts), longestWaitSeconds);

/** Slows down the guessing of passwords at this computer, also over a restart. The recovery code needs no such brake: it has 130 bits. */
export interface Attempts {
  /** Wrong passwords since the last right one. */
  failures(): number;
  /** Seconds until the next attempt is allowed; 0 when it is allowed now. */
  secondsToWait(): number;
  /**
   * Makes one attempt. It counts as wrong from before it starts (a killed program gains nothing) until it succeeds; an error
   * other than `wrong-password` and `wrong-login` does not count. Error: `wait-before-retry`.
   */
  guard<T>(attempt: () => Promise<T>): Promise<T>;
}

/** Keeps count in `file`; a missing or unreadable file is no failures. */
export function createAttempts({ file, clock }: { file: string; clock: Clock }): Attempts {
  const read = (): Failures | undefined => {
    try {
      return attemptsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return undefined;
    }
  };
  const write = (failures: number, last: string) =>
    translating(() => writeFileAtomic(file, JSON.stringify({ version: 1, failures, last } satisfies Failures)));

  const secondsToWait = (): number => {
    const stored = read();
    if (!stored) return 0;
    const now = clock.now();
    const elapsed = (now.getTime() - Date.parse(stored.last)) / 1000;
    // A clock that was set back would make the wait endless; it starts again from the present instead.
    if (elapsed < 0) write(stored.failures, now.toISOString());
    return Math.max(0, Math.ceil(waitAfter(stored.failures) - Math.max(0, elapsed)));
  };

  return {
    failures: () => read()?.failures ?? 0,
    secondsToWait,
    async guard(attempt) {
      const seconds = secondsToWait();
      if (seconds > 0) throw new LasError('wait-before-retry', { seconds });
      const before = read();
      write((before?.failures ?? 0) + 1, clock.now().toISOString());
      try {
        const result = await attempt();
        write(0, clock.now().toISOString());
        return result;
      } catch (error) {
        const wrong = error instanceof LasError && /^wrong-(password|login)$/.test(error.failure.code);
        if (!wrong) write(before?.failures ?? 0, before?.last ?? clock.now().toISOString());
        throw error;
      }
    },
  };
}
