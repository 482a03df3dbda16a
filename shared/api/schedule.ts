import { z } from 'zod';
import { intervals } from '../domain/schedule.ts';
import { causes, isCause } from './causes.ts';
import { lasFailure } from './errors.ts';
import { operation } from './operation.ts';
import { instant, nothing } from './session.ts';

/** Besides causes: settings that are not there or must not be used. */
const wrongSettings: ReadonlySet<string> = new Set(['endpoint-missing', 'production-refused', 'loopback-refused']);

/** Whether trying again is of no use until a person has done something. */
export const needsPerson = (code: string): boolean =>
  isCause(code) ? causes[code].unattended === 'stop' : wrongSettings.has(code);

export const scheduleState = z.strictObject({
  /** How often the program exchanges by itself; null: never. */
  everyMinutes: z.literal(intervals).nullable(),
  /** When it does next; not there when it does not. Past: as soon as nothing else is under way. */
  nextAt: instant.optional(),
  /** Why the last run failed. `paused`: the program no longer tries by itself, until a person has done something. */
  problem: z.strictObject({ at: instant, failure: lasFailure, paused: z.boolean() }).optional(),
  /** BRON did not accept what has to be asked before sending may go on after a restore: a person has to ask it anew. */
  holdNeedsPerson: z.boolean(),
});
export type ScheduleState = z.infer<typeof scheduleState>;

export const scheduleOperations = {
  'schedule.get': operation({
    summary: 'How often the program exchanges by itself, when next, and why it does not for now.',
    access: 'read',
    input: nothing,
    output: scheduleState,
  }),
  'schedule.set': operation({
    summary: 'Sets how often the program exchanges by itself while the administration is open; null: never.',
    access: 'manage',
    input: scheduleState.pick({ everyMinutes: true }),
    output: scheduleState,
  }),
} as const;
