import type { ColumnSet } from '../../../shared/api/export.ts';
import type { Administration } from '../context.ts';
import { readSetting, writeSetting } from '../school/settings.ts';

/** Each user has own column sets. */
const settingOf = ({ caller }: Administration) => `columnSets.${caller.userId}`;

const same = (a: Pick<ColumnSet, 'list' | 'name'>, b: Pick<ColumnSet, 'list' | 'name'>) =>
  a.list === b.list && a.name.toLowerCase() === b.name.toLowerCase();

/** The column sets of the user at work, by name. */
export const readColumnSets = (administration: Administration): ColumnSet[] =>
  readSetting<ColumnSet[]>(administration.db, settingOf(administration)) ?? [];

/** Keeps a column set, in place of one of the same list and name. */
export function saveColumnSet(administration: Administration, set: ColumnSet): void {
  const others = readColumnSets(administration).filter((other) => !same(other, set));
  const sets = [...others, set].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  writeSetting(administration.db, settingOf(administration), sets);
}

/** Removes a column set, if it is there. */
export function removeColumnSet(administration: Administration, set: Pick<ColumnSet, 'list' | 'name'>): void {
  const others = readColumnSets(administration).filter((other) => !same(other, set));
  writeSetting(administration.db, settingOf(administration), others.length > 0 ? others : undefined);
}
