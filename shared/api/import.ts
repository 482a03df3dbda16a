import { z } from 'zod';
import { lackingFacts } from '../domain/import/lacking.ts';
import { inschrijvingGegevens } from './inschrijving.ts';
import { persoonsgegevens } from './leerlingen.ts';
import { operation } from './operation.ts';
import { date, instant, nothing, rowId } from './session.ts';

/** What an import does with one pupil of the file. */
export const importAction = z.enum(['nieuw', 'bijwerken', 'overslaan']);
export type ImportAction = z.infer<typeof importAction>;

/** Which rows of the preview. `vervangt`: a filled persoonsgegeven would get another value. */
export const importFilter = z.enum(['alle', 'nieuw', 'bijwerken', 'overslaan', 'vervangt', 'onvolledig', 'problemen']);
export type ImportFilter = z.infer<typeof importFilter>;

const lacking = z.array(z.enum(lackingFacts));

export const importProblem = z.strictObject({
  sentence: z.string(),
  field: z.string().optional(),
  line: z.number().optional(),
});

const fileVestiging = z.strictObject({ key: z.string(), naam: z.string().optional() });

export const fileHeader = z.strictObject({
  source: z.enum(['edexml', 'csv']),
  versie: z.string().optional(),
  schooljaar: z.string().optional(),
  brinnummer: z.string().optional(),
  volgnummer: z.string().optional(),
  peildatum: z.string().optional(),
  aanmaakdatum: z.string().optional(),
  auteur: z.string().optional(),
  vestigingen: z.array(fileVestiging),
});

/** School facts that a file lacks, answered once for the whole batch; what they fill in is marked *aangenomen*. */
export const importAnswers = z.strictObject({
  /** For pupils without instroomdatum. Absent: by the rule (1 August of the school year of the file, or of leaving). */
  datumInschrijving: date.optional(),
  /** For pupils whose jaargroep is none of 1 to 8: `leeftijd` reckons it from the birth date. */
  leerjaar: z.enum(['leeftijd', '1', '2', '3', '4', '5', '6', '7', '8']),
  /** The vestigingsvolgnummer for pupils without vestiging, or with one that is not in `vestigingen`. */
  vestiging: z.string().regex(/^\d{2}$/),
  /** The vestigingsvolgnummer of each vestiging of the file, by its key there. */
  vestigingen: z.record(z.string(), z.string().regex(/^\d{2}$/)),
  indicatieBekostiging: z.enum(['true', 'false']),
  aanduidingNnca: z.enum(['0', '1', '2']),
  /** The file may be of another school than this administration. */
  otherSchool: z.boolean(),
});
export type ImportAnswers = z.infer<typeof importAnswers>;

/** How many pupils of the file each question concerns. */
const questionCounts = z.strictObject({
  datumInschrijving: z.number(),
  withoutInstroomdatum: z.number(),
  leerjaar: z.number(),
  groep: z.number(),
  vestiging: z.number(),
  gewicht: z.number(),
});

const counts = z.strictObject({
  total: z.number(),
  nieuw: z.number(),
  bijwerken: z.number(),
  overslaan: z.number(),
  vervangt: z.number(),
  onvolledig: z.number(),
  problemen: z.number(),
});

/** The import that is open: read, shown, and not yet in the administration. */
export const openImport = z.strictObject({
  id: rowId,
  fileName: z.string(),
  openedAt: instant,
  header: fileHeader,
  counts,
  /** Of the pupils that would be incomplete: how many lack what. */
  lacking: z.partialRecord(z.enum(lackingFacts), z.number()),
  questions: questionCounts,
  answers: importAnswers,
  /** About the file as a whole. */
  remarks: z.array(importProblem),
  /** The BRIN in the file is not that of this administration. */
  otherSchool: z.boolean(),
});
export type OpenImport = z.infer<typeof openImport>;

export const importRow = z.strictObject({
  number: z.number(),
  naam: z.string(),
  key: z.string().optional(),
  geboortedatum: z.string().optional(),
  groep: z.string().optional(),
  action: importAction,
  /** The pupil here that it is taken for, and by what. */
  match: z
    .strictObject({ leerlingId: rowId, naam: z.string(), by: z.enum(['nummer', 'leerlingnummer', 'naam']) })
    .optional(),
  lacking,
  /** Filled fields that would get another value, and empty ones that would be filled. */
  replaces: z.number(),
  fills: z.number(),
  problems: z.number(),
});
export type ImportRow = z.infer<typeof importRow>;

const difference = z.strictObject({
  gegevensgroep: z.string(),
  element: z.string(),
  here: z.string().optional(),
  file: z.string(),
});

const assumption = z.strictObject({ gegevensgroep: z.string(), element: z.string(), value: z.string() });

