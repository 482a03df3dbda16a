import type { InschrijvingGegevens, LeerlingCard, Persoonsgegevens } from '../../../../shared/api/leerlingen.ts';
import { inschrijvingWpo } from '../../../../shared/pve/gegevensset/inschrijvingWpo.ts';
import {
  draftOf,
  listOf,
  sameInschrijving,
  vasteOf,
  type CardDraft,
  type CardState,
  type Conflict,
  type InschrijvingDraft,
  type Texts,
} from './draft.ts';
import { periodicGroups, persoonElements, type CardPlace } from './places.ts';

type Note = (place: CardPlace, theirs: string | undefined) => void;

/** Three texts into one: what was changed here stays, everything else follows what is saved. */
function mergeTexts(
  [base, mine, theirs]: readonly [Texts, Texts, Texts],
  keys: readonly string[],
  place: Omit<CardPlace, 'element'>,
  note: Note,
): Texts {
  const merged: Texts = { ...theirs };
  for (const element of keys) {
    const [was, here, there] = [base[element] ?? '', mine[element] ?? '', theirs[element] ?? ''];
    if (here === was || here === there) continue;
    if (here) merged[element] = here;
    else delete merged[element];
    if (there !== was) note({ ...place, element }, theirs[element]);
  }
  return merged;
}

function mergeGegevens(
  base: InschrijvingGegevens,
  mine: InschrijvingGegevens,
  theirs: InschrijvingGegevens,
  note: Note,
): InschrijvingGegevens {
  const vasteKeys = inschrijvingWpo.elements.map(({ key }) => key as string);
  const merged = mergeTexts(
    [vasteOf(base), vasteOf(mine), vasteOf(theirs)],
    vasteKeys,
    { group: 'inschrijvingWpo' },
    note,
  );
  const lists = periodicGroups.map(({ key, elements }) => {
    const [was, here, there] = [listOf(base, key), listOf(mine, key), listOf(theirs, key)];
    if (was.length === here.length && was.length === there.length) {
      const keys = elements.map((element) => element.key as string);
      const items = there.map((item, voorkomen) =>
        mergeTexts([was[voorkomen] ?? {}, here[voorkomen] ?? {}, item], keys, { group: key, voorkomen }, note),
      );
      return [key, items];
    }
    if (JSON.stringify(was) === JSON.stringify(here)) return [key, there];
    if (JSON.stringify(was) !== JSON.stringify(there)) note({ group: key }, undefined);
    return [key, here];
  });
  return { ...merged, ...Object.fromEntries(lists) } as InschrijvingGegevens;
}

function mergePersoon(state: CardState, theirs: CardDraft, conflicts: Conflict[]): Persoonsgegevens {
  const texts = [state.base.persoon, state.mine.persoon, theirs.persoon] as const;
  const keys = persoonElements.map(({ key }) => key);
  return mergeTexts(texts, keys, { group: 'persoon' }, (place, value) => conflicts.push({ place, theirs: value }));
}

const isOlder = (a: number | undefined, b: number | undefined) => a !== undefined && b !== undefined && a < b;

/**
 * Takes in a card that was asked anew while a person is typing. What she changed stays on the card; what she did not
 * touch follows the new card; fields changed on both sides are listed. Parts older than what is known here are passed over.
 */
export function absorb(state: CardState, card: LeerlingCard): CardState {
  const fresh = draftOf(card);
  const conflicts: Conflict[] = [];
  const old = isOlder(fresh.version, state.base.version);
  const persoon = old ? state.base.persoon : fresh.persoon;
  const version = old ? state.base.version : fresh.version;
  const mergedPersoon = old ? state.mine.persoon : mergePersoon(state, fresh, conflicts);

  const find = (draft: CardDraft, id: number | undefined) => draft.inschrijvingen.find((item) => item.id === id);
  const pairs = fresh.inschrijvingen.map((theirs): { base: InschrijvingDraft; mine: InschrijvingDraft } => {
    const [base, mine] = [find(state.base, theirs.id), find(state.mine, theirs.id)];
    if (!base || !mine) return { base: theirs, mine: theirs };
    if (isOlder(theirs.version, base.version)) return { base, mine };
    const gegevens = mergeGegevens(base.gegevens, mine.gegevens, theirs.gegevens, (place, value) =>
      conflicts.push({ scope: mine.key, place, theirs: value }),
    );
    const kept = sameInschrijving(gegevens, theirs.gegevens) ? theirs.gegevens : gegevens;
    return { base: theirs, mine: { ...theirs, gegevens: kept } };
  });
  const unsaved = state.mine.inschrijvingen.filter(({ id }) => id === undefined);
  const shared = { id: card.id, ...(version === undefined ? {} : { version }) };
  return {
    base: { ...shared, persoon, inschrijvingen: pairs.map(({ base }) => base) },
    mine: { ...shared, persoon: mergedPersoon, inschrijvingen: [...unsaved, ...pairs.map(({ mine }) => mine)] },
    conflicts,
  };
}

/** The state after the persoonsgegevens were saved as `saved`. */
export function afterSavingPersoon(state: CardState, saved: Persoonsgegevens, id: number, version: number): CardState {
  const { base, mine } = state;
  return {
    base: { ...base, id, version, persoon: saved },
    mine: { ...mine, id, version },
    conflicts: state.conflicts.filter(({ scope }) => scope !== undefined),
  };
}

/** The state after an inschrijving that stood on the card as `typed` was saved as `saved`. What was typed since stays. */
export function afterSavingInschrijving(
  { base, mine, conflicts }: CardState,
  typed: InschrijvingDraft,
  saved: InschrijvingDraft,
  id: number,
  version: number,
): CardState {
  const key = String(id);
  const stored = { ...saved, key, id, version };
  return {
    conflicts: conflicts.filter(({ scope }) => scope !== typed.key),
    base: { ...base, inschrijvingen: [...base.inschrijvingen.filter((item) => item.key !== typed.key), stored] },
    mine: {
      ...mine,
      inschrijvingen: mine.inschrijvingen.map((item) => {
        if (item.key !== typed.key) return item;
        const untouched = sameInschrijving(item.gegevens, typed.gegevens);
        return { ...item, key, id, version, gegevens: untouched ? saved.gegevens : item.gegevens };
      }),
    },
  };
}
