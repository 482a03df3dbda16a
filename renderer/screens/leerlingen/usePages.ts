import { useMemo } from 'react';
import type { Input } from '../../../shared/api/contract.ts';
import type { LeerlingRow } from '../../../shared/api/leerlingen.ts';
import { useOperation, type OperationError } from '../../app/api.ts';

const PAGE = 100;

/** What the list is asked for, without the page. */
export type ListInput = Omit<Input<'leerlingen.list'>, 'offset' | 'limit'>;

export interface Pages {
  total: number;
  /** The row at an index of the whole list; undefined while its page is being fetched. */
  rowAt: (index: number) => LeerlingRow | undefined;
  isLoading: boolean;
  isFetching: boolean;
  error: OperationError | null;
  refetch: () => void;
}

const none: readonly LeerlingRow[] = [];

/** The pages of the list that are in sight (`first` to `last`), and the first one for the total. */
export function usePages(query: ListInput, first: number, last: number): Pages {
  const [upper, lower] = [Math.floor(first / PAGE), Math.floor(last / PAGE)];
  const page = (index: number) => ({ ...query, offset: index * PAGE, limit: PAGE });
  const top = useOperation('leerlingen.list', page(0), { keepPrevious: true });
  const a = useOperation('leerlingen.list', page(upper), { enabled: upper > 0 });
  const b = useOperation('leerlingen.list', page(lower), { enabled: lower > 0 && lower !== upper });
  const [topRows, upperRows, lowerRows] = [top.data?.rows ?? none, a.data?.rows ?? none, b.data?.rows ?? none];
  const rowAt = useMemo(() => {
    const pages = new Map([[0, topRows]]);
    if (upper > 0) pages.set(upper, upperRows);
    if (lower > 0 && lower !== upper) pages.set(lower, lowerRows);
    return (index: number) => pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  }, [topRows, upperRows, lowerRows, upper, lower]);
  return {
    rowAt,
    total: top.data?.total ?? 0,
    isLoading: top.isPending,
    isFetching: top.isFetching || a.isFetching || b.isFetching,
    error: top.error ?? a.error ?? b.error,
    refetch: () => {
      void top.refetch();
      if (a.error) void a.refetch();
      if (b.error) void b.refetch();
    },
  };
}
