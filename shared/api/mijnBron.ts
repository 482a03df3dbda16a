import { z } from 'zod';
import { contactgegevens, date } from '../mijnBron/contact.ts';
import { mijnBronDocument } from '../mijnBron/documents.ts';
import { aantallen, reportedAantallen } from '../mijnBron/numbers.ts';
import { voortgang } from '../mijnBron/progress.ts';
import { reactie, receivedReactie } from '../mijnBron/reactie.ts';
import { operation } from './operation.ts';
import { nothing } from './session.ts';

/** A GTB that is kept here. */
const keptGtb = z.strictObject({
  kenmerk: z.string(),
  vestigingsvolgnummer: z.string(),
  peildatum: date,
  madeOn: date,
  /** It was here already. */
  known: z.boolean(),
  /** A newer one of the same vestiging and peildatum is here. */
  outdated: z.boolean(),
});
export type KeptGtb = z.infer<typeof keptGtb>;

const keptOverview = z.strictObject({
  kenmerk: z.string(),
  madeOn: date,
  rows: z.int(),
  known: z.boolean(),
  outdated: z.boolean(),
});
export type KeptOverview = z.infer<typeof keptOverview>;

const kinds = ['gtb', 'vergelijkingsoverzicht', 'contactgegevens', 'aantallen', 'voortgang', 'documenten'] as const;

const fileContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gtb'), gtb: keptGtb }),
  z.strictObject({ kind: z.literal('vergelijkingsoverzicht'), vergelijkingsoverzicht: keptOverview }),
  z.strictObject({ kind: z.literal('contactgegevens'), madeOn: date, contactgegevens }),
  z.strictObject({ kind: z.literal('aantallen'), madeOn: date, aantallen: z.array(reportedAantallen) }),
  z.strictObject({ kind: z.literal('voortgang'), madeOn: date, voortgang }),
  z.strictObject({ kind: z.literal('documenten'), madeOn: date, documenten: z.array(mijnBronDocument) }),
]);

/**
 * Mijn BRON over the line to BRON (ours: DUO never described a machine interface). What a fetch gives is passed on; GTBs and
 * vergelijkingsoverzichten are kept too.
 */
export const mijnBronOperations = {
  'mijnBron.contact': operation({
    summary: 'Asks Mijn BRON for the contactgegevens that it holds (Stappenplan steps 2 and 7).',
    access: 'exchange',
    input: nothing,
    output: z.strictObject({ contactgegevens }),
  }),
  'mijnBron.saveContact': operation({
    summary: 'Gives Mijn BRON contactgegevens in place of those that it holds, and gives back what it holds now.',
    access: 'exchange',
    input: z.strictObject({ contactgegevens }),
    output: z.strictObject({ contactgegevens }),
  }),
  'mijnBron.aantallen': operation({
    summary: 'Asks Mijn BRON for the aantallen that were reported, newest first (Stappenplan step 6).',
    access: 'exchange',
    input: nothing,
    output: z.strictObject({ reported: z.array(reportedAantallen) }),
  }),
  'mijnBron.reportAantallen': operation({
    summary:
      'Reports aantallen to Mijn BRON, the normaantallen from then on, and notes that here (Stappenplan step 6).',
    access: 'exchange',
    input: aantallen,
    output: z.strictObject({ reported: reportedAantallen }),
  }),
  'mijnBron.documenten': operation({
    summary:
      'Asks Mijn BRON which letters, mails and downloads there are for the school, newest first. Voortgangsmails are noted as received.',
    access: 'exchange',
    input: nothing,
    output: z.strictObject({ documenten: z.array(mijnBronDocument) }),
  }),
  'mijnBron.voortgang': operation({
    summary: 'Asks Mijn BRON how far the fase aansluiting is, and keeps it (Stappenplan step 11).',
    access: 'exchange',
    input: nothing,
    output: z.strictObject({ voortgang }),
  }),
  'mijnBron.fetchGtbs': operation({
    summary: 'Fetches from Mijn BRON every GTB that is not here yet, and keeps it (Stappenplan step 12).',
    access: 'exchange',
    input: nothing,
    output: z.strictObject({
      /** How many Mijn BRON has. */
      total: z.int(),
      /** What was not here yet. */
      fetched: z.array(keptGtb),
    }),
  }),
  'mijnBron.fetchVergelijkingsoverzicht': operation({
    summary:
      'Fetches the vergelijkingsoverzicht from Mijn BRON and keeps it; none when there is no difference, and for a WEC-school (Stappenplan step 12).',
    access: 'exchange',
    input: nothing,
    output: z.strictObject({ vergelijkingsoverzicht: keptOverview.optional() }),
  }),
  'mijnBron.giveReactie': operation({
    summary:
      'Gives the reactie of the gemachtigde on the GTBs and the vergelijkingsoverzicht named (Stappenplan step 12).',
    access: 'authorise',
    input: reactie.pick({ choice: true, gtbs: true, vergelijkingsoverzicht: true }).extend({
      /** A person has read the summary and says so: nothing gives a reactie by itself. */
      confirmed: z.literal(true),
    }),
    output: z.strictObject({ reactie: receivedReactie }),
  }),
  'mijnBron.readFile': operation({
    summary: 'Reads a file that was downloaded from Mijn BRON; a GTB, vergelijkingsoverzicht or voortgang is kept.',
    access: 'exchange',
    input: z.strictObject({
      /** Of the chosen file. */
      token: z.string(),
      /** What the file has to be; left out: anything of Mijn BRON. */
      kind: z.enum(kinds).optional(),
    }),
    output: fileContent,
  }),
} as const;
export type MijnBronFileContent = z.infer<typeof fileContent>;
