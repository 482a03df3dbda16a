import type { Edition, Gegevenselement, Gegevensgroep, Voorkomen } from './types.ts';

/** The edition that has all that the gegevensset describes. */
const NEWEST: Edition = '2015-11';

/** Whether an edition of the PvE has a group or a gegeven. */
export const isIn = (edition: Edition, { since }: Pick<Gegevensgroep, 'since'>): boolean =>
  since === undefined || since <= edition;

/** What an edition does not have: a group, or one gegeven of it. */
export interface Outside {
  group: Gegevensgroep;
  element?: Gegevenselement;
}

/** What stands in a voorkomen, however deep, while the edition does not have it. What lies below such a group is not named. */
export function outsideEdition(edition: Edition, group: Gegevensgroep, voorkomen: Voorkomen): Outside[] {
  if (edition === NEWEST) return [];
  const elements = group.elements.filter((element) => !isIn(edition, element) && (voorkomen[element.key] ?? '') !== '');
  const below = group.groups.flatMap((child): Outside[] => {
    const list = voorkomen[child.key];
    if (!Array.isArray(list) || list.length === 0) return [];
    return isIn(edition, child) ? list.flatMap((item) => outsideEdition(edition, child, item)) : [{ group: child }];
  });
  return [...elements.map((element) => ({ group, element })), ...below];
}
