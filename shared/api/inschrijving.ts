import { z } from 'zod';
import { inschrijvingKinds, type InschrijvingKind } from '../pve/berichten/kinds.ts';
import { changesShape, groupShape } from './gegevensset.ts';

/** Kept here of coming and leaving, never delivered. */
export const keptOfInschrijving = {
  previousSchool: z.string().max(200).optional(),
  /** What shows that the pupil was at no other school: one of `proofKinds`, and the date on it. */
  proof: z.string().max(50).optional(),
  proofDate: z.string().max(50).optional(),
  /** Why the pupil left: code of `leavingReasons`. */
  leavingReason: z.string().max(50).optional(),
  /** The school that the pupil went to. */
  destination: z.string().max(200).optional(),
} as const;

/** An inschrijving WPO with all its groups, as kept here in the shape of bericht 3 (PvE 4.1.3). */
export const gegevensWpo = z.strictObject({
  kind: z.literal('WPO'),
  ...groupShape(inschrijvingKinds.WPO),
  ...keptOfInschrijving,
});

/** Changes to an inschrijving WPO. */
export const changesWpo = z.strictObject({ ...changesShape(inschrijvingKinds.WPO), ...keptOfInschrijving });

/** An inschrijving WEC with all its groups (PvE 4.1.4). */
export const gegevensWec = z.strictObject({
  kind: z.literal('WEC'),
  ...groupShape(inschrijvingKinds.WEC),
  ...keptOfInschrijving,
});

/** An inschrijving of either kind, which tells the groups it has. */
export const inschrijvingGegevens = z.discriminatedUnion('kind', [gegevensWpo, gegevensWec]);
export type InschrijvingGegevens = z.infer<typeof inschrijvingGegevens>;

export type GegevensWpo = z.infer<typeof gegevensWpo>;
export type GegevensWec = z.infer<typeof gegevensWec>;
type GegevensOf<K extends InschrijvingKind> = Extract<InschrijvingGegevens, { kind: K }>;

/** An inschrijving in which nothing is filled in. */
export const emptyInschrijving = <K extends InschrijvingKind>(kind: K): GegevensOf<K> => {
  const lists = inschrijvingKinds[kind].groups.map(({ key }) => [key, []]);
  return { kind, ...Object.fromEntries(lists) } as GegevensOf<K>;
};
