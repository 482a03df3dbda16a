import { createContext, use } from 'react';
import type { Signaal } from '../../../../shared/api/leerlingen.ts';
import type { School } from '../../../../shared/api/session.ts';
import type { Finding } from '../../../../shared/pve/controles/types.ts';
import type { Conflict, CardDraft } from './draft.ts';
import type { CardPlace } from './places.ts';
import type { Card } from './useCard.ts';

export type PlacedSignaal = Signaal & { scope: string };

/** What every field of the card needs. */
export interface CardContextValue {
  card: Card;
  mine: CardDraft;
  vestigingen: School['vestigingen'];
  /** Today by the clock of the program, `yyyy-mm-dd`. */
  today: string;
  readOnly: boolean;
  /** Findings of the voorcontrole at a field or group, without those that BRON already reported there. */
  findingsAt: (scope: string | undefined, place: CardPlace) => readonly Finding[];
  /** Signalen of BRON at a field or group. */
  signalenAt: (scope: string | undefined, place: CardPlace) => readonly PlacedSignaal[];
  conflictAt: (scope: string | undefined, place: CardPlace) => Conflict | undefined;
  /** The field that was jumped to and is to stand out, as its id in the page. */
  highlighted: string | undefined;
  /** Shows a field, puts the cursor in it and makes it stand out. */
  jump: (scope: string | undefined, place: CardPlace) => void;
}

export const CardContext = createContext<CardContextValue | undefined>(undefined);

/** The card around a field. Error: outside a card. */
export function useCardContext(): CardContextValue {
  const value = use(CardContext);
  if (!value) throw new Error('no card around this field');
  return value;
}
