import { useCardContext } from './context.ts';
import { periodsAt } from './draft.ts';
import { addPeriod, removePeriod } from './periods.ts';
import { domId, rootOf, type CardPlace } from './places.ts';
import { groupIn, voorkomenPlace, type Texts } from './tree.ts';

interface Periods {
  list: readonly Texts[];
  add: () => void;
  remove: (voorkomen: number) => void;
}

/** The voorkomens of the group at a place of the card, with adding and taking away; the focus goes to where one goes on. */
export function usePeriods(scope: string | undefined, place: CardPlace): Periods {
  const { card, mine, kindAt, factsAt, firstOf } = useCardContext();
  const list = periodsAt(mine, scope, place);
  const focus = (voorkomen: number) => {
    const group = groupIn(rootOf(place.group, kindAt(scope)), place.group);
    const element = group?.elements[0]?.key;
    if (!group || element === undefined) return;
    const id = domId(scope ?? '', { ...voorkomenPlace(group, voorkomen, place.parent), element });
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  return {
    list,
    add: () => {
      const facts = factsAt(scope);
      const first = facts && firstOf(facts).periods;
      card.editDocument(scope, place, (document, root) => addPeriod(root, document, place, first));
      focus(list.length);
    },
    remove: (voorkomen) => {
      card.editDocument(scope, place, (document, root) => removePeriod(root, document, { ...place, voorkomen }));
      card.check();
      if (list.length > 1) focus(Math.max(voorkomen - 1, 0));
      else requestAnimationFrame(() => document.getElementById(domId(scope ?? '', place))?.focus());
    },
  };
}
