import { z } from 'zod';
import { brinnummer, date, twoDigits } from './contact.ts';

/** A pupil that a GTB names: one that is not counted, or is counted with an attentiesignaal. */
export const gtbLeerling = z.strictObject({
  pgn: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  leerlingnummer: z.string().optional(),
  geboortedatum: z.string(),
  datumInschrijving: date,
  /** Codes G01 to G16 and A01 to A10. Codes and texts are ours: DUO's were not found. */
  signalen: z.array(z.string().regex(/^[GA]\d{2}$/)).min(1),
});
export type GtbLeerling = z.infer<typeof gtbLeerling>;

/**
 * Geconsolideerde Tellingen Bekostiging of one vestiging on one peildatum (Stappenplan step 12). Which numbers stand on it follows
 * from the soort of the school; the layout is ours.
 */
export const gtb = z.strictObject({
  /** Says of which edition of this layout the file is. */
  layout: z.literal('bronwijs-gtb-1'),
  kenmerk: z.string(),
  brinnummer,
  vestigingsvolgnummer: twoDigits,
  naam: z.string(),
  soort: z.enum(['BAO', 'SBAO', 'TREKKEND', 'WEC']),
  peildatum: date,
  /** Deliveries up to and including this day are in it. */
  processedUntil: date,
  madeOn: date,
  /** Counts by the code of their row (`shared/bekostiging/rows.ts`). */
  aantallen: z.record(z.string(), z.int()),
  notCounted: z.array(gtbLeerling),
  attention: z.array(gtbLeerling),
});
export type Gtb = z.infer<typeof gtb>;

/** What the list of GTBs says of each. */
export const gtbLine = gtb
  .pick({ kenmerk: true, vestigingsvolgnummer: true, peildatum: true, processedUntil: true, madeOn: true })
  .extend({ totaal: z.int() });
export type GtbLine = z.infer<typeof gtbLine>;