const candidateDetail = z.strictObject({
  row: importRow,
  line: z.number().optional(),
  persoon: persoonsgegevens,
  /** The inschrijving as it would be saved; absent when none would be made or changed. */
  inschrijving: inschrijvingGegevens.optional(),
  assumed: z.array(assumption),
  differences: z.array(difference),
  problems: z.array(importProblem),
  notes: z.array(z.string()),
  /** What may be chosen for this pupil. */
  allowed: z.array(importAction),
});
export type ImportCandidateDetail = z.infer<typeof candidateDetail>;

const outcome = z.strictObject({
  nieuw: z.number(),
  bijgewerkt: z.number(),
  overgeslagen: z.number(),
  onvolledig: z.number(),
  aangenomen: z.number(),
  /** Of those that were skipped: whose number another pupil had already. Absent in imports of earlier versions. */
  numberTaken: z.number().optional(),
});
export type ImportOutcome = z.infer<typeof outcome>;

const formerImport = z.strictObject({
  id: rowId,
  fileName: z.string(),
  source: z.enum(['edexml', 'csv']),
  appliedAt: instant,
  userName: z.string().optional(),
  outcome,
  undoneAt: instant.optional(),
});
export type FormerImport = z.infer<typeof formerImport>;

/** What undoing came to. */
const undoResult = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('undone'), removed: z.number(), restored: z.number() }),
  /** Pupils were changed after the import; undoing would take those changes along. Ask again with `alsoChanged`. */
  z.strictObject({
    result: z.literal('changed'),
    leerlingen: z.array(z.strictObject({ id: rowId, naam: z.string() })),
    total: z.number(),
  }),
  /** A melding of the import was sent: nothing was undone. Of whom, and which bericht would have to follow; none when BRON refused it. */
  z.strictObject({
    result: z.literal('proposal'),
    messages: z.array(
      z.strictObject({ id: rowId, naam: z.string(), nr: z.union([z.literal(3), z.literal(4)]).optional() }),
    ),
    total: z.number(),
  }),
]);
export type UndoResult = z.infer<typeof undoResult>;

/** How far a long step has come. */
export const importProgress = z.strictObject({
  step: z.enum(['reading', 'comparing', 'saving', 'undoing']),
  done: z.number(),
  /** Absent: not known. */
  total: z.number().optional(),
});
export type ImportProgress = z.infer<typeof importProgress>;

export const importOperations = {
  'import.openEdexml': operation({
    summary: 'Reads an EDEXML file (1.03, 2.0 or 2.1) into a preview; changes no pupil.',
    access: 'transfer',
    input: z.strictObject({ token: z.string().max(200), fileName: z.string().max(300) }),
    output: openImport,
  }),
  'import.open': operation({
    summary: 'The import that was read and not yet applied, if there is one.',
    access: 'transfer',
    input: nothing,
    output: z.strictObject({ import: openImport.optional() }),
  }),
  'import.rows': operation({
    summary: 'A page of the preview, in the order of the file.',
    access: 'transfer',
    input: z.strictObject({
      filter: importFilter.default('alle'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ total: z.number(), rows: z.array(importRow) }),
  }),
  'import.candidate': operation({
    summary: 'One pupil of the preview: what would be saved, what is assumed, what differs, and its problems.',
    access: 'transfer',
    input: z.strictObject({ number: rowId }),
    output: candidateDetail,
  }),
  'import.choose': operation({
    summary: 'Decides what happens with one pupil, or with all rows of a filter for which it is allowed.',
    access: 'transfer',
    input: z.union([
      z.strictObject({ number: rowId, action: importAction }),
      z.strictObject({ filter: importFilter, action: importAction }),
    ]),
    output: openImport,
  }),
  'import.answer': operation({
    summary: 'Answers the questions about school facts that the file lacks, for the whole batch.',
    access: 'transfer',
    input: importAnswers,
    output: openImport,
  }),
  'import.fillOefenpersonen': operation({
    summary: 'Practice administrations only: gives pupils of the open import fictional facts, which stay marked.',
    access: 'transfer',
    input: z.strictObject({
      leerlingen: z.array(z.strictObject({ number: rowId, persoon: persoonsgegevens })).max(500),
    }),
    output: nothing,
  }),
  'import.apply': operation({
    summary: 'Saves the open import, all of it or nothing.',
    access: 'transfer',
    input: z.strictObject({
      /** The person has seen which filled persoonsgegevens get another value. */
      replacementsSeen: z.boolean().default(false),
    }),
    output: formerImport,
  }),
  'import.cancel': operation({
    summary: 'Stops what is being read or saved, or throws the preview away; the administration stays as it was.',
    access: 'transfer',
    input: nothing,
    output: nothing,
  }),
  'import.list': operation({
    summary: 'The imports that were applied, newest first.',
    access: 'transfer',
    input: nothing,
    output: z.strictObject({ rows: z.array(formerImport) }),
  }),
  'import.undo': operation({
    summary: 'Takes a whole import back, or says why not and what would have to follow.',
    access: 'transfer',
    input: z.strictObject({ id: rowId, alsoChanged: z.boolean().default(false) }),
    output: undoResult,
  }),
} as const;
