import { Button } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureOf, type OperationError } from '../app/api.ts';
import { FailureMessage } from './FailureMessage.tsx';
import { Loading } from './Loading.tsx';

interface Props<T> {
  query: UseQueryResult<T, OperationError>;
  children: (data: T) => ReactNode;
  /** What is being fetched. */
  loading?: string;
}

/** Shows an answer of the core: while it is fetched, when that failed, and when it is there. */
export function Answer<T>({ query, children, loading }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.error) return <Loading {...(loading === undefined ? {} : { label: loading })} />;
  return (
    <FailureMessage
      failure={failureOf(query.error)}
      actions={<Button onClick={() => void query.refetch()}>Opnieuw proberen</Button>}
    />
  );
}
