import { z } from 'zod';
import { date } from './contact.ts';
import { aantallen } from './numbers.ts';

/**
 * Where a school is (our reading of the Stappenplan: it names the two phases and the two endings). `closed`: it merged or was closed
 * before the end. A school that did neither of what ends the fase stays in `aansluiting` with no weeks left.
 */
export const aansluitingStates = ['voorbereiding', 'aansluiting', 'gekwalificeerd', 'aangesloten', 'closed'] as const;

const score = z.strictObject({
  registered: z.int().min(0),
  /** Whether the number is on schedule: a straight line from week 3 to the end of week 10 (assumed). */
  onSchedule: z.boolean(),
});

/** Progress as Mijn BRON shows it and the voortgangsmail tells it (Stappenplan step 11). */
export const voortgang = z.strictObject({
  state: z.enum(aansluitingStates),
  /** Monday of the planned start week (vooraankondiging 1). */
  plannedWeek: date.optional(),
  /** Day of the start (vooraankondiging 2). */
  start: date.optional(),
  /** Day on which the wachtwoordbrief was sent: the ten werkweken run from its receipt. */
  letterOn: date.optional(),
  certificateDownloadedOn: date.optional(),
  certificateTestedOn: date.optional(),
  /** Werkweken that are left of ten. */
  weeksLeft: z.int().min(0).max(10).optional(),
  norm: aantallen.optional(),
  leerlingen: score,
  ambulant: score,
  /** What was registered at the end of each werkweek that has passed, week 1 first. */
  perWeek: z.array(z.strictObject({ week: z.int().min(1), until: date, ...aantallen.shape })),
  endedOn: date.optional(),
});
export type Voortgang = z.infer<typeof voortgang>;
