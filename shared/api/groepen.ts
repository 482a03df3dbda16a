import { z } from 'zod';
import { nextYearOutcomes } from '../domain/nextYear.ts';
import { finding } from './leerlingen.ts';
import { operation } from './operation.ts';
import { role } from './roles.ts';
import { schooljaar } from './schoolYears.ts';
import { date, instant, nothing, rowId, version } from './session.ts';

/** More pupils than any school has. */
const MOST_PUPILS = 100_000;

const leerjaar = z.string().regex(/^\d{1,2}$/, 'moet een leerjaar zijn');
const volgnummer = z.string().regex(/^\d{2}$/, 'moet een vestiging zijn');
const naam = z.string().trim().min(1, 'moet een naam hebben').max(30);

const groepGegevens = z.strictObject({
  schooljaar,
  vestigingsvolgnummer: volgnummer,
  naam,
  leerjaren: z.array(leerjaar).min(1, 'moeten er ten minste één zijn').max(20),
  /** Ids of the users who teach this groep. */
  leerkrachten: z.array(z.string().max(100)).max(20),
});

const groepRow = groepGegevens.extend({
  id: rowId,
  version,
  leerkrachten: z.array(z.strictObject({ userId: z.string(), naam: z.string() })),
  /** How many pupils are in it on the day of the list. */
  leerlingen: z.number(),
});
export type GroepRow = z.infer<typeof groepRow>;

const whereabouts = z.strictObject({
  leerjaar: z.string().optional(),
  groep: z.string().optional(),
  vestigingsvolgnummer: z.string().optional(),
});

const groepLeerling = whereabouts.extend({
  leerlingId: rowId,
  inschrijvingId: rowId,
  /** The version of the inschrijving. */
  version,
  naam: z.string(),
  geboortedatum: z.string().optional(),
  datumInschrijving: z.string().optional(),
  /** Since when this leerjaar and groep. */
  since: z.string().optional(),
});
export type GroepLeerling = z.infer<typeof groepLeerling>;

const placingItem = z.strictObject({
  inschrijvingId: rowId,
  /** Absent: the leerjaar the pupil has, when the groep has it, and otherwise the first of the groep. */
  leerjaar: leerjaar.optional(),
});
const placingInput = { groepId: rowId, begindatum: date };

const placingRow = z.strictObject({
  inschrijvingId: rowId,
  version,
  leerlingId: rowId,
  naam: z.string(),
  before: whereabouts,
  after: whereabouts,
  /** The day the placing begins: the datum inschrijving, when that is later than what was asked. */
  begindatum: date,
  /** False: the pupil is there already, and nothing is written. */
  changes: z.boolean(),
  /** A later period that stays in force from its own day on. */
  laterPeriod: date.optional(),
  /** What BRON would refuse of the inschrijving as it becomes. */
  findings: z.array(finding),
});
export type PlacingRow = z.infer<typeof placingRow>;

const nextYearRow = groepLeerling.extend({
  proposal: z.strictObject({
    outcome: z.enum(nextYearOutcomes),
    leerjaar: leerjaar.optional(),
    groepId: rowId.optional(),
    remark: z.enum(['started late', 'leerjaar unknown']).optional(),
  }),
});
export type NextYearRow = z.infer<typeof nextYearRow>;

const batch = z.strictObject({
  id: rowId,
  kind: z.enum(['placing', 'rename', 'next year']),
  madeAt: instant,
  madeBy: z.string().optional(),
  leerlingen: z.number(),
});
export type GroepBatch = z.infer<typeof batch>;

const written = z.strictObject({ leerlingen: z.number() });

