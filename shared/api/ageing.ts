import { z } from 'zod';
import { ageings } from '../domain/enrolment/delivery.ts';
import { bronState } from './leerlingen.ts';
import { operation } from './operation.ts';
import { date, instant, nothing, rowId } from './session.ts';

/** Where a change is that BRON does not have: still to go, first to be corrected by a person, or at BRON without an answer yet. */
export const waitingPlaces = ['toSend', 'toCorrect', 'atBron'] as const;
export type WaitingPlace = (typeof waitingPlaces)[number];

const change = {
  /** `dates`: BRON does not know the begin or the end of the inschrijving, which has a shorter term from 1-8-2013. */
  kind: z.enum(['dates', 'other']),
  since: date,
  deliverBy: date,
  ageing: z.enum(ageings),
};

export const waitingGroup = z.strictObject({ ...change, place: z.enum(waitingPlaces), count: z.number() });
export type WaitingGroup = z.infer<typeof waitingGroup>;

export const waitingRow = z.strictObject({
  ...change,
  inschrijvingId: rowId,
  leerlingId: rowId,
  leerlingNaam: z.string(),
  state: bronState,
});
export type WaitingRow = z.infer<typeof waitingRow>;

const counts = z.strictObject({ onTime: z.number(), soon: z.number(), late: z.number() });

export const ageingOperations = {
  'ageing.summary': operation({
    summary: 'What BRON does not have yet and for how long, in numbers only: for the page of the schoolleider.',
    access: 'read',
    input: nothing,
    output: z.strictObject({
      /** The day that it is judged on. */
      day: date,
      /** Inschrijvingen in the administration, and how many of them BRON has as they are here. */
      total: z.number(),
      registered: z.number(),
      /** Of those, with a signaal that was not looked at. */
      withSignaal: z.number(),
      counts,
      /** What waits, the first to be with BRON first. */
      waiting: z.array(waitingGroup),
      lastExchangeAt: instant.optional(),
      /** The school noted documents of the Stappenplan, and that of its ending not yet: the term counts from then on. */
      joining: z.boolean(),
    }),
  }),
  'ageing.list': operation({
    summary: 'A page of the changes that BRON does not have yet, the first to be with BRON first.',
    access: 'read',
    input: z.strictObject({
      ageing: z.enum(ageings).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(100).default(20),
    }),
    output: z.strictObject({ day: date, total: z.number(), counts, rows: z.array(waitingRow) }),
  }),
} as const;
