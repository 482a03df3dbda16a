import type { CsvPreview } from '../../../../shared/api/csv.ts';
import type { LasFailure } from '../../../../shared/api/errors.ts';
import type { OpenImport } from '../../../../shared/api/import.ts';
import { useAction } from '../../../app/api.ts';
import { useCsvState } from './csvState.ts';

interface CsvImport {
  preview: CsvPreview | undefined;
  /** Reading the file for the first time. */
  reading: boolean;
  /** Reading it again, or opening it as an import. */
  busy: boolean;
  failures: Record<'inspect' | 'reread' | 'open', LasFailure | undefined>;
  inspect: (file: { token: string; fileName: string }) => void;
  reread: (format: Pick<CsvPreview, 'encoding' | 'delimiter'>) => void;
  choose: (change: Partial<Pick<CsvPreview, 'mapping' | 'repairs'>>) => void;
  open: () => void;
  discard: () => void;
}

/** The steps of a CSV file up to the open import. @param onOpened gets the import that it became */
export function useCsvImport(onOpened: (open: OpenImport) => void): CsvImport {
  const { preview, show, choose, end } = useCsvState();
  const inspect = useAction('csv.inspect', { onSuccess: show });
  const reread = useAction('csv.reread', { onSuccess: show });
  const open = useAction('csv.open', {
    onSuccess: (opened) => {
      end();
      onOpened(opened);
    },
  });
  const discard = useAction('csv.discard');
  return {
    preview,
    reading: inspect.isPending,
    busy: reread.isPending || open.isPending,
    failures: {
      inspect: inspect.error?.failure,
      reread: reread.error?.failure,
      open: open.error?.failure,
    },
    inspect: (file) => {
      reread.reset();
      open.reset();
      inspect.mutate(file);
    },
    reread: (format) => {
      if (preview) reread.mutate({ draft: preview.draft, ...format });
    },
    choose: (change) => {
      // What was wrong before is no longer so.
      open.reset();
      choose(change);
    },
    open: () => {
      if (!preview) return;
      const { draft, encoding, delimiter, mapping, repairs } = preview;
      open.mutate({ draft, encoding, delimiter, mapping, repairs });
    },
    discard: () => {
      end();
      discard.mutate({});
    },
  };
}
