import { z } from 'zod';
import { brinnummer, date } from './contact.ts';

/** Kinds of difference (assumed: DUO's layout was not found). */
export const comparisonKinds = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10'] as const;

/** What one side has of the ambulante begeleiding of a pupil: a form once given to DUO-CFI, or BRON. */
export const guidanceSide = z.strictObject({
  onderwijssoort: z.string().optional(),
  datumIndicatiestelling: date.optional(),
  cviNummer: z.string().optional(),
  brinnummerRec: z.string().optional(),
  brinnummerWec: z.string().optional(),
  start: date.optional(),
  end: date.optional(),
  datumInschrijving: date.optional(),
  datumUitschrijving: date.optional(),
});

export const comparisonRow = z.strictObject({
  kind: z.enum(comparisonKinds),
  pgn: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  cviNummer: z.string().optional(),
  geboortedatum: z.string(),
  cfi: guidanceSide.optional(),
  bron: guidanceSide.optional(),
});

/** Vergelijkingsoverzicht Ambulant Begeleide Leerlingen (Stappenplan step 12): WPO, only in the fase, only when something differs. */
export const vergelijkingsoverzicht = z.strictObject({
  layout: z.literal('bronwijs-ab-1'),
  kenmerk: z.string(),
  brinnummer,
  madeOn: date,
  rows: z.array(comparisonRow).min(1),
});
export type Vergelijkingsoverzicht = z.infer<typeof vergelijkingsoverzicht>;
