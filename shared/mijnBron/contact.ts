/**
 * Contactgegevens as Mijn BRON keeps them (Stappenplan steps 2 and 7). How they are written down is ours: DUO never described a
 * machine interface or a file of Mijn BRON.
 */
import { z } from 'zod';

const line = (length: number) => z.string().trim().min(1).max(length);
export const brinnummer = z.string().regex(/^\d{2}[A-Z]{2}$/);
export const twoDigits = z.string().regex(/^\d{2}$/);
/** `yyyy-mm-dd` */
export const date = z.iso.date();

/** A person whom the organisatie BRON can reach. */
export const mijnBronPersoon = z.strictObject({
  naam: line(200),
  telefoonnummer: line(20),
  email: z.email().max(100),
});

/** Where letters go. */
export const mijnBronAdres = z.strictObject({
  straatnaam: line(80),
  huisnummer: line(10),
  postcode: z.string().regex(/^[1-9]\d{3}[A-Z]{2}$/),
  plaats: line(80),
});

/** An aanleverpunt: one leerlingenadministratie of the school. */
export const mijnBronAanleverpunt = z.strictObject({
  aanleverpunt: twoDigits,
  /** Name and version of the LAS in use. */
  las: line(80),
  adres: mijnBronAdres,
  contactpersoon: mijnBronPersoon,
});

export const contactgegevens = z.strictObject({
  hoofdvestiging: z.strictObject({
    brinnummer,
    vestigingsvolgnummer: twoDigits,
    naam: line(200),
    adres: mijnBronAdres,
    /** Answers for the exchange; gets the letters and the voortgangsmails of all aanleverpunten. */
    gemachtigde: mijnBronPersoon,
  }),
  aanleverpunten: z.array(mijnBronAanleverpunt).min(1),
  /** When the bevoegd gezag signed the akkoordverklaring; left out: not yet. */
  akkoordverklaring: date.optional(),
});
export type Contactgegevens = z.infer<typeof contactgegevens>;
