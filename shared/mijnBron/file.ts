import { z } from 'zod';
import { vergelijkingsoverzicht } from './comparison.ts';
import { brinnummer, contactgegevens, date } from './contact.ts';
import { mijnBronDocument } from './documents.ts';
import { gtb } from './gtb.ts';
import { reportedAantallen } from './numbers.ts';
import { voortgang } from './progress.ts';

/** What a machine answer does not say of itself, but a file that somebody reads later must: whose it is and of which day. */
const about = { brinnummer, madeOn: date };

/**
 * A file that was downloaded from Mijn BRON, JSON. `layout` says what it is and in which edition. GTB and vergelijkingsoverzicht are the
 * same documents as the machine interface gives.
 */
export const mijnBronFile = z.discriminatedUnion('layout', [
  gtb,
  vergelijkingsoverzicht,
  z.strictObject({ layout: z.literal('bronwijs-contactgegevens-1'), ...about, contactgegevens }),
  z.strictObject({ layout: z.literal('bronwijs-aantallen-1'), ...about, aantallen: z.array(reportedAantallen) }),
  z.strictObject({ layout: z.literal('bronwijs-voortgang-1'), ...about, voortgang }),
  z.strictObject({ layout: z.literal('bronwijs-documenten-1'), ...about, documenten: z.array(mijnBronDocument) }),
]);
export type MijnBronFile = z.infer<typeof mijnBronFile>;
