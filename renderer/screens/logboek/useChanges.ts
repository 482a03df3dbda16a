import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ChangeCursor, ChangeFilter, ChangeLine } from '../../../shared/api/changes.ts';
import type { LasFailure } from '../../../shared/api/errors.ts';
import { call, failureOf } from '../../app/api.ts';

const PAGE = 100;

export interface Changes {
  rows: readonly ChangeLine[];
  loading: boolean;
  /** Looking further back; `until` is how far that is. */
  searching: boolean;
  until: string | undefined;
  more: boolean;
  failure: LasFailure | undefined;
  fetchMore: () => void;
  stop: () => void;
  refetch: () => void;
}

/** The lines that fit a filter, page after page. What is rare is looked for until a page is full, unless it is stopped. */
export function useChanges(filter: ChangeFilter): Changes {
  const asked = JSON.stringify(filter);
  const [wanted, setWanted] = useState({ asked, lines: PAGE });
  const query = useInfiniteQuery({
    queryKey: ['changes.list', filter],
    queryFn: ({ pageParam }) =>
      call('changes.list', { filter, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) }),
    initialPageParam: undefined as ChangeCursor | undefined,
    getNextPageParam: ({ next }) => next,
    meta: { topics: ['changes'] },
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const lines = wanted.asked === asked ? wanted.lines : PAGE;
  const searching = hasNextPage && !isError && rows.length < lines;
  useEffect(() => {
    if (searching && !isFetching) void fetchNextPage();
  }, [searching, isFetching, fetchNextPage]);
  return {
    rows,
    loading: query.isPending,
    searching: searching && !query.isPending,
    until: data?.pages.at(-1)?.next?.at,
    more: hasNextPage,
    failure: query.error ? failureOf(query.error) : undefined,
    fetchMore: () => setWanted({ asked, lines: rows.length + PAGE }),
    stop: () => setWanted({ asked, lines: rows.length }),
    refetch: () => void query.refetch(),
  };
}
