import type { Output } from '../../../../shared/api/contract.ts';
import type { LeerlingCard } from '../../../../shared/api/leerlingen.ts';
import { contact } from '../../../../shared/domain/ownGegevens.ts';
import { voorkomensIn } from '../../../../shared/pve/berichten/place.ts';
import type { FieldGroup, Voorkomen } from '../../../../shared/pve/gegevensset/types.ts';
import { draftOf, groupOf, type CardDraft, type CardState, type Conflict, type InschrijvingDraft } from './draft.ts';
import { persoon, type CardPlace } from './places.ts';
import { sameDocument, voorkomenPlace } from './tree.ts';

type Note = (place: CardPlace, theirs: string | undefined) => void;
/** What was saved, what stands here, and what is saved now. */
type Three<T> = readonly [base: T, mine: T, theirs: T];

const textOf = (item: Voorkomen, key: string) => {
  const value = item[key];
  return typeof value === 'string' ? value : '';
};

function mergeList(
  group: FieldGroup,
  lists: Three<readonly Voorkomen[]>,
  parent: number | undefined,
  note: Note,
): Voorkomen[] {
  const [was, here, there] = lists;
  const at = { group: group.key, ...(parent === undefined ? {} : { parent }) };
  if (was.length === here.length && was.length === there.length) {
    return there.map((item, voorkomen) =>
      mergeItem(
        group,
        [was[voorkomen] ?? {}, here[voorkomen] ?? {}, item],
        voorkomenPlace(group, voorkomen, parent),
        note,
      ),
    );
  }
  const same = (a: readonly Voorkomen[], b: readonly Voorkomen[]) =>
    a.length === b.length && a.every((item, index) => sameDocument(group, item, b[index] ?? {}));
  if (same(was, here)) return [...there];
  if (!same(was, there)) note(at, undefined);
  return [...here];
}

/** Three documents into one: what was changed here stays, everything else follows what is saved. */
function mergeItem(group: FieldGroup, items: Three<Voorkomen>, place: CardPlace, note: Note): Voorkomen {
  const [base, mine, theirs] = items;
  const merged: Voorkomen = { ...theirs };
  for (const { key: element } of group.elements) {
    const [was, here, there] = [textOf(base, element), textOf(mine, element), textOf(theirs, element)];
    if (here === was || here === there) continue;
    if (here) merged[element] = here;
    else delete merged[element];
    if (there !== was) note({ ...place, element }, there || undefined);
  }
  for (const below of group.groups) {
    const lists = items.map((item) => voorkomensIn(item, below.key)) as unknown as Three<readonly Voorkomen[]>;
    merged[below.key] = mergeList(below, lists, place.voorkomen, note);
  }
  return merged;
}

/** The merged document; the one that is saved when they say the same. */
function mergeDocument<T extends object>(group: FieldGroup, documents: Three<T>, note: Note): T {
  const merged = mergeItem(group, documents as unknown as Three<Voorkomen>, { group: group.key }, note) as T;
  return sameDocument(group, merged, documents[2]) ? documents[2] : merged;
}

const isOlder = (a: number | undefined, b: number | undefined) => a !== undefined && b !== undefined && a < b;

/**
 * Takes in a card that was asked anew while a person is typing. What she changed stays on the card; what she did not
 * touch follows the new card; fields changed on both sides are listed. Parts older than what is known here are passed over.
 */
export function absorb({ base, mine }: CardState, card: LeerlingCard): CardState {
  const fresh = draftOf(card);
  const conflicts: Conflict[] = [];
  const noting =
    (scope?: string): Note =>
    (place, theirs) =>
      conflicts.push({ ...(scope === undefined ? {} : { scope }), place, theirs });
  const old = isOlder(fresh.version, base.version);
  const { persoon: theirPersoon, contact: theirContact, version } = old ? base : fresh;
  const mergedPersoon = old
    ? mine.persoon
    : mergeDocument(persoon, [base.persoon, mine.persoon, theirPersoon], noting());
  const mergedContact = old
    ? mine.contact
    : mergeDocument(contact, [base.contact, mine.contact, theirContact], noting());

  const find = (draft: CardDraft, id: number | undefined) => draft.inschrijvingen.find((item) => item.id === id);
  const pairs = fresh.inschrijvingen.map((theirs): { base: InschrijvingDraft; mine: InschrijvingDraft } => {
    const [was, here] = [find(base, theirs.id), find(mine, theirs.id)];
    if (!was || !here) return { base: theirs, mine: theirs };
    if (isOlder(theirs.version, was.version)) return { base: was, mine: here };
    const documents = [was.gegevens, here.gegevens, theirs.gegevens] as const;
    return {
      base: theirs,
      mine: { ...theirs, gegevens: mergeDocument(groupOf(theirs.gegevens), documents, noting(here.key)) },
    };
  });
  const unsaved = mine.inschrijvingen.filter(({ id }) => id === undefined);
  const shared = { id: card.id, ...(version === undefined ? {} : { version }) };
  const { movedOn } = mine;
  return {
    base: {
      ...shared,
      persoon: theirPersoon,
      contact: theirContact,
      inschrijvingen: pairs.map((pair) => pair.base),
    },
    mine: {
      ...shared,
      persoon: mergedPersoon,
      contact: mergedContact,
      inschrijvingen: [...unsaved, ...pairs.map((pair) => pair.mine)],
      ...(movedOn === undefined ? {} : { movedOn }),
    },
    conflicts,
  };
}

/** What was saved of a card: as it was typed, as it was sent (in order), the keys of the inschrijvingen sent, and the answer. */
export interface Saving {
  typed: CardDraft;
  sent: CardDraft;
  keys: readonly string[];
  saved: Output<'leerlingen.saveCard'>;
}

/** The state after saving. What was typed since stays; the rest is now as it was sent. */
export function afterSaving({ mine }: CardState, { typed, sent, keys, saved }: Saving): CardState {
  const { id, version } = saved;
  const numbered = ({ movedOn: _asked, ...draft }: CardDraft): CardDraft => ({
    ...draft,
    id,
    version,
    inschrijvingen: draft.inschrijvingen.map((item) => {
      const known = saved.inschrijvingen[keys.indexOf(item.key)];
      return known ? { ...item, key: String(known.id), id: known.id, version: known.version } : item;
    }),
  });
  const find = (draft: CardDraft, key: string) => draft.inschrijvingen.find((item) => item.key === key)?.gegevens;
  const since: CardDraft = {
    ...mine,
    persoon: mine.persoon === typed.persoon ? sent.persoon : mine.persoon,
    contact: mine.contact === typed.contact ? sent.contact : mine.contact,
    inschrijvingen: mine.inschrijvingen.map((item) => {
      const untouched = item.gegevens === find(typed, item.key);
      return { ...item, gegevens: (untouched ? find(sent, item.key) : undefined) ?? item.gegevens };
    }),
  };
  const base = numbered(sent);
  return {
    base: { ...base, inschrijvingen: base.inschrijvingen.filter((item) => item.id !== undefined) },
    mine: numbered(since),
    conflicts: [],
  };
}
