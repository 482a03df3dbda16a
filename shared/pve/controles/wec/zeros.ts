import type { Hit } from '../controle.ts';
import { textOf, voorkomensOf, type Facts } from '../facts.ts';

/** The gegevens that are 0 for a pupil who is at another school, each with its gegevensgroep. */
const GROUPS = {
  aanduidingNnca: 'inschrijvingWec',
  soortOnderwijs: 'soortOnderwijs',
  leerjaar: 'leerjaarGroep',
  groep: 'leerjaarGroep',
  schoolsoort: 'schoolsoort',
  soortVerblijf: 'soortVerblijf',
} as const;

/** Hits at every filled one of these gegevens, in every voorkomen, whose value is wrong (338, 343, 443, 473). */
export const zeroHits = (
  facts: Facts,
  keys: readonly (keyof typeof GROUPS)[],
  wrong: (value: string) => boolean,
): Hit[] =>
  keys.flatMap((attribuut) => {
    const gegevensgroep = GROUPS[attribuut];
    const place = { gegevensgroep, attribuut };
    return voorkomensOf(facts, gegevensgroep).flatMap((at): Hit[] => {
      const value = textOf(at.item, attribuut);
      if (value === undefined || !wrong(value)) return [];
      return [gegevensgroep === 'inschrijvingWec' ? { place } : { place, at }];
    });
  });
