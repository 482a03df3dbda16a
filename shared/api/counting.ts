import { z } from 'zod';
import { operation } from './operation.ts';
import { overzichtDifference } from './registratieoverzicht.ts';
import { schooljaar } from './schoolYears.ts';
import { date, rowId } from './session.ts';

const volgnummer = z.string().regex(/^\d{2}$/, 'twee cijfers');
const asked = z.strictObject({
  peildatum: date,
  /** Left out: all of them together. */
  vestigingsvolgnummer: volgnummer.optional(),
});

const countRow = z.strictObject({
  code: z.string(),
  /** Heading under which it stands. */
  group: z.string(),
  label: z.string(),
  /** What is counted, in a sentence, and by which article of the law. */
  counts: z.string(),
  source: z.string(),
  unit: z.enum(['leerlingen', 'honderdsten', 'punten']),
  own: z.int(),
  /** What BRON would count of what it is known to have. */
  bron: z.int(),
  /** What stands on the GTBs; left out: there is none of this peildatum, or none of each vestiging. */
  gtb: z.int().optional(),
  /** It counts pupils, who can be asked for; not when it is reckoned from other rows. */
  named: z.boolean(),
  assumed: z.string().optional(),
});
export type CountRow = z.infer<typeof countRow>;

const place = z.strictObject({
  gegevensgroep: z.string(),
  element: z.string().optional(),
  voorkomen: z.int().optional(),
});

const signaal = z.strictObject({
  code: z.string(),
  text: z.string(),
  explanation: z.string(),
  remedy: z.string(),
  /** Where it is mended on the card. */
  place: place.optional(),
  assumed: z.string().optional(),
});
export type CountSignaal = z.infer<typeof signaal>;

const pupil = {
  key: z.string(),
  naam: z.string(),
  geboortedatum: z.string(),
  vestigingsvolgnummer: z.string(),
  /** Left out: not here. */
  leerlingId: rowId.optional(),
  inschrijvingId: rowId.optional(),
};

const namedPupil = z.strictObject({ ...pupil, signalen: z.array(signaal).min(1) });
export type NamedPupil = z.infer<typeof namedPupil>;

/** What one of the counts says of a pupil. */
const said = z.strictObject({
  counted: z.boolean(),
  vestigingsvolgnummer: z.string(),
  /** Texts of its signalen. */
  signalen: z.array(z.string()),
  /** Labels of the rows in which it is counted and the others do not count it. */
  rows: z.array(z.string()),
});
export type Said = z.infer<typeof said>;

const cause = z.strictObject({
  /** A Dutch sentence. */
  text: z.string(),
  remedy: z.string().optional(),
  /** The screen on which it is mended; left out: the card of the pupil. */
  screen: z.enum(['uitwisselen', 'registratieoverzicht']).optional(),
  place: place.optional(),
});
export type Cause = z.infer<typeof cause>;

const differentPupil = z.strictObject({
  ...pupil,
  own: said.optional(),
  bron: said.optional(),
  /** Left out: the GTB does not name it, and BRON is not known to have it; or there is no GTB. */
  gtb: said.optional(),
  causes: z.array(cause).min(1),
  /** The gegevens that matter to a counting and are not the same here and in BRON, each with where it is mended. */
  differences: z.array(z.strictObject({ difference: overzichtDifference, place })),
});
export type DifferentPupil = z.infer<typeof differentPupil>;

const rowPupil = z.strictObject({
  ...pupil,
  /** The other count has it in the same row. */
  both: z.boolean(),
});
export type RowPupil = z.infer<typeof rowPupil>;

const yearRow = z.strictObject({
  peildatum: date,
  /** What is counted for. */
  use: z.string(),
  own: z.int(),
  bron: z.int(),
  gtb: z.int().optional(),
});
export type YearRow = z.infer<typeof yearRow>;

const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) };

export const countingOperations = {
  'tellingen.count': operation({
    summary:
      'The proeftelling of a date: from the administration, from what BRON is known to have registered, and what stands on the GTBs of that date.',
    access: 'read',
    input: asked,
    output: z.strictObject({
      peildatum: date,
      rows: z.array(countRow),
      /** The GTBs of the date that the numbers beside are of. */
      gtbs: z.array(
        z.strictObject({ kenmerk: z.string(), vestigingsvolgnummer: z.string(), madeOn: date, processedUntil: date }),
      ),
      /** How many pupils each list has. */
      notCounted: z.int(),
      attention: z.int(),
      different: z.int(),
      /** Inschrijvingen that count or not and are not yet at BRON as they are here. */
      toSend: z.int(),
      /** Whether anything is known of what BRON has. */
      bronKnown: z.boolean(),
      /** What is assumed, in sentences. */
      assumptions: z.array(z.string()),
    }),
  }),
  'tellingen.year': operation({
    summary: 'How many pupils count on each teldatum of a school year: here, at BRON, and on the GTBs.',
    access: 'read',
    input: z.strictObject({ schooljaar, vestigingsvolgnummer: volgnummer.optional() }),
    output: z.strictObject({ rows: z.array(yearRow) }),
  }),
  'tellingen.named': operation({
    summary: 'A page of the pupils of the own count who are not counted, or are and look odd, with why.',
    access: 'read',
    input: asked.extend({ list: z.enum(['notCounted', 'attention']), ...page }),
    output: z.strictObject({ total: z.int(), rows: z.array(namedPupil) }),
  }),
  'tellingen.pupils': operation({
    summary:
      'A page of the pupils whom a row of the proeftelling counts, on the side of the administration or of BRON.',
    access: 'read',
    input: asked.extend({ code: z.string(), side: z.enum(['own', 'bron']), ...page }),
    output: z.strictObject({ total: z.int(), rows: z.array(rowPupil) }),
  }),
  'tellingen.different': operation({
    summary:
      'A page of the pupils of whom administration, BRON and GTB say different things, with cause and where to mend it.',
    access: 'read',
    input: asked.extend(page),
    output: z.strictObject({ total: z.int(), rows: z.array(differentPupil) }),
  }),
} as const;
