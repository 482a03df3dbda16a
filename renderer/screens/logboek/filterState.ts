import { create } from 'zustand';
import type { ChangeFilter } from '../../../shared/api/changes.ts';
import { isDate } from '../../../shared/domain/dates.ts';
import { useNavigation } from '../../app/navigation.ts';

/** What was chosen on the screen: dates as they were typed, the pupil with the name to show. */
export interface Chosen {
  from: string;
  to: string;
  userId: string;
  kind: string;
  search: string;
  leerling: { id: number; naam: string } | undefined;
}

export const nothingChosen: Chosen = { from: '', to: '', userId: '', kind: '', search: '', leerling: undefined };

/** The filter of the log; it outlives the screen, so that one returns to where one was. */
export const useFilter = create<{ chosen: Chosen; choose: (change: Partial<Chosen>) => void }>((set) => ({
  chosen: nothingChosen,
  choose: (change) => set(({ chosen }) => ({ chosen: { ...chosen, ...change } })),
}));

/** What the core is asked: a date that is not one yet does not count. */
export function filterOf({ from, to, userId, kind, search, leerling }: Chosen): ChangeFilter {
  return {
    ...(isDate(from) ? { from } : {}),
    ...(isDate(to) ? { to } : {}),
    ...(userId ? { userId } : {}),
    ...(kind ? { kind } : {}),
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(leerling ? { leerlingId: leerling.id } : {}),
  };
}

// It can hold a name: it goes when the navigation begins anew, as it does when the administration is locked.
useNavigation.subscribe((now, before) => {
  if (now.history.length === 0 && before.history.length > 0) useFilter.setState({ chosen: nothingChosen });
});
