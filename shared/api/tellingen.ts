import { z } from 'zod';
import { comparisonKinds } from '../mijnBron/comparison.ts';
import { reactieChoices } from '../mijnBron/reactie.ts';
import { lasFailure } from './errors.ts';
import { operation } from './operation.ts';
import { schooljaar } from './schoolYears.ts';
import { date, instant, nothing, rowId } from './session.ts';

const vestiging = z.strictObject({ volgnummer: z.string(), naam: z.string() });
const source = z.enum(['mijnBron', 'file']);

const teldatum = z.strictObject({
  peildatum: date,
  /** What is counted for. */
  use: z.string(),
  /** Whether BRON always makes a GTB of it. */
  when: z.enum(['always', 'whenChanged']),
  /** How many GTBs of it are here. */
  gtbs: z.int(),
});

/** A GTB in the list; of those of one vestiging and peildatum the newest. */
const gtbLine = z.strictObject({
  kenmerk: z.string(),
  vestigingsvolgnummer: z.string(),
  naam: z.string(),
  peildatum: date,
  madeOn: date,
  processedUntil: date,
  totaal: z.int(),
  notCounted: z.int(),
  attention: z.int(),
  source,
  /** Why it is the one of its vestiging that the school judges, a Dutch sentence; left out: it is not. */
  picked: z.string().optional(),
});
export type GtbLine = z.infer<typeof gtbLine>;

const comparedGegeven = z.strictObject({ name: z.string(), cfi: z.string().optional(), bron: z.string().optional() });

const overviewRow = z.strictObject({
  id: rowId,
  kind: z.enum(comparisonKinds),
  label: z.string(),
  advice: z.string(),
  /** The budget is recovered when it stays so. */
  recovery: z.boolean(),
  /** Nothing has to be done. */
  settled: z.boolean(),
  /** Who it is here; left out: nobody. */
  naam: z.string().optional(),
  leerlingId: rowId.optional(),
  inschrijvingId: rowId.optional(),
  place: z.strictObject({ gegevensgroep: z.string(), element: z.string().optional() }),
  geboortedatum: z.string(),
  /** The last digits only: who sees it whole is noted in the log, on the card. */
  pgn: z.string().optional(),
  cviNummer: z.string().optional(),
  gegevens: z.array(comparedGegeven),
  /** A person means it to be so. */
  conscious: z.boolean(),
  note: z.string().optional(),
  by: z.string().optional(),
  markedAt: instant.optional(),
});
export type OverviewRow = z.infer<typeof overviewRow>;

const givenReactie = z.strictObject({
  choice: z.enum(reactieChoices),
  by: z.string(),
  receivedOn: date,
  gtbs: z.array(z.string()),
  vergelijkingsoverzicht: z.string().optional(),
});

const note = z.string().trim().min(1, 'een toelichting').max(500);

/** The counts of the school: its own, those of BRON, and what it says of them (Stappenplan step 12). */
export const tellingenOperations = {
  'tellingen.dates': operation({
    summary: 'The dates on which the school is counted in a school year, that of today when none is named.',
    access: 'read',
    input: z.strictObject({ schooljaar: schooljaar.optional() }),
    output: z.strictObject({
      schooljaar: z.string(),
      today: date,
      kind: z.enum(['WPO', 'WEC']),
      vestigingen: z.array(vestiging),
      dates: z.array(teldatum),
    }),
  }),
  'tellingen.gtbs': operation({
    summary:
      'The GTBs that are here, the newest of each vestiging and peildatum, and which one the school judges and why.',
    access: 'read',
    input: nothing,
    output: z.strictObject({
      gtbs: z.array(gtbLine),
      /** Day on which something of a pupil last went to BRON. */
      exchangedOn: date.optional(),
      /** A GTB with what went to BRON since can still come, up to and including this day. */
      newBy: date.optional(),
      fetchedAt: instant.optional(),
    }),
  }),
  'tellingen.vergelijkingsoverzicht': operation({
    summary:
      'The vergelijkingsoverzicht that is here, with what each difference asks for, and whether a new one may still come.',
    access: 'read',
    input: nothing,
    output: z.strictObject({
      kind: z.enum(['WPO', 'WEC']),
      state: z.enum(['none', 'unknown', 'open', 'waiting', 'toFetch', 'agreed']),
      /** The last day on which a new one may come. */
      newBy: date.optional(),
      fetchedAt: instant.optional(),
      overview: z.strictObject({ kenmerk: z.string(), madeOn: date, rows: z.array(overviewRow) }).optional(),
    }),
  }),
  'tellingen.markRow': operation({
    summary:
      'Says of a difference on the vergelijkingsoverzicht that it is meant to be so, and why; or takes that back.',
    access: 'register',
    input: z.strictObject({ id: rowId, conscious: z.boolean(), note: note.optional() }),
    output: nothing,
  }),
  'tellingen.reactie': operation({
    summary: 'What a reactie would be about, why it cannot be given yet, and the reacties that were given.',
    access: 'read',
    input: nothing,
    output: z.strictObject({
      /** Why none can be given; left out: it can. */
      refused: lasFailure.optional(),
      gemachtigde: z.string(),
      /** The GTBs that it is about. */
      gtbs: z.array(gtbLine),
      /** Left out: there is none. */
      vergelijkingsoverzicht: z
        .strictObject({ kenmerk: z.string(), madeOn: date, rows: z.int(), open: z.int(), recovery: z.int() })
        .optional(),
      given: z.array(givenReactie),
    }),
  }),
} as const;
