import { z } from 'zod';
import { operation } from './operation.ts';
import { address } from './gezin.ts';
import { date, instant, nothing, rowId } from './session.ts';

/** The terugkoppelingen that are about a pupil: BRON proposes, a person decides (PvE 5.6.8, 5.6.9, 5.6.11, 5.6.13 to 5.6.15). */
export const proposalNr = z.literal([8, 9, 11, 13, 15, 16]);
export type ProposalNr = z.infer<typeof proposalNr>;

/** `superseded`: a later one of BRON took its place. */
export const proposalState = z.enum(['open', 'applied', 'declined', 'superseded']);
export type ProposalState = z.infer<typeof proposalState>;

/** A gegeven that would change; values as on the wire. */
const proposedChange = z.strictObject({
  /** Key of the gegeven in the gegevensset. */
  key: z.string(),
  here: z.string().optional(),
  bron: z.string().optional(),
});

/** An inschrijving of a dubbele inschrijving, at our school or another, and whom to ask there (PvE 5.6.15). */
export const doubleSituation = z.strictObject({
  own: z.boolean(),
  brinnummer: z.string(),
  naam: z.string().optional(),
  plaats: z.string().optional(),
  datumInschrijving: z.string().optional(),
  datumUitschrijving: z.string().optional(),
  contactpersoon: z.string().optional(),
  telefoon: z.string().optional(),
  email: z.string().optional(),
});
export type DoubleSituation = z.infer<typeof doubleSituation>;

export const proposal = z.strictObject({
  id: rowId,
  nr: proposalNr,
  state: proposalState,
  receivedAt: instant,
  leerlingId: rowId,
  leerlingNaam: z.string(),
  signalen: z.array(z.strictObject({ code: z.string(), ernst: z.enum(['A', 'S']), title: z.string() })),
  changes: z.array(proposedChange),
  /** Of a dubbele inschrijving. */
  situations: z.array(doubleSituation),
  /** Whether there is something to take over. */
  applicable: z.boolean(),
  /** Whether taking it over replaces a number that is kept here, which asks for a confirmation. */
  confirm: z.boolean(),
  reason: z.string().optional(),
  decidedAt: instant.optional(),
  /** Name of who decided; absent when the program did. */
  decidedBy: z.string().optional(),
});
export type Proposal = z.infer<typeof proposal>;

export const proposalsOperations = {
  'proposals.list': operation({
    summary: 'A page of what BRON proposes, the newest first: of all pupils or one, what is open or all.',
    access: 'register',
    input: z.strictObject({
      leerlingId: rowId.optional(),
      nr: proposalNr.optional(),
      show: z.enum(['open', 'all']).default('open'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      /** How many of these there are to page through. */
      total: z.number(),
      open: z.number(),
      /** Those that were decided on included. */
      ever: z.number(),
      rows: z.array(proposal),
    }),
  }),
  'proposals.apply': operation({
    summary: 'Takes over what BRON proposes of one pupil; a number that differs from ours only when that is confirmed.',
    access: 'register',
    input: z.strictObject({ id: rowId, confirmed: z.boolean().default(false) }),
    /** The move that was taken over, to ask who moves along. */
    output: z.strictObject({
      moved: z.strictObject({ leerlingId: rowId, from: address, address, begindatum: date.optional() }).optional(),
    }),
  }),
  'proposals.decline': operation({
    summary: 'Leaves things as they are, with the reason; the same is not proposed again.',
    access: 'register',
    input: z.strictObject({ id: rowId, reason: z.string().trim().min(1, 'een reden').max(500) }),
    output: nothing,
  }),
} as const;
