import { useMemo } from 'react';
import type { ImportFilter, ImportRow } from '../../../shared/api/import.ts';
import { useOperation } from '../../app/api.ts';

const PAGE = 100;

export interface Rows {
  total: number;
  /** The row at an index of the whole list; undefined while its page is being fetched. */
  rowAt: (index: number) => ImportRow | undefined;
}

/** The rows of the preview that are in sight. */
export function useRows(filter: ImportFilter, first: number, last: number): Rows {
  const [upper, lower] = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
  const page = (index: number) => ({ filter, offset: index * PAGE, limit: PAGE });
  const a = useOperation('import.rows', page(upper), { keepPrevious: upper === 0 });
  const b = useOperation('import.rows', page(lower), { enabled: lower !== upper });
  const [upperRows, lowerRows] = [a.data?.rows, b.data?.rows];
  const total = a.data?.total ?? b.data?.total ?? 0;
  return useMemo(() => {
    const pages = new Map([[upper, upperRows], ...(lower === upper ? [] : [[lower, lowerRows] as const])]);
    return { total, rowAt: (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE] };
  }, [upper, lower, upperRows, lowerRows, total]);
}
