import { placeFindings, shownPlace } from './cardFacts.ts';
import type { CardContextValue } from './context.ts';
import { isOfLeerling, placeOf, samePlace } from './places.ts';

type Given = Pick<CardContextValue, 'card' | 'vestigingen' | 'today' | 'readOnly' | 'highlighted' | 'jump'>;

/** What every field of a card needs: what stands at its place. */
export function makeContext(given: Given): CardContextValue {
  const { card } = given;
  const { mine, conflicts } = card.state;
  const findings = placeFindings(mine, card.findings, card.signalen);
  return {
    ...given,
    mine,
    readOnly: given.readOnly || card.saving,
    findingsAt: (scope, place) => findings.filter((item) => item.scope === scope && samePlace(item.place, place)),
    signalenAt: (scope, place) =>
      card.signalen.filter((signaal) => {
        const raw = placeOf(signaal);
        if (isOfLeerling(raw) !== isOfLeerling(place) || (!isOfLeerling(raw) && signaal.scope !== scope)) return false;
        return samePlace(shownPlace(mine, signaal.scope, raw), place);
      }),
    conflictAt: (scope, place) => conflicts.find((item) => item.scope === scope && samePlace(item.place, place)),
  };
}
