import type { FieldElement } from '../../../../shared/pve/gegevensset/types.ts';
import type { CardContextValue } from './context.ts';
import { valueAt } from './draft.ts';
import type { CardPlace } from './places.ts';
import { lengthHint, tooLongToKeep } from '../../../texts/values.ts';

/** What is to be said of the value in one field. */
export interface Saying {
  /** Blocking; otherwise only something to look at. */
  wrong: boolean;
  texts: readonly string[];
  /** That BRON reports something here, which stands below. */
  reported?: string;
}

/** What the program and the voorcontrole say of the value at a place; the signalen of BRON stand below the field. */
export function sayingAt(
  { mine, findingsAt, signalenAt }: Pick<CardContextValue, 'mine' | 'findingsAt' | 'signalenAt'>,
  element: FieldElement,
  scope: string | undefined,
  place: CardPlace,
): Saying {
  const value = valueAt(mine, scope, place) ?? '';
  const findings = findingsAt(scope, place);
  const signalen = signalenAt(scope, place).filter(({ state }) => state === 'open');
  return {
    wrong: tooLongToKeep(element, value) || [...findings, ...signalen].some(({ ernst }) => ernst === 'A'),
    texts: [
      lengthHint(element, value),
      ...findings.map(({ omschrijving, code }) => `${omschrijving} [${code}]`),
    ].filter((text) => text !== undefined),
    ...(signalen.length > 0 ? { reported: 'BRON meldt iets bij dit gegeven: zie hieronder.' } : {}),
  };
}

/** The id of the words about a field of a table, which stand in the row below it. */
export const wordsId = (fieldId: string): string => `${fieldId}-uitleg`;
