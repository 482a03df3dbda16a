import { emptyContact, type ContactGegevens } from '../../../../shared/api/contact.ts';
import { emptyInschrijving, type InschrijvingGegevens } from '../../../../shared/api/inschrijving.ts';
import type { LeerlingCard, Persoonsgegevens } from '../../../../shared/api/leerlingen.ts';
import { hasAdres, sameAdres } from '../../../../shared/domain/adres.ts';
import { contact as contactGroup } from '../../../../shared/domain/ownGegevens.ts';
import { inschrijvingKinds, type InschrijvingKind } from '../../../../shared/pve/berichten/kinds.ts';
import type { FieldGroup } from '../../../../shared/pve/gegevensset/types.ts';
import { persoon as persoonGroup, rootOf, type CardPlace } from './places.ts';
import { inOrder, listAt, sameDocument, textAt, withTextAt, type Texts } from './tree.ts';

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
  contact: ContactGegevens;
  inschrijvingen: readonly InschrijvingDraft[];
  /** From which day another address holds; empty: the former one was a mistake. Absent: from today. */
  movedOn?: string;
}

/** What is saved (`base`), what stands on the card (`mine`), and the fields that were changed here and elsewhere. */
export interface CardState {
  base: CardDraft;
  mine: CardDraft;
  conflicts: readonly Conflict[];
}

export interface Conflict {
  /** Key of the inschrijving; absent for what is the pupil's. */
  scope?: string;
  place: CardPlace;
  /** The value that was saved elsewhere. */
  theirs: string | undefined;
}

/** The card of a new pupil: nothing filled, one inschrijving to fill. */
export function newCard(kind: InschrijvingKind): CardState {
  const mine: CardDraft = {
    persoon: {},
    contact: emptyContact(),
    inschrijvingen: [{ key: 'nieuw', gegevens: emptyInschrijving(kind) }],
  };
  return { base: mine, mine, conflicts: [] };
}

export function draftOf(card: LeerlingCard): CardDraft {
  const { id, version, persoon, contact, inschrijvingen } = card;
  return {
    id,
    version,
    persoon,
    contact,
    inschrijvingen: inschrijvingen.map((item) => ({
      key: String(item.id),
      id: item.id,
      version: item.version,
      gegevens: item.gegevens,
    })),
  };
}

export const samePersoon = (a: Persoonsgegevens, b: Persoonsgegevens): boolean => sameDocument(persoonGroup, a, b);

/** The group that an inschrijving is a document of. */
export const groupOf = ({ kind }: InschrijvingGegevens): FieldGroup => inschrijvingKinds[kind];

export const sameInschrijving = (a: InschrijvingGegevens, b: InschrijvingGegevens): boolean =>
  a.kind === b.kind && sameDocument(groupOf(a), a, b);

/** The inschrijving with its periods in the order in which they are sent. */
export const inschrijvingInOrder = (gegevens: InschrijvingGegevens): InschrijvingGegevens =>
  inOrder(groupOf(gegevens), gegevens);

const byKey = (draft: CardDraft, key: string | undefined) => draft.inschrijvingen.find((item) => item.key === key);

export const persoonChanged = ({ base, mine }: CardState): boolean => !samePersoon(base.persoon, mine.persoon);

export const contactChanged = ({ base, mine }: CardState): boolean =>
  !sameDocument(contactGroup, base.contact, mine.contact);

/** Whether an address that was saved gives way to another: a move, or a correction. */
export const adresChanged = ({ base, mine }: CardState): boolean =>
  base.id !== undefined && hasAdres(base.persoon) && !sameAdres(base.persoon, mine.persoon);

/** The inschrijvingen on the card that differ from what is saved. A new one counts once something is filled in. */
export const changedInschrijvingen = ({ base, mine }: CardState): InschrijvingDraft[] =>
  mine.inschrijvingen.filter(
    ({ key, gegevens }) => !sameInschrijving(gegevens, byKey(base, key)?.gegevens ?? emptyInschrijving(gegevens.kind)),
  );

export const isChanged = (state: CardState): boolean =>
  persoonChanged(state) || contactChanged(state) || changedInschrijvingen(state).length > 0;

/** The kind of an inschrijving on the card; undefined for what is the pupil's. */
export const kindAt = (draft: CardDraft, scope: string | undefined): InschrijvingKind | undefined =>
  byKey(draft, scope)?.gegevens.kind;

/** The document that holds a place, and the group it is a document of. */
function documentAt(draft: CardDraft, scope: string | undefined, place: CardPlace): [FieldGroup, object | undefined] {
  const root = rootOf(place.group);
  if (root === persoonGroup) return [root, draft.persoon];
  if (root === contactGroup) return [root, draft.contact];
  const gegevens = byKey(draft, scope)?.gegevens;
  return [gegevens ? groupOf(gegevens) : root, gegevens];
}

/** The text at a place of the card. */
export function valueAt(draft: CardDraft, scope: string | undefined, place: CardPlace): string | undefined {
  const [root, document] = documentAt(draft, scope, place);
  return document && textAt(root, document, place);
}

/** The voorkomens of the group at a place of the card. */
export function periodsAt(draft: CardDraft, scope: string | undefined, place: CardPlace): readonly Texts[] {
  const [root, document] = documentAt(draft, scope, place);
  return document ? listAt(root, document, place) : [];
}

/** The draft with the document changed that holds a place. */
export function withDocument(
  draft: CardDraft,
  scope: string | undefined,
  place: CardPlace,
  change: <T extends object>(document: T, root: FieldGroup) => T,
): CardDraft {
  const root = rootOf(place.group);
  if (root === persoonGroup) return { ...draft, persoon: change(draft.persoon, root) };
  if (root === contactGroup) return { ...draft, contact: change(draft.contact, root) };
  return withInschrijving(draft, scope, (gegevens) => change(gegevens, groupOf(gegevens)));
}

/** The draft with another text at a place; an empty text takes the gegeven away. */
export const withValue = (draft: CardDraft, scope: string | undefined, place: CardPlace, value?: string): CardDraft =>
  withDocument(draft, scope, place, (document, root) => withTextAt(root, document, place, value));

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
