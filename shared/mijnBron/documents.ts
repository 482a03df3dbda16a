import { z } from 'zod';
import { date } from './contact.ts';

/** What the organisatie BRON sends in the fase aansluiting (Stappenplan steps 1, 5, 8, 11 and 13; reminders: step 9, C-42). */
export const documentKinds = [
  'vooraankondiging1',
  'brochure',
  'stappenplan',
  'vooraankondiging2',
  'handboek',
  'wachtwoordbrief',
  'herinneringDownloaden',
  'herinneringTesten',
  'voortgangsmail',
  'afronding',
] as const;

/** A letter, mail or download in the list of documents of Mijn BRON. A wachtwoordbrief is listed without its content. */
export const mijnBronDocument = z.strictObject({
  id: z.string(),
  kind: z.enum(documentKinds),
  titel: z.string(),
  sentOn: date,
  /** How it reaches the school. */
  by: z.enum(['post', 'mail', 'site']),
  to: z.enum(['school', 'gemachtigde', 'contactpersoon', 'bevoegd gezag']),
  /** Of vooraankondiging 1: Monday of the planned start week; of vooraankondiging 2: day of the start. */
  start: date.optional(),
});
export type MijnBronDocument = z.infer<typeof mijnBronDocument>;
