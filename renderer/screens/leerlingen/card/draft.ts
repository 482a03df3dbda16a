import {
  emptyInschrijving,
  type InschrijvingGegevens,
  type LeerlingCard,
  type Persoonsgegevens,
} from '../../../../shared/api/leerlingen.ts';
import { inschrijvingWpo } from '../../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { periodicGroups, persoonElements, type CardPlace, type PeriodicKey } from './places.ts';

export type Texts = Record<string, string | undefined>;

/** An inschrijving on the card; without id it has not been saved yet. */
export interface InschrijvingDraft {
  /** Stays the same while the card is open. */
  key: string;
  id?: number;
  version?: number;
  gegevens: InschrijvingGegevens;
}

/** What is on the card: of a pupil that was saved, or of a new one. */
export interface CardDraft {
  id?: number;
  version?: number;
  persoon: Persoonsgegevens;
  inschrijvingen: readonly InschrijvingDraft[];
}

/** What is saved (`base`), what stands on the card (`mine`), and the fields that were changed here and elsewhere. */
export interface CardState {
  base: CardDraft;
  mine: CardDraft;
  conflicts: readonly Conflict[];
}

export interface Conflict {
  /** Key of the inschrijving; absent for the persoonsgegevens. */
  scope?: string;
  place: CardPlace;
  /** The value that was saved elsewhere. */
  theirs: string | undefined;
}

/** The card of a new pupil: nothing filled, one inschrijving to fill. */
export function newCard(): CardState {
  const mine: CardDraft = { persoon: {}, inschrijvingen: [{ key: 'nieuw', gegevens: emptyInschrijving() }] };
  return { base: mine, mine, conflicts: [] };
}

export function draftOf(card: LeerlingCard): CardDraft {
  const { id, version, persoon, inschrijvingen } = card;
  return {
    id,
    version,
    persoon,
    inschrijvingen: inschrijvingen.map((item) => ({
      key: String(item.id),
      id: item.id,
      version: item.version,
      gegevens: item.gegevens,
    })),
  };
}

const sameText = (a: string | undefined, b: string | undefined) => (a ?? '') === (b ?? '');
const vasteKeys = inschrijvingWpo.elements.map(({ key }) => key as string);
const persoonKeys = persoonElements.map(({ key }) => key);
const sameTexts = (a: Texts, b: Texts, keys: readonly string[]) => keys.every((key) => sameText(a[key], b[key]));

/** The vaste gegevens of an inschrijving by key. */
export const vasteOf = (gegevens: InschrijvingGegevens): Texts => gegevens as unknown as Texts;
/** The voorkomens of a periodic group as texts by key. */
export const listOf = (gegevens: InschrijvingGegevens, key: PeriodicKey): readonly Texts[] => gegevens[key];

export const samePersoon = (a: Persoonsgegevens, b: Persoonsgegevens): boolean => sameTexts(a, b, persoonKeys);

export function sameInschrijving(a: InschrijvingGegevens, b: InschrijvingGegevens): boolean {
  if (!sameTexts(vasteOf(a), vasteOf(b), vasteKeys)) return false;
  return periodicGroups.every(({ key, elements }) => {
    const [left, right] = [listOf(a, key), listOf(b, key)];
    const keys = elements.map((item) => item.key as string);
    return left.length === right.length && left.every((item, index) => sameTexts(item, right[index] ?? {}, keys));
  });
}

const byKey = (draft: CardDraft, key: string) => draft.inschrijvingen.find((item) => item.key === key);

export const persoonChanged = ({ base, mine }: CardState): boolean => !samePersoon(base.persoon, mine.persoon);

/** The inschrijvingen on the card that differ from what is saved. A new one counts once something is filled in. */
export const changedInschrijvingen = ({ base, mine }: CardState): InschrijvingDraft[] =>
  mine.inschrijvingen.filter(
    ({ key, gegevens }) => !sameInschrijving(gegevens, byKey(base, key)?.gegevens ?? emptyInschrijving()),
  );

export const isChanged = (state: CardState): boolean =>
  persoonChanged(state) || changedInschrijvingen(state).length > 0;

/** The text at a place of the card. */
export function valueAt(draft: CardDraft, scope: string | undefined, place: CardPlace): string | undefined {
  const { group, element, voorkomen } = place;
  if (!element) return undefined;
  if (group === 'persoon') return (draft.persoon as Texts)[element];
  const gegevens = draft.inschrijvingen.find(({ key }) => key === scope)?.gegevens;
  if (!gegevens) return undefined;
  if (voorkomen === undefined) return vasteOf(gegevens)[element];
  return listOf(gegevens, group as PeriodicKey)[voorkomen]?.[element];
}

const withText = <T extends object>(texts: T, key: string, value: string | undefined): T => {
  const { [key]: _old, ...rest } = texts as Texts;
  return (value ? { ...rest, [key]: value } : rest) as T;
};

/** The draft with another text at a place; an empty text takes the gegeven away. */
export function withValue(draft: CardDraft, scope: string | undefined, place: CardPlace, value?: string): CardDraft {
  const { group, element, voorkomen } = place;
  if (!element) return draft;
  if (group === 'persoon') return { ...draft, persoon: withText(draft.persoon, element, value) };
  return withInschrijving(draft, scope, (gegevens) => {
    if (voorkomen === undefined) return withText(gegevens, element, value);
    const list = listOf(gegevens, group as PeriodicKey).map((item, index) =>
      index === voorkomen ? withText(item, element, value) : item,
    );
    return { ...gegevens, [group]: list };
  });
}

/** The draft with one inschrijving changed. */
export const withInschrijving = (
  draft: CardDraft,
  scope: string | undefined,
  change: (gegevens: InschrijvingGegevens) => InschrijvingGegevens,
): CardDraft => ({
  ...draft,
  inschrijvingen: draft.inschrijvingen.map((item) =>
    item.key === scope ? { ...item, gegevens: change(item.gegevens) } : item,
  ),
});
