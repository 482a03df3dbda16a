import type { ControleCase } from '../controleCases.ts';
import { pupilOf, type Pupil } from './pupil.ts';

export interface Placed {
  item: ControleCase;
  pupil: Pupil;
}

/** Cases that can be sent in one register, on one day, from one school. */
export interface Batch {
  /** One of them. */
  first: ControleCase;
  placed: Placed[];
}

const worldOf = ({ context, registers }: ControleCase) =>
  JSON.stringify([context.deliveredOn, context.school, registers]);

/** Puts cases of the same day, school and registers together, as far as they are about different pupils. */
export function batchesOf(cases: readonly ControleCase[]): Batch[] {
  const worlds = Map.groupBy(cases, worldOf);
  return [...worlds.values()].flatMap((items) => {
    const batches: (Batch & { identities: Set<string> })[] = [];
    items.forEach((item, index) => {
      const pupil = pupilOf(item, index);
      let batch = batches.find(({ identities }) => pupil.identities.every((identity) => !identities.has(identity)));
      if (!batch) {
        batch = { first: item, placed: [], identities: new Set() };
        batches.push(batch);
      }
      batch.placed.push({ item, pupil });
      for (const identity of pupil.identities) batch.identities.add(identity);
    });
    return batches;
  });
}
