import { z } from 'zod';
import { deadlineKeys } from '../aansluiting/deadlines.ts';
import { endings, partKeys } from '../aansluiting/types.ts';
import { pathStates, stepStates } from '../aansluiting/plan.ts';
import { isDate } from '../domain/dates.ts';
import { contactgegevens } from '../mijnBron/contact.ts';
import { documentKinds } from '../mijnBron/documents.ts';
import { aantallen } from '../mijnBron/numbers.ts';
import { voortgang } from '../mijnBron/progress.ts';
import { operation } from './operation.ts';
import { aanleverpuntnummer, brinnummer, date, nothing, rowId } from './session.ts';

const day = z.string().refine(isDate, 'een bestaande datum');
const partKey = z.enum(partKeys);
const ending = z.enum(endings);
const count = z.int().min(0).max(9999);
const name = z.string().trim().max(100);

const stepPlan = z.strictObject({
  number: z.int(),
  state: z.enum(stepStates),
  from: date.optional(),
  parts: z.array(z.strictObject({ key: partKey, doneOn: date.optional() })),
});
export type StepPlan = z.infer<typeof stepPlan>;

const deadline = z.strictObject({
  key: z.enum(deadlineKeys),
  step: z.int(),
  on: date,
  daysLeft: z.int(),
  act: z.boolean(),
  done: z.boolean(),
});

/** What `shared/aansluiting/plan.ts` makes, which says what each part means. */
const pathPlan = z.strictObject({
  state: z.enum(pathStates),
  day: date,
  clockSetBack: z.boolean(),
  steps: z.array(stepPlan),
  current: z.int().optional(),
  prepared: z.boolean(),
  plannedWeek: date.optional(),
  start: date.optional(),
  startTooFar: z.boolean(),
  freeze: z.strictObject({ first: date, last: date, now: z.boolean() }).optional(),
  weeks: z.array(z.strictObject({ week: z.int(), first: date, last: date })),
  letterOn: date.optional(),
  week: z.int().optional(),
  weeksLeft: z.int().optional(),
  deadlines: z.array(deadline),
});
export type PathPlan = z.infer<typeof pathPlan>;

export const pathDocument = z.strictObject({
  id: rowId,
  kind: z.enum(documentKinds),
  receivedOn: date,
  /** Of vooraankondiging 1: a day in the planned week; of vooraankondiging 2: the day of the start. */
  start: date.optional(),
  /** Of a wachtwoordbrief. */
  gebruikersnaam: z.string().optional(),
  /** Of the bericht van afronding. */
  ending: ending.optional(),
});
export type PathDocument = z.infer<typeof pathDocument>;

/** Who does a part and when, as the plan van aanpak has it. */
export const pathTask = z.strictObject({
  part: partKey,
  owner: z.string().optional(),
  due: date.optional(),
  /** The user who ticked it. */
  doneBy: z.string().optional(),
});
export type PathTask = z.infer<typeof pathTask>;

const reported = z.strictObject({ id: rowId, reportedOn: date, ...aantallen.shape });

export const path = z.strictObject({
  plan: pathPlan,
  kind: z.enum(['WPO', 'WEC']),
  documents: z.array(pathDocument),
  tasks: z.array(pathTask),
  /** Whether the holidays of the school years that the ten werkweken lie in were entered. */
  calendarEntered: z.boolean(),
  /** Counted in the administration today (Stappenplan step 6). */
  counted: aantallen,
  /** As reported, the newest first. */
  reported: z.array(reported),
  /** What was reported last is no longer what is counted. */
  aantallenDiffer: z.boolean(),
  version: z.strictObject({
    program: z.string(),
    /** Edition of the Programma van Eisen in force. */
    edition: z.string(),
  }),
  /** Of the inschrijvingen that BRON must have: how many there are, are offered, and are registered (steps 10 and 11). */
  exchange: z.strictObject({
    /** Who is or was enrolled from 1-8-2008 on. */
    total: z.number(),
    delivered: z.number(),
    registered: z.number(),
    /** Of those, of the current school year: these count for the ending. */
    current: z.number(),
    currentRegistered: z.number(),
  }),
});
export type Path = z.infer<typeof path>;