export const groepenOperations = {
  'groepen.list': operation({
    summary: 'The groepen of a school year with their leerkrachten and number of pupils, and who can be a leerkracht.',
    access: 'read',
    input: z.strictObject({ schooljaar }),
    output: z.strictObject({
      /** The day on which the pupils are counted: today, or the end of the school year that is nearest to it. */
      day: date,
      rows: z.array(groepRow),
      /** Pupils whose groep is none of these. */
      without: z.number(),
      users: z.array(z.strictObject({ userId: z.string(), naam: z.string(), role })),
    }),
  }),
  'groepen.save': operation({
    summary: 'Makes a groep (without id) or saves it; a new naam goes to the inschrijvingen of its pupils as well.',
    access: 'register',
    input: groepGegevens.extend({ id: rowId.optional(), version: version.optional() }),
    output: written.extend({ id: rowId, version }),
  }),
  'groepen.remove': operation({
    summary: 'Removes a groep in which there are no pupils.',
    access: 'register',
    input: z.strictObject({ id: rowId, version }),
    output: nothing,
  }),
  'groepen.order': operation({
    summary: 'Puts the groepen of a school year in this order.',
    access: 'register',
    input: z.strictObject({ schooljaar, ids: z.array(rowId).max(1000) }),
    output: nothing,
  }),
  'groepen.adopt': operation({
    summary: 'Makes the groepen that a school year lacks: those in which its pupils are, or those of the year before.',
    access: 'register',
    input: z.strictObject({ schooljaar, from: z.enum(['inschrijvingen', 'year before']) }),
    output: z.strictObject({ made: z.number() }),
  }),
  'groepen.leerlingen': operation({
    summary:
      'A page of the pupils of a groep, or of those in none, by name; who comes later in the school year is there too.',
    access: 'read',
    input: z.strictObject({
      schooljaar,
      /** Absent: the pupils whose groep is none of the school year. */
      groepId: rowId.optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: z.strictObject({ day: date, total: z.number(), rows: z.array(groepLeerling) }),
  }),
  'groepen.previewPlacing': operation({
    summary: 'What putting pupils into a groep from a date would change; writes nothing.',
    access: 'register',
    input: z.strictObject({ ...placingInput, items: z.array(placingItem).min(1).max(MOST_PUPILS) }),
    output: z.strictObject({ rows: z.array(placingRow) }),
  }),
  'groepen.place': operation({
    summary: 'Puts pupils into a groep from a date: all or none, and to be undone as one.',
    access: 'register',
    input: z.strictObject({ ...placingInput, items: z.array(placingItem.extend({ version })).min(1).max(MOST_PUPILS) }),
    output: written,
  }),
  'groepen.previewNextYear': operation({
    summary: 'A proposal per pupil for the end of a school year, and the groepen of the next; writes nothing.',
    access: 'register',
    input: z.strictObject({ schooljaar }),
    output: z.strictObject({
      groepen: z.array(groepRow),
      rows: z.array(nextYearRow),
      /** Pupils who have a period in the next school year already. */
      done: z.number(),
    }),
  }),
  'groepen.nextYear': operation({
    summary: 'Takes pupils to the next school year: all or none, and to be undone as one.',
    access: 'register',
    input: z.strictObject({
      schooljaar,
      items: z
        .array(
          z.strictObject({
            inschrijvingId: rowId,
            version,
            outcome: z.enum(nextYearOutcomes),
            leerjaar: leerjaar.optional(),
            groepId: rowId.optional(),
          }),
        )
        .min(1)
        .max(MOST_PUPILS),
    }),
    output: written,
  }),
  'groepen.lastBatch': operation({
    summary: 'The last change of many pupils at once that can be undone, and what undoing it comes to.',
    access: 'read',
    input: nothing,
    output: z.strictObject({
      batch: batch.optional(),
      /** Pupils of whom a melding went to BRON since: undoing makes a new one. */
      sent: z.number(),
      /** Pupils whose inschrijving was changed since: undoing is refused. */
      changed: z.number(),
    }),
  }),
  'groepen.undo': operation({
    summary: 'Undoes the last change of many pupils at once: every inschrijving as it was.',
    access: 'register',
    input: z.strictObject({ id: rowId }),
    output: written,
  }),
} as const;
