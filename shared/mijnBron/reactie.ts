import { z } from 'zod';
import { date } from './contact.ts';

/** The four choices of "Geef hier uw reactie" (Stappenplan step 12). Kwaliteit is the content of GTB and vergelijkingsoverzicht together. */
export const reactieChoices = [
  'akkoord',
  'kwaliteitAkkoordAantalNiet',
  'kwaliteitNietAantalNiet',
  'kwaliteitNietAantalAkkoord',
] as const;

export const reactie = z.strictObject({
  choice: z.enum(reactieChoices),
  /** Name of the gemachtigde who gives it. */
  by: z.string().trim().min(1).max(200),
  /** The GTBs that it is about, one per vestiging. */
  gtbs: z.array(z.string()).min(1),
  /** The vergelijkingsoverzicht that it is about; left out: there is none. */
  vergelijkingsoverzicht: z.string().optional(),
});
export type Reactie = z.infer<typeof reactie>;

/** A reactie as Mijn BRON has received it. */
export const receivedReactie = reactie.extend({ receivedOn: date });
