import { z } from 'zod';
import { gegevensWpo, inschrijvingGegevens, keptOfInschrijving } from './inschrijving.ts';
import { finding, persoonsgegevens } from './leerlingen.ts';
import { operation } from './operation.ts';
import { date, nothing, rowId, version } from './session.ts';

const optionalDate = date.optional();

const proposal = z.strictObject({
  /** Absent when too little is known, or when the rules leave the choice to the school. */
  value: z.string().optional(),
  /** Why, in Dutch. */
  reason: z.string(),
  /** What would have to be known, as Dutch words. */
  missing: z.array(z.string()),
});

const verzorgerFacts = z.strictObject({
  /** Category of the ouderverklaring. */
  opleiding: z.enum(['1', '2', '3']).optional(),
  /** Code of the BRP table of countries. */
  geboorteland: z.string().max(4).optional(),
});

/** A pupil that may be the one who is to be enrolled. */
const match = z.strictObject({
  leerlingId: rowId,
  naam: z.string(),
  geboortedatum: z.string().optional(),
  /** Found by its number, or by name and birth date. */
  by: z.enum(['number', 'name']),
  inBin: z.boolean(),
  /** Of the latest inschrijving. */
  datumInschrijving: z.string().optional(),
  datumUitschrijving: z.string().optional(),
});

/** What came of it, and what goes to BRON. */
const outcome = z.strictObject({
  leerlingId: rowId,
  inschrijvingId: rowId,
  version,
  findings: z.array(finding),
  deliverBy: optionalDate,
  /** What goes to BRON and by when, in Dutch. */
  announcement: z.string(),
});
export type EnrolmentOutcome = z.infer<typeof outcome>;

const existing = { inschrijvingId: rowId, version } as const;
const { adviesVo, eindtoets } = gegevensWpo.shape;

/** Inschrijven and uitschrijven as guided steps. */
export const enrolmentOperations = {
  'enrolment.find': operation({
    summary: 'Pupils, also in the bin, with this BSN or onderwijsnummer, or with this surname and birth date.',
    access: 'register',
    input: z.strictObject({
      number: z.string().max(20).optional(),
      achternaam: z.string().max(200).optional(),
      geboortedatum: z.string().max(10).optional(),
    }),
    output: z.strictObject({ matches: z.array(match) }),
  }),
  'enrolment.propose': operation({
    summary:
      'Proposes datum inschrijving, NNCA and gewicht from the facts and the soort of the school, and says what the age limits have against it.',
    access: 'register',
    input: z.strictObject({
      /** A known pupil: its verzorgers are taken, when it has any. */
      leerlingId: rowId.optional(),
      geboortedatum: z.string().max(10).optional(),
      /** First day in class. */
      firstDay: z.string().max(10).optional(),
      /** First day on which the school teaches that year; not needed when the school year was entered. */
      firstSchoolDay: z.string().max(10).optional(),
      /** The date as it is now; the proposed one when left out. */
      datumInschrijving: z.string().max(10).optional(),
      verzorgers: z.array(verzorgerFacts).max(10).default([]),
    }),
    output: z.strictObject({
      datumInschrijving: proposal,
      nnca: proposal,
      gewicht: z.array(proposal.extend({ codeGewichtenregeling: z.enum(['1', '2']), begindatum: date })),
      objections: z.array(z.string()),
      /** What is kept here and need not be asked: the first school day of that year, and how many verzorgers count. */
      known: z.strictObject({ firstSchoolDay: optionalDate, verzorgers: z.number() }),
    }),
  }),
  'enrolment.start': operation({
    summary:
      'Enrols a pupil: makes it (without leerling) or takes the known one, and makes the inschrijving, all or nothing.',
    access: 'register',
    input: z.strictObject({
      leerling: z.strictObject({ id: rowId, version }).optional(),
      persoon: persoonsgegevens,
      gegevens: inschrijvingGegevens,
    }),
    output: outcome,
  }),
  'enrolment.proposeEnd': operation({
    summary: 'Proposes the datum uitschrijving, and says whether advies VO and eindtoets belong to it (leerjaar 8).',
    access: 'register',
    input: z.strictObject({
      inschrijvingId: rowId,
      lastDay: z.string().max(10).optional(),
      /** Last day on which the school teaches that year; not needed when the school year was entered. */
      lastSchoolDay: z.string().max(10).optional(),
    }),
    output: z.strictObject({
      datumUitschrijving: proposal,
      /** As it was entered. */
      lastSchoolDay: optionalDate,
      highestLeerjaar: z.boolean(),
    }),
  }),
  'enrolment.end': operation({
    summary: 'Ends an inschrijving; reason and destination are kept, advies VO and eindtoets are delivered with it.',
    access: 'register',
    input: z.strictObject({
      ...existing,
      datumUitschrijving: date,
      leavingReason: keptOfInschrijving.leavingReason,
      destination: keptOfInschrijving.destination,
      adviesVo,
      /** Added to those that are there. */
      eindtoets,
    }),
    output: outcome,
  }),
  'enrolment.moveEnd': operation({
    summary:
      'Moves the datum uitschrijving to the day before the inschrijving at the new school, when its message came within four weeks.',
    access: 'register',
    input: z.strictObject({ ...existing, newStart: date, receivedOn: date }),
    output: outcome,
  }),
  'enrolment.reopen': operation({
    summary: 'Undoes an uitschrijving: the inschrijving goes on.',
    access: 'register',
    input: z.strictObject(existing),
    output: outcome,
  }),
  'enrolment.correctStart': operation({
    summary:
      'Gives an inschrijving another datum inschrijving; the groups that begin with it follow. One that BRON knows gets it once BRON has removed it under its old date (atBron), and is then delivered anew.',
    access: 'register',
    input: z.strictObject({
      ...existing,
      datumInschrijving: date,
      /** BRON is to remove the inschrijving and to register it anew; without it one that BRON knows is refused. */
      atBron: z.boolean().default(false),
    }),
    output: outcome.extend({
      /** Periods that went because they were over by then. */
      dropped: z.number(),
    }),
  }),
  'enrolment.withdrawCorrection': operation({
    summary:
      'Takes back that the datum inschrijving is corrected at BRON, as long as the verwijdering has not left; nothing has changed here.',
    access: 'register',
    input: z.strictObject({ inschrijvingId: rowId }),
    output: nothing,
  }),
  'enrolment.leaving': operation({
    summary: 'Pupils who must leave at the end of this school year because they turn 14 in it (or did before).',
    access: 'read',
    input: nothing,
    output: z.strictObject({
      /** The last day of the school year. */
      lastDay: date,
      rows: z.array(z.strictObject({ leerlingId: rowId, naam: z.string(), geboortedatum: z.string() })),
    }),
  }),
} as const;
