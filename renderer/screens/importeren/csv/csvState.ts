import { create } from 'zustand';
import type { CsvPreview } from '../../../../shared/api/csv.ts';
import { useNavigation } from '../../../app/navigation.ts';

interface CsvState {
  /** The file that is being mapped, with the mapping and the repairs as chosen up to now. */
  preview: CsvPreview | undefined;
  show: (preview: CsvPreview) => void;
  choose: (change: Partial<Pick<CsvPreview, 'mapping' | 'repairs'>>) => void;
  end: () => void;
}

const sameColumns = (a: CsvPreview, b: CsvPreview) =>
  a.draft === b.draft && a.headers.length === b.headers.length && a.headers.every((name, at) => name === b.headers[at]);

/** The CSV file on the screen. It outlives the screen, so that choices are not lost by a look elsewhere. */
export const useCsvState = create<CsvState>((set) => ({
  preview: undefined,
  // Read again with other letters only: what was chosen for the columns stays.
  show: (preview) =>
    set(({ preview: before }) => ({
      preview:
        before && sameColumns(before, preview)
          ? { ...preview, mapping: before.mapping, repairs: before.repairs }
          : preview,
    })),
  choose: (change) => set(({ preview }) => (preview ? { preview: { ...preview, ...change } } : {})),
  end: () => set({ preview: undefined }),
}));

// The first rows hold persons: they go when the navigation begins anew, as it does when the administration is locked.
useNavigation.subscribe((now, before) => {
  if (now.history.length === 0 && before.history.length > 0) useCsvState.getState().end();
});
