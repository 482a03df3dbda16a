import { create } from 'zustand';
import { useNavigation } from '../../app/navigation.ts';

interface WorkState {
  ernst: 'A' | 'S' | undefined;
  code: string | undefined;
  page: number;
  show: (change: Partial<Pick<WorkState, 'ernst' | 'code' | 'page'>>) => void;
}

/** What the work list shows. It outlives the screen, so that one returns to where one was. */
export const useWorkState = create<WorkState>((set) => ({
  ernst: undefined,
  code: undefined,
  page: 0,
  show: (change) => set({ page: 0, ...change }),
}));

/** Shows the work list from its beginning, all of it or one ernst. */
export function showWork(ernst?: 'A' | 'S'): void {
  useWorkState.getState().show({ ernst, code: undefined });
  useNavigation.getState().go({ screen: 'terugkoppelingen' });
}
