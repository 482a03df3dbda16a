import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { OperationError } from '../../app/api.ts';
import { Answer } from '../../components/Answer.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Pager } from '../../components/Pager.tsx';
import { useTellingenState } from './tellingenState.ts';

/** Pupils on a page. */
export const PAGE = 50;

interface Paged<T> {
  total: number;
  rows: T[];
}

interface Props<T> {
  query: UseQueryResult<Paged<T>, OperationError>;
  children: (rows: readonly T[]) => ReactNode;
}

/** A list of pupils page by page. */
export function PupilPages<T>({ query, children }: Props<T>) {
  const { page, choose } = useTellingenState();
  const last = query.data ? Math.max(Math.ceil(query.data.total / PAGE) - 1, 0) : page;
  // What was on the last page was mended.
  useEffect(() => {
    if (page > last) choose({ page: last });
  }, [page, last, choose]);
  return (
    <Answer query={query}>
      {({ total, rows }) =>
        total === 0 ? (
          <EmptyState title="Er zijn hier geen leerlingen meer" />
        ) : (
          <>
            {children(rows)}
            <Pager
              label="Bladeren door de leerlingen"
              total={total}
              size={PAGE}
              page={page}
              onPage={(next) => choose({ page: next })}
            />
          </>
        )
      }
    </Answer>
  );
}
