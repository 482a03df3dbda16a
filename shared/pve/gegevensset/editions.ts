import type { Edition, Gegevensgroep, Voorkomen } from './types.ts';

/** Whether an edition of the PvE has a group. */
export const isIn = (edition: Edition, { since }: Pick<Gegevensgroep, 'since'>): boolean =>
  since === undefined || since <= edition;

/** The groups that stand in a voorkomen, however deep, while the edition does not have them. What lies below such a group is not named. */
export function groupsOutside(edition: Edition, group: Gegevensgroep, voorkomen: Voorkomen): Gegevensgroep[] {
  return group.groups.flatMap((child) => {
    const list = voorkomen[child.key];
    if (!Array.isArray(list) || list.length === 0) return [];
    return isIn(edition, child) ? list.flatMap((item) => groupsOutside(edition, child, item)) : [child];
  });
}
