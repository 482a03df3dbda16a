import { create } from 'zustand';
import type { BronState } from '../../../shared/api/leerlingen.ts';
import { useNavigation } from '../../app/navigation.ts';

export type Show = 'actueel' | 'uitgeschreven' | 'alle';

interface ListQuery {
  search: string;
  show: Show;
  bronState: BronState | undefined;
}

interface ListState extends ListQuery {
  /** The row with the keyboard, and how far the list was scrolled. */
  active: number;
  scrollTop: number;
  /** A card was opened from the list: on return the keyboard goes back to its row. */
  left: boolean;
  /** Asks for other pupils: the list begins at its top again. */
  ask: (change: Partial<ListQuery>) => void;
  setLeft: (left: boolean) => void;
  setActive: (active: number) => void;
  setScrollTop: (scrollTop: number) => void;
}

const atTop = { active: 0, scrollTop: 0, left: false };
const fresh = { search: '', show: 'actueel' as Show, bronState: undefined };

/** What the list of pupils shows. It outlives the screen, so that one returns to where one was. */
export const useListState = create<ListState>((set) => ({
  ...fresh,
  ...atTop,
  ask: (change) => set({ ...change, ...atTop }),
  setLeft: (left) => set({ left }),
  setActive: (active) => set({ active }),
  setScrollTop: (scrollTop) => set({ scrollTop }),
}));

/** Shows the pupils in one BRON state, whatever was looked for before. */
export function showLeerlingen(bronState: BronState): void {
  useListState.getState().ask({ ...fresh, show: 'alle', bronState });
  useNavigation.getState().go({ screen: 'leerlingen' });
}

// A search holds names: it goes when the navigation begins anew, as it does when the administration is locked.
useNavigation.subscribe((now, before) => {
  if (now.history.length === 0 && before.history.length > 0) useListState.setState({ ...fresh, ...atTop });
});
