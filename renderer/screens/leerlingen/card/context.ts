import { createContext, use } from 'react';
import type { Signaal } from '../../../../shared/api/leerlingen.ts';
import type { School } from '../../../../shared/api/session.ts';
import type { Finding } from '../../../../shared/pve/controles/types.ts';
import type { FormFacts } from '../../../../shared/domain/forms/facts.ts';
import type { FirstValues } from '../../../../shared/domain/forms/values.ts';
import type { InschrijvingKind } from '../../../../shared/pve/berichten/kinds.ts';
import type { ChoiceContext } from '../../../texts/values.ts';
import type { CardDraft, Conflict } from './draft.ts';
import type { CardPlace } from './places.ts';
import type { Card } from './useCard.ts';

export type PlacedSignaal = Signaal & { scope: string };

/** What every field of the card needs. */
export interface CardContextValue {
  card: Card;
  mine: CardDraft;
  school: School;
  /** What the values of a gegeven depend on besides their list. */
  choices: ChoiceContext;
  /** Today by the clock of the program, `yyyy-mm-dd`. */
  today: string;
  readOnly: boolean;
  /** The kind of an inschrijving; undefined for what is the pupil's. */
  kindAt: (scope: string | undefined) => InschrijvingKind | undefined;
  /** What decides which groups and gegevens of an inschrijving are shown; undefined for what is the pupil's. */
  factsAt: (scope: string | undefined) => FormFacts | undefined;
  /** What the form fills in by itself of an inschrijving with these facts. */
  firstOf: (facts: FormFacts) => FirstValues;
  /** Whether a value of a waardelijst can be meant by a gegeven of an inschrijving. */
  offers: (scope: string | undefined, element: string, code: string) => boolean;
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
