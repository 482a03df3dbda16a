import { inschrijvingWpo } from '../../shared/pve/gegevensset/inschrijvingWpo.ts';
import { persoonMetPgn, persoonZonderPgn } from '../../shared/pve/gegevensset/person.ts';
import type { Gegevenselement, Gegevensgroep } from '../../shared/pve/gegevensset/types.ts';
import { formatDutchDate } from '../../shared/domain/dates.ts';
import { findWaarde } from '../../shared/pve/waardelijsten/waardelijsten.ts';

const own: Readonly<Record<string, string>> = {
  roepnaam: 'Roepnaam',
  geboorteland: 'Geboorteland',
  nationaliteit1: 'Nationaliteit',
  nationaliteit2: 'Tweede nationaliteit',
};

const persons: readonly Gegevensgroep[] = [persoonZonderPgn, persoonMetPgn];
const groups: readonly Gegevensgroep[] = [inschrijvingWpo, ...inschrijvingWpo.groups];

const elementOf = (gegevensgroep: string, element: string): Gegevenselement | undefined =>
  (gegevensgroep === 'persoon' ? persons : groups.filter(({ key }) => key === gegevensgroep))
    .flatMap((group) => group.elements)
    .find(({ key }) => key === element);

/** What a gegeven is called on the screens, by its group and key; a fact of a file keeps its own name. */
export const fieldName = (gegevensgroep: string, element: string): string =>
  elementOf(gegevensgroep, element)?.name ?? own[element] ?? element;

/** The value of a gegeven as it is shown: dates as a Dutch person writes them, codes with their label. */
export function fieldValue(gegevensgroep: string, element: string, value: string): string {
  const found = elementOf(gegevensgroep, element);
  if (found?.format === 'datum' || found?.format === 'partialDate') return formatDutchDate(value);
  if (found?.format === 'boolean') return value === 'true' ? 'ja' : 'nee';
  const list = element === 'geboorteland' ? 'land' : found?.waardelijst;
  if (list === 'land' || list === 'geslacht') {
    const label = findWaarde(list, value)?.label;
    return label === undefined || label === value ? value : `${label} (${value})`;
  }
  return value;
}
