import { z } from 'zod';
import { operation } from './operation.ts';
import { date, instant, nothing, rowId } from './session.ts';

/** A pupil of whom the retention period is over. */
export const destroyable = z.strictObject({
  leerlingId: rowId,
  naam: z.string(),
  /** The last uitschrijving. */
  datumUitschrijving: date,
  /** Something still has to be settled with BRON first. */
  underWay: z.boolean(),
  /** The last day of being kept on purpose; absent: proposed for destruction. */
  keptUntil: date.optional(),
});
export type Destroyable = z.infer<typeof destroyable>;

/** What became of a place that does not come back: destroyed, or lost or out of reach for good. */
const goneAs = z.enum(['destroyed', 'lost']);

/** Where destroyed gegevens still have to go, or are gone. */
const destructionPlace = z.strictObject({
  place: z.enum(['database', 'first', 'second']),
  /** The folder of a place for backups. */
  folder: z.string(),
  /** Absent: not done yet. */
  doneAt: instant.optional(),
  /** Whether the folder can be reached now. */
  there: z.boolean(),
  /** Backups written anew without the pupils, and backups that could not be and were removed. */
  rewritten: z.number(),
  removed: z.number(),
  /** Ticked off: it does not come back. */
  gone: z.strictObject({ as: goneAs, at: instant, by: z.string().optional() }).optional(),
});
export type DestructionPlace = z.infer<typeof destructionPlace>;

/** A decision in the protocol: no name and no number of a person but of who decided. */
export const destruction = z.strictObject({
  id: rowId,
  decidedAt: instant,
  decidedBy: z.string().optional(),
  /** After the retention period, or from the bin. */
  reason: z.enum(['retention', 'bin']),
  leerlingen: z.number(),
  /** Destroyed by themselves, of pupils who stay. */
  inschrijvingen: z.number(),
  /** The years in which they left, as `2004` or `2003-2004`; of those from the bin it is not kept. */
  leftIn: z.string().optional(),
  /** The day on which it has to be done everywhere. */
  before: date,
  places: z.array(destructionPlace),
});
export type Destruction = z.infer<typeof destruction>;

export const retentionOperations = {
  'retention.list': operation({
    summary:
      'The pupils who left five years ago or more, proposed for destruction, longest ago first, with the protocol of what was destroyed.',
    access: 'manage',
    input: z.strictObject({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ total: z.number(), rows: z.array(destroyable), protocol: z.array(destruction) }),
  }),
  'retention.due': operation({
    summary:
      'How many pupils are proposed for destruction and not kept on purpose, and by which day what was decided and is not done everywhere has to be done.',
    access: 'manage',
    input: nothing,
    output: z.strictObject({ proposed: z.number(), before: date.optional() }),
  }),
  'retention.placeGone': operation({
    summary:
      'Ticks off a second place with backups that does not come back, with what became of it: in the log and the protocol. Should it come back, it is done all the same.',
    access: 'manage',
    input: z.strictObject({ folder: z.string().min(1).max(4096), as: goneAs, confirmed: z.literal(true) }),
    output: nothing,
  }),
  'retention.keep': operation({
    summary:
      'Keeps pupils of whom the retention period is over on purpose, such as for a complaint, up to and including a day; without a day they are proposed for destruction again.',
    access: 'manage',
    input: z.strictObject({ leerlingIds: z.array(rowId).min(1).max(200), until: date.optional() }),
    output: nothing,
  }),
  'retention.destroy': operation({
    summary:
      'Destroys pupils of whom the retention period is over: here at once, then in the backups of both places. Kept is when, by whom and how many.',
    access: 'manage',
    input: z.strictObject({ leerlingIds: z.array(rowId).min(1).max(200), confirmed: z.literal(true) }),
    output: nothing,
  }),
} as const;
