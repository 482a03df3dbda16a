import data from './nnca.json' with { type: 'json' };

/**
 * Pupils with NNCA above four, for whom a school gets extra (BBWPO 28 lid 3, BBWEC 41): of the school as a whole, over its vestigingen.
 * A BAO has schoolgewicht instead; an instelling gets none.
 */
export function nncaAbove(facts: {
  kind: 'BAO' | 'SBAO' | 'WEC';
  instelling?: boolean;
  /** Pupils with NNCA per vestiging. */
  vestigingen: readonly number[];
}): number {
  if (!data.kinds.includes(facts.kind) || facts.instelling) return 0;
  const all = facts.vestigingen.reduce((sum, count) => sum + count, 0);
  return Math.max(0, all - data.free);
}
