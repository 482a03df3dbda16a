import { z } from 'zod';
import { date } from './contact.ts';

/**
 * The aantallen of Stappenplan step 6, from then on the normaantallen. WPO: `ambulant` is part of `leerlingen`; WEC: pupils at
 * other schools, not part of it.
 */
export const aantallen = z.strictObject({ leerlingen: z.int().min(0), ambulant: z.int().min(0) });
export type Aantallen = z.infer<typeof aantallen>;

/** Aantallen as reported, newest first. */
export const reportedAantallen = z.strictObject({ reportedOn: date, ...aantallen.shape });
