import { z } from 'zod';
import { LasError } from '../../../shared/api/errors.ts';
import type { Administration, HandlersOf } from '../context.ts';
import { readSchool } from '../school/settings.ts';
import type { AdjustableClock } from '../../../shared/domain/clock.ts';

const clockAnswer = z.object({ instant: z.iso.datetime() });
const TIMEOUT_MS = 5_000;

/** The clock of a mock BRON, by its control interface, which the clock of an oefenadministratie follows. */
export interface Oefenklok {
  /** Sets our clock to that of the mock. @throws LasError mock-unreachable */
  follow(): Promise<void>;
  /** Moves both forward. */
  advance(minutes: number): Promise<Date>;
}

/** @param controlUrl address of the mock's control interface, for example http://127.0.0.1:8600 */
export function createOefenklok(controlUrl: string, clock: AdjustableClock): Oefenklok {
  const url = new URL('/clock', controlUrl);
  const ask = async (init?: RequestInit) => {
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!response.ok) throw new LasError('mock-unreachable');
      clock.set(new Date(clockAnswer.parse(await response.json()).instant));
    } catch (error) {
      throw error instanceof LasError ? error : new LasError('mock-unreachable');
    }
  };
  return {
    follow: () => ask(),
    advance: async (minutes) => {
      await ask({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceSeconds: minutes * 60 }),
      });
      return clock.now();
    },
  };
}

/** The operation on the clock of an oefenadministratie. */
export function oefenklokHandlers(
  { db, emit }: Administration,
  oefenklok: Oefenklok | undefined,
): HandlersOf<'oefenklok'> {
  return {
    'oefenklok.advance': async ({ minutes }) => {
      if (!oefenklok || readSchool(db).kind !== 'oefen') throw new LasError('no-oefenklok');
      const now = await oefenklok.advance(minutes);
      emit('session.changed', {});
      emit('data.changed', { topics: ['exchange', 'leerlingen', 'certificate'] });
      return { now: now.toISOString() };
    },
  };
}
