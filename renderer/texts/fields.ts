import { ownPersoon } from '../../shared/domain/ownGegevens.ts';
import { inschrijvingGroups } from '../../shared/pve/berichten/kinds.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../shared/pve/gegevensset/person.ts';
import type { FieldElement, FieldGroup } from '../../shared/pve/gegevensset/types.ts';
import { shownValue } from './values.ts';

const persons: readonly FieldGroup[] = [ownPersoon, persoonZonderPgn, persoonMetPgn];
const groups: readonly FieldGroup[] = inschrijvingGroups.flatMap((group) => [group, ...group.groups]);

const elementOf = (gegevensgroep: string, element: string): FieldElement | undefined =>
  (gegevensgroep === 'persoon' ? persons : groups.filter(({ key }) => key === gegevensgroep))
    .flatMap((group) => group.elements)
    .find(({ key }) => key === element);

/** What a gegeven is called on the screens, by its group and key; a fact of a file keeps its own name. */
export const fieldName = (gegevensgroep: string, element: string): string =>
  elementOf(gegevensgroep, element)?.name ?? element;

/** The value of a gegeven as it is shown: dates as a Dutch person writes them, codes with their label. */
export const fieldValue = (gegevensgroep: string, element: string, value: string): string =>
  shownValue(elementOf(gegevensgroep, element), value);
