import { create } from 'zustand';
import type { BerichtState } from '../../../shared/api/exchange.ts';
import { useNavigation } from '../../app/navigation.ts';

interface BerichtenState {
  state: BerichtState | undefined;
  page: number;
  show: (change: { state?: BerichtState | undefined; page: number }) => void;
}

/** Which meldingen the screen Uitwisselen lists. */
export const useBerichtenState = create<BerichtenState>((set) => ({
  state: undefined,
  page: 0,
  show: (change) => set(change),
}));

/** The id of the list of meldingen in the page. */
export const BERICHTEN_ID = 'meldingen';

/** Shows the meldingen in one state on the screen Uitwisselen. */
export function showBerichten(state: BerichtState): void {
  useBerichtenState.getState().show({ state, page: 0 });
  const { route, go } = useNavigation.getState();
  if (route.screen !== 'uitwisselen') go({ screen: 'uitwisselen' });
  setTimeout(() => {
    const list = document.getElementById(BERICHTEN_ID);
    list?.scrollIntoView({ block: 'start' });
    list?.focus({ preventScroll: true });
  }, 100);
}
