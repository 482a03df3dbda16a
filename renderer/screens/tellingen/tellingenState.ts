import { create } from 'zustand';
import { useNavigation } from '../../app/navigation.ts';

/** The parts of the screen Tellingen. */
export type Part = 'proeftelling' | 'gtb' | 'vergelijkingsoverzicht' | 'reactie' | 'growth' | 'reports';

/** The pupils behind a number that was clicked on. */
export type Shown =
  | { list: 'row'; code: string; label: string; side: 'own' | 'bron' }
  | { list: 'notCounted' }
  | { list: 'attention' }
  | { list: 'different' };

/** The id in the page of what shows a list of pupils. */
export const openerId = (shown: Shown): string =>
  shown.list === 'row' ? `pupils-${shown.side}-${shown.code}` : `pupils-${shown.list}`;

/** A date and a vestiging that are counted; without vestiging all of them together. */
export interface Asked {
  peildatum: string;
  vestigingsvolgnummer?: string;
}

interface Choices {
  part: Part;
  /** Absent: that of today. */
  schooljaar: string | undefined;
  /** Absent: the last teldatum that is past. */
  peildatum: string | undefined;
  vestigingsvolgnummer: string | undefined;
  /** The GTB that lies beside the own count. */
  gtb: Asked | undefined;
  /** Absent: the numbers themselves. */
  shown: Shown | undefined;
  page: number;
  /** Rows of which all numbers are zero are shown too. */
  zeros: boolean;
}

interface TellingenState extends Choices {
  /** Changes what is shown; a list begins at its first page again. */
  choose: (change: Partial<Choices>) => void;
}

const fresh: Choices = {
  part: 'proeftelling',
  schooljaar: undefined,
  peildatum: undefined,
  vestigingsvolgnummer: undefined,
  gtb: undefined,
  shown: undefined,
  page: 0,
  zeros: false,
};

/** What the screen Tellingen shows. It outlives the screen, so that one returns to where one was; it holds no names. */
export const useTellingenState = create<TellingenState>((set) => ({
  ...fresh,
  choose: (change) => set({ page: 0, ...change }),
}));

/** Shows a part of the screen Tellingen from its beginning. */
export function showTellingen(part: Part): void {
  useTellingenState.getState().choose({ part, gtb: undefined, shown: undefined });
  useNavigation.getState().go({ screen: 'tellingen' });
}

// Another administration, or another user, begins anew.
useNavigation.subscribe((now, before) => {
  if (now.history.length === 0 && before.history.length > 0) useTellingenState.setState(fresh);
});
