import { formFacts } from '../../../../shared/domain/forms/facts.ts';
import { firstValues, offersValue } from '../../../../shared/domain/forms/values.ts';
import { nncaListOf } from '../../../../shared/domain/schoolSoort.ts';
import { editionOn } from '../../../../shared/pve/controles/readings.ts';
import { placeFindings, shownPlace } from './cardFacts.ts';
import type { CardContextValue } from './context.ts';
import { kindAt } from './draft.ts';
import { isOfLeerling, placeOf, samePlace } from './places.ts';

type Given = Pick<CardContextValue, 'card' | 'school' | 'today' | 'readOnly' | 'highlighted' | 'jump'>;

/** What every field of a card needs: what stands at its place. */
export function makeContext(given: Given): CardContextValue {
  const { card, school, today } = given;
  const { mine, conflicts } = card.state;
  const findings = placeFindings(mine, card.findings, card.signalen);
  const factsAt = (scope: string | undefined) => {
    const inschrijving = mine.inschrijvingen.find(({ key }) => key === scope);
    const others = mine.inschrijvingen.filter(({ key }) => key !== scope).map(({ gegevens }) => gegevens);
    return inschrijving && formFacts(school, inschrijving.gegevens, today, others);
  };
  return {
    ...given,
    mine,
    kindAt: (scope) => kindAt(mine, scope),
    factsAt,
    firstOf: (facts) => firstValues(school, facts),
    choices: { vestigingen: school.vestigingen, nnca: nncaListOf(school.soort), edition: editionOn(today) },
    offers: (scope, element, code) => {
      const facts = factsAt(scope);
      return facts === undefined || offersValue(element, code, facts);
    },
    readOnly: given.readOnly || card.saving,
    findingsAt: (scope, place) => findings.filter((item) => item.scope === scope && samePlace(item.place, place)),
    signalenAt: (scope, place) =>
      card.signalen.filter((signaal) => {
        const raw = placeOf(signaal, kindAt(mine, signaal.scope));
        if (isOfLeerling(raw) !== isOfLeerling(place) || (!isOfLeerling(raw) && signaal.scope !== scope)) return false;
        return samePlace(shownPlace(mine, signaal.scope, raw), place);
      }),
    conflictAt: (scope, place) => conflicts.find((item) => item.scope === scope && samePlace(item.place, place)),
  };
}