const keptVoortgang = z.strictObject({
  voortgang,
  /** The day that it is of. */
  madeOn: date,
  source: z.enum(['mijnBron', 'file']),
  /** What was registered at the end of each werkweek, with the normaantallen of then, as far as they were told. */
  weeks: z.array(z.strictObject({ week: z.int(), until: date, ...aantallen.shape, norm: aantallen.optional() })),
});
export type KeptVoortgang = z.infer<typeof keptVoortgang>;

const line = z.string().trim().max(200);
const person = z.strictObject({ naam: line, telefoonnummer: line, email: line });
const adres = z.strictObject({ straatnaam: line, huisnummer: line, postcode: line, plaats: line });

/** Contactgegevens as far as they are filled in. */
export const contactForm = z.strictObject({
  hoofdvestiging: z.strictObject({
    brinnummer,
    vestigingsvolgnummer: aanleverpuntnummer,
    naam: line,
    adres,
    gemachtigde: person,
  }),
  aanleverpunten: z
    .array(z.strictObject({ aanleverpunt: aanleverpuntnummer, las: line, adres, contactpersoon: person }))
    .min(1)
    .max(50),
  /** Who speaks with the bevoegd gezag for the organisatie BRON. */
  relatiebeheerder: person,
});
export type ContactForm = z.infer<typeof contactForm>;

/** Contactgegevens as they are saved. */
export const contactInput = contactgegevens.omit({ akkoordverklaring: true }).extend({ relatiebeheerder: person });

export const aansluitingOperations = {
  'aansluiting.get': operation({
    summary:
      'Where the school is on the thirteen steps of the Stappenplan: what is done, what to do now, deadlines and numbers.',
    access: 'read',
    input: nothing,
    output: path,
  }),
  'aansluiting.noteDocument': operation({
    summary:
      'Notes a document as received. A wachtwoordbrief only when steps 1 to 7 are done; its password is never kept.',
    access: 'register',
    input: z.strictObject({
      kind: z.enum(documentKinds),
      receivedOn: day,
      start: day.optional(),
      gebruikersnaam: name.optional(),
      ending: ending.optional(),
    }),
    output: z.strictObject({ id: rowId }),
  }),
  'aansluiting.removeDocument': operation({
    summary: 'Takes back that a document was received.',
    access: 'register',
    input: z.strictObject({ id: rowId }),
    output: nothing,
  }),
  'aansluiting.tick': operation({
    summary: 'Ticks a part that only a person can judge, with the day on which it was done; null takes it back.',
    access: 'register',
    input: z.strictObject({ part: partKey, on: day.nullable() }),
    output: nothing,
  }),
  'aansluiting.saveTask': operation({
    summary: 'Saves who does a part and by when (plan van aanpak); empty: nobody, no day.',
    access: 'register',
    input: z.strictObject({ part: partKey, owner: name, due: z.union([z.literal(''), day]) }),
    output: nothing,
  }),
  'aansluiting.voortgang': operation({
    summary: 'The progress as Mijn BRON last told it, week by week, from here (Stappenplan step 11).',
    access: 'read',
    input: nothing,
    output: z.strictObject({ kept: keptVoortgang.optional() }),
  }),
  'aansluiting.contact': operation({
    summary: 'The contactgegevens of hoofdvestiging and aanleverpunten as far as they are filled in.',
    access: 'read',
    input: nothing,
    output: z.strictObject({ contact: contactForm, complete: z.boolean() }),
  }),
  'aansluiting.saveContact': operation({
    summary:
      'Saves the contactgegevens; gemachtigde and contactpersoon are those of the settings too. Refused in the week before the start.',
    access: 'register',
    input: contactInput,
    output: nothing,
  }),
  'aansluiting.reportAantallen': operation({
    summary:
      'Notes the aantallen that were reported in Mijn BRON. At a WPO school ambulant begeleide pupils are part of the total.',
    access: 'exchange',
    input: z.strictObject({ reportedOn: day, leerlingen: count, ambulant: count }),
    output: nothing,
  }),
} as const;
